import type { ToldLast } from '../../domain/pools/told-last';

/** Reads what was told of people in talent pools, by whatever is published: the pools themselves, reports and plans. */
export abstract class ToldOfPools {
  /** What was told of the pools of a programme. */
  abstract ofProgramme(programmeId: string): Promise<ToldLast>;
  /**
   * Another answer whenever anything more was told of them. Whoever tells of people in pools holds the programme while it is
   * written down, and asks once more then: what it was proved beside must be all that was told.
   */
  abstract mark(programmeId: string): Promise<string>;
}
