import { fisherOfSplits } from '../tables/fisher-exact';
import { numbersOf, overlap } from './count-range';
import { isEnough } from './enough-data';
import type { ComparedRanges, Direction, PossibleComparison, PRange } from './compared-ranges';
import { isFarFromRest } from './verdict-rule';

const NONE: PRange = { least: 1, greatest: 0 };

/**
 * What a comparison comes to in any of the tables there can be, each looked at.
 *
 * @param known what is known of all of them, where their p makes no difference: then it is not worked out
 */
export function tryTables(
  { group, rest, everybody }: ComparedRanges,
  known?: PossibleComparison,
): PossibleComparison {
  let [mayLackData, mayHaveData, mayBeNear] = [false, false, false];
  let p = NONE;
  const far: Partial<Record<Direction, PRange>> = {};
  for (const n of numbersOf(group.n)) {
    for (const others of numbersOf(overlap(rest.n, less(everybody.n, n)))) {
      for (const succeeded of numbersOf(overlap(everybody.successes, { lowest: 0, highest: n + others }))) {
        const splits = overlap(group.successes, {
          lowest: Math.max(0, succeeded - Math.min(others, rest.successes.highest)),
          highest: Math.min(n, succeeded - rest.successes.lowest),
        });
        if (splits.lowest > splits.highest) continue;
        const margins = { group: n, rest: others, successes: succeeded };
        const hasData = isEnough(margins);
        mayLackData ||= !hasData;
        mayHaveData ||= hasData;
        if (!hasData || known !== undefined) continue;
        const inGroup = [...numbersOf(splits)];
        fisherOfSplits(margins, inGroup).forEach((found, at) => {
          const side = isFarFromRest(
            { successes: inGroup[at]!, n },
            { successes: succeeded - inGroup[at]!, n: others },
          );
          p = widened(p, found);
          if (side === false) mayBeNear = true;
          else far[side] = widened(far[side] ?? NONE, found);
        });
      }
    }
  }
  return known === undefined
    ? { mayLackData, mayHaveData, mayBeNear, p, far }
    : { ...known, mayLackData, mayHaveData };
}

function less({ lowest, highest }: { lowest: number; highest: number }, by: number) {
  return { lowest: lowest - by, highest: highest - by };
}

function widened({ least, greatest }: PRange, p: number): PRange {
  return { least: Math.min(least, p), greatest: Math.max(greatest, p) };
}
