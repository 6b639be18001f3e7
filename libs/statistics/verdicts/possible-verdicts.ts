import { holm } from '../several-tests/holm';
import {
  type CountedRange,
  type CountRange,
  difference,
  overlap,
  requireRange,
  sumOf,
  without,
} from './count-range';
import type { Direction, PossibleComparison } from './compared-ranges';
import { possibleComparison } from './possible-comparison';
import { isSignificant } from './verdict-rule';
import type { Verdict } from './verdicts';

/** What is known of the counts of one group: everybody counted is in one group only. */
export interface GroupRange extends CountedRange {
  /** Tells the group from the others. */
  readonly key: string;
}

/** The verdicts that a group can have as far as is known. */
export interface PossibleVerdicts {
  readonly key: string;
  /** At least one; where it is one alone, that is the verdict. */
  readonly verdicts: readonly Verdict[];
  /** On which side of the rest the rate would lie, were it a disparity. */
  readonly directions: readonly Direction[];
}

/**
 * What `verdicts` can say of each group of a dimension where only ranges of the counts are known: those behind rounded
 * counts, say, or from 0 on where a count is withheld. Whatever the counts are, the verdict on them is among those
 * returned; the reverse does not hold, and more may be returned than the counts can lead to.
 *
 * The verdict on a group hangs on every other one in two ways. They are its rest, whose counts are bounded by what all
 * add up to. And they are tested together: Holm's correction never finds less where a p is lower or where the family is
 * smaller. So what is found of a group with its greatest p beside the greatest of every group that may have enough data is
 * found whatever the counts are, and what is not found with its least p beside the least of those alone that surely have
 * enough never is.
 *
 * Source: `verdicts`; Holm (1979) is a closed test, of which both follow.
 *
 * @param groups all of the dimension
 * @param everybody what all groups and `others` add up to, where it is known
 * @param others people of no group, as in `verdicts`
 * @returns one for each group, in the order given
 * @throws RangeError naming the range that is none of whole numbers from 0 up
 */
export function possibleVerdicts(
  groups: readonly GroupRange[],
  everybody?: CountedRange,
  others: readonly CountedRange[] = [],
): PossibleVerdicts[] {
  requireRanges('groups', groups);
  requireRanges('others', others);
  const compared = comparisons(groups, others, everybody);
  const possible = compared.filter(({ comparison }) => comparison.mayHaveData);
  const certain = possible.filter(({ comparison }) => !comparison.mayLackData);
  return compared.map((one) => ({ key: one.key, ...outcomes(one, possible, certain) }));
}

function requireRanges(called: string, ranges: readonly CountedRange[]): void {
  ranges.forEach(({ successes, n }, at) => {
    requireRange(`${called}[${at}].successes`, successes);
    requireRange(`${called}[${at}].n`, n);
  });
}

interface ComparedGroup {
  readonly key: string;
  readonly comparison: PossibleComparison;
}

function outcomes(
  one: ComparedGroup,
  possible: readonly ComparedGroup[],
  certain: readonly ComparedGroup[],
): Omit<PossibleVerdicts, 'key'> {
  const { far, mayBeNear, mayLackData, mayHaveData } = one.comparison;
  const sides = (['below', 'above'] as const).filter((side) => mayHaveData && far[side] !== undefined);
  const directions = sides.filter((side) =>
    isFound(
      far[side]!.least,
      besides(one, certain).map(({ p }) => p.least),
    ),
  );
  const mayBeMissed = sides.some(
    (side) =>
      !isFound(
        far[side]!.greatest,
        besides(one, possible).map(({ p }) => p.greatest),
      ),
  );
  return {
    verdicts: [
      ...(directions.length > 0 ? (['disparity'] as const) : []),
      ...(mayLackData ? (['not_enough_data'] as const) : []),
      ...(mayHaveData && (mayBeNear || mayBeMissed) ? (['no_evidence_of_disparity'] as const) : []),
    ],
    directions,
  };
}

function besides(one: ComparedGroup, all: readonly ComparedGroup[]): readonly PossibleComparison[] {
  return all.filter((each) => each !== one).map(({ comparison }) => comparison);
}

/** Whether a p is a finding beside others. */
function isFound(p: number, beside: readonly number[]): boolean {
  return isSignificant(holm([p, ...beside])[0]!);
}

function comparisons(
  groups: readonly GroupRange[],
  others: readonly CountedRange[],
  everybody?: CountedRange,
): readonly ComparedGroup[] {
  const all = [...groups, ...others];
  const successes = narrowed(
    all.map((each) => ({ ...each.successes, highest: Math.min(each.successes.highest, each.n.highest) })),
    everybody?.successes,
  );
  const n = narrowed(
    all.map((each, at) => ({ ...each.n, lowest: Math.max(each.n.lowest, successes.each[at]!.lowest) })),
    everybody?.n,
  );
  return groups.map(({ key }, at) => ({
    key,
    comparison: possibleComparison({
      group: { successes: successes.each[at]!, n: n.each[at]! },
      rest: { successes: successes.rest(at), n: n.rest(at) },
      everybody: { successes: successes.all, n: n.all },
    }),
  }));
}

/** Ranges of counts that add up, as narrow as that makes them. */
function narrowed(ranges: readonly CountRange[], told?: CountRange) {
  const sum = sumOf(ranges);
  const all = told === undefined ? sum : overlap(told, sum);
  const othersOf = (at: number): CountRange => without(sum, ranges[at]!);
  const each = ranges.map((range, at) => overlap(range, difference(all, othersOf(at))));
  return {
    all,
    each,
    /** What all but one add up to. */
    rest: (at: number): CountRange => overlap(othersOf(at), difference(all, each[at]!)),
  };
}
