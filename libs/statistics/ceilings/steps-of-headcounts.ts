import { requireWhole } from '../refused-arguments';
import type { LevelStep } from './ceilings';

/** Headcounts of one group at each level of the ladder, lowest first. */
export interface LevelHeadcounts {
  readonly key: string;
  /** Whole numbers from 0 up, one for each level. */
  readonly headcounts: readonly number[];
}

/**
 * The steps of a ladder of which only headcounts are known, and not who went on: of those at a level or above it (`n`),
 * how many are above it (`successes`).
 *
 * Source: continuation ratios, Fienberg, "The Analysis of Cross-Classified Categorical Data" (1980). A headcount of 0 is
 * counted as it is.
 *
 * @param levels names, lowest first
 * @returns one step less than there are levels
 * @throws RangeError naming the headcount that is out of range, or the group whose headcounts are not one for each level
 */
export function stepsOfHeadcounts(
  levels: readonly string[],
  groups: readonly LevelHeadcounts[],
): LevelStep[] {
  groups.forEach(({ headcounts }, at) => {
    if (headcounts.length !== levels.length) {
      throw new RangeError(
        `groups[${at}].headcounts must be one for each level (${levels.length}), not ${headcounts.length}`,
      );
    }
    headcounts.forEach((count, level) => requireWhole(`groups[${at}].headcounts[${level}]`, count));
  });
  return levels.slice(1).map((to, level) => ({
    from: levels[level]!,
    to,
    groups: groups.map(({ key, headcounts }) => ({
      key,
      n: sum(headcounts.slice(level)),
      successes: sum(headcounts.slice(level + 1)),
    })),
  }));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
