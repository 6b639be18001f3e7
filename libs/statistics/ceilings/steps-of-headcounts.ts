import type { LevelStep } from './ceilings';

/** Headcounts of one group at each level of the ladder, lowest first. */
export interface LevelHeadcounts {
  readonly key: string;
  readonly headcounts: readonly number[];
}

/** Steps of a ladder where only headcounts are known: of those at a level or above, who is above it. */
export function stepsOfHeadcounts(
  levels: readonly string[],
  groups: readonly LevelHeadcounts[],
): LevelStep[] {
  throw new Error('not written yet');
}
