import type { ToldLast } from '../../domain/pools/told-last';

/** Reads what was told of people in talent pools, by whatever is published: the pools themselves, reports and plans. */
export abstract class ToldOfPools {
  /** What was told last of the pools of a programme. */
  abstract ofProgramme(programmeId: string): Promise<ToldLast>;
}
