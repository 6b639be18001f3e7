import type { Counted } from '../counted';
import { chanceOfAtMost } from '../distributions/hypergeometric';
import { type CountedRange, type CountRange, difference, sizeOf } from './count-range';
import type { ComparedRanges, PossibleComparison, PRange } from './compared-ranges';
import { tryTables } from './try-tables';
import { FEWEST_PEOPLE, isFarFromRest, isSignificant } from './verdict-rule';

/** So many tables are tried one by one; of more, only what their corners say is known. */
const MOST_TABLES = 2_500;
/** More than two ways to work out the same p differ by. */
const ROUNDING = 1e-6;
/** No test among others makes a finding of the first, and a thousand others cannot undo the second. */
const SURELY_CHANCE = 0.05;
const SURELY_NO_CHANCE = 0.05 / 1_000;

/**
 * What the comparison of a group with everyone else may come to, over everything that the counts can be. Tables are tried
 * where that can make the verdict clear: it cannot where the group may be too small and may be not.
 */
export function possibleComparison(ranges: ComparedRanges): PossibleComparison {
  const bounded = boundedComparison(ranges);
  const isUnclear = bounded.mayHaveData && ranges.group.n.lowest >= FEWEST_PEOPLE && !isSettled(bounded);
  if (!isUnclear || tablesIn(ranges) > MOST_TABLES) return bounded;
  return tryTables(ranges, bounded.p.least >= SURELY_CHANCE ? bounded : undefined);
}

function isSettled({ mayLackData, mayBeNear, far, p }: PossibleComparison): boolean {
  const sides = [mayBeNear, far.below, far.above].filter(Boolean).length;
  return !mayLackData && sides === 1 && (mayBeNear || p.greatest < SURELY_NO_CHANCE);
}

/** A group and everyone else in one table. */
interface Pair {
  readonly group: Counted;
  readonly rest: Counted;
}

/**
 * By two tables alone: the one with the fewest successes in the group and the most in the rest, and the other way round.
 * The chance of so few successes in the group rises with each more of them and with each more of the rest who did not
 * succeed, and falls with the others of the four counts, so that over all tables both tails end at these two. Fisher's
 * two-sided p is no less than the lesser tail; and it is at most the lesser tail times the number of splits, since none of
 * those that it adds up is likelier than the observed one.
 */
function boundedComparison({ group, rest, everybody }: ComparedRanges): PossibleComparison {
  const lowest: Pair = { group: fewest(group), rest: most(rest) };
  const highest: Pair = { group: most(group), rest: fewest(rest) };
  const [farthestBelow, farthestAbove] = [
    isFarFromRest(lowest.group, lowest.rest),
    isFarFromRest(highest.group, highest.rest),
  ];
  const nearest =
    farthestAbove === 'below' ? tailOf(highest) : farthestBelow === 'above' ? tailOf(turned(lowest)) : 1;
  const splits = 1 + Math.min(group.n.highest, group.successes.highest + rest.successes.highest);
  const p: PRange = {
    least: Math.min(tailOf(lowest), tailOf(turned(highest))) * (1 - ROUNDING),
    greatest: Math.min(1, nearest * splits * (1 + ROUNDING)),
  };
  return {
    mayLackData:
      group.n.lowest < FEWEST_PEOPLE ||
      !(isSignificant(p.greatest) || canBeFound(group.n, rest.n, everybody)),
    mayHaveData: group.n.highest >= FEWEST_PEOPLE,
    p,
    mayBeNear: farthestAbove !== 'below' && farthestBelow !== 'above',
    far: {
      ...(farthestBelow === 'below' ? { below: p } : {}),
      ...(farthestAbove === 'above' ? { above: p } : {}),
    },
  };
}

/**
 * Whether it could be told from chance, whatever the counts are, that nobody in the group or in the rest succeeded, or
 * nobody failed: the chance of it falls with these and with how many succeed, and rises with the others. It is doubled, as
 * the other end may be as unlikely.
 */
function canBeFound(group: CountRange, rest: CountRange, { successes, n }: CountedRange): boolean {
  const outcomes = [successes, difference(n, successes)];
  return [[group, rest] as const, [rest, group] as const].some(([some, others]) =>
    outcomes.some(({ lowest, highest }) => {
      if (lowest <= 0 || some.lowest <= 0 || highest > others.lowest) return false;
      const margins = { group: some.lowest, rest: others.highest, successes: lowest };
      return isSignificant(2 * chanceOfAtMost(0, margins));
    }),
  );
}

/** As few who succeeded as there can be, and as many who did not. */
function fewest({ successes, n }: CountedRange): Counted {
  return { successes: successes.lowest, n: n.highest };
}

/** The other way round. */
function most({ successes, n }: CountedRange): Counted {
  return { successes: successes.highest, n: Math.max(successes.highest, n.lowest) };
}

/** Failures in the place of successes. */
function turned({ group, rest }: Pair): Pair {
  const turn = ({ successes, n }: Counted): Counted => ({ successes: n - successes, n });
  return { group: turn(group), rest: turn(rest) };
}

/** The chance of so few successes in the group, or fewer. */
function tailOf({ group, rest }: Pair): number {
  const successes = group.successes + rest.successes;
  return chanceOfAtMost(group.successes, { group: group.n, rest: rest.n, successes });
}

/** How many tables there can be. */
function tablesIn({ group, rest, everybody }: ComparedRanges): number {
  return (
    sizeOf(group.successes) *
    sizeOf(group.n) *
    Math.min(sizeOf(rest.successes), sizeOf(everybody.successes)) *
    Math.min(sizeOf(rest.n), sizeOf(everybody.n))
  );
}
