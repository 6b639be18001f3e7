import type { CountProgram } from './count-program';
import { PossibleCounts } from './possible-counts';

const ANY = { lowest: 0, highest: Infinity };

/**
 * Possible counts that lie as near as they can to those wanted: the sum of what the columns wanted lack or exceed is
 * least.
 *
 * @param wanted by column
 * @returns by column of the program
 */
export async function nearestCounts(
  { intervals, sums, parts }: CountProgram,
  wanted: ReadonlyMap<number, number>,
): Promise<Float64Array> {
  const far = [...wanted].map(([column, count], at) => {
    const [lack, excess, filled, whole, limit] = [0, 1, 2, 3, 4].map(
      (more) => intervals.length + 5 * at + more,
    ) as [number, number, number, number, number];
    return {
      intervals: [ANY, ANY, { lowest: count, highest: Infinity }, { lowest: count, highest: count }, ANY],
      // With what it lacks the column reaches what is wanted; what is wanted reaches it with what it exceeds.
      sums: [
        { sum: filled, of: [column, lack] },
        { sum: limit, of: [whole, excess] },
      ],
      part: [column, limit] as const,
      costs: [lack, excess],
    };
  });
  const program: CountProgram = {
    intervals: [...intervals, ...far.flatMap((each) => each.intervals)],
    sums: [...sums, ...far.flatMap((each) => each.sums)],
    parts: [...parts, ...far.map(({ part }) => part)],
  };
  const least = new Map(far.flatMap(({ costs }) => costs.map((column) => [column, -1] as const)));
  return PossibleCounts.of(program, (possible) => possible.farthest(least).slice(0, intervals.length));
}
