import type { CountProgram } from './count-program';
import { PossibleCounts } from './possible-counts';

const ANY = { lowest: 0, highest: Infinity };

/**
 * Possible counts that lie as near as they can to those wanted: the sum of what the columns wanted lack or exceed is
 * least. Where not all can be had, few give way and the others have room both ways.
 *
 * @param wanted by column
 * @returns by column of the program
 * @throws RangeError where no counts are possible
 */
export async function nearestCounts(
  { intervals, sums, parts }: CountProgram,
  wanted: ReadonlyMap<number, number>,
): Promise<Float64Array> {
  const far = [...wanted].map(([column, count], at) => {
    const first = intervals.length + 3 * at;
    return {
      intervals: [{ lowest: count, highest: count }, ANY, ANY],
      sum: { sum: column, of: [first, first + 1], less: [first + 2] },
      costs: [first + 1, first + 2],
    };
  });
  const program: CountProgram = {
    intervals: [...intervals, ...far.flatMap((each) => each.intervals)],
    sums: [...sums, ...far.map(({ sum }) => sum)],
    parts,
  };
  const least = new Map(far.flatMap(({ costs }) => costs.map((column) => [column, -1] as const)));
  return PossibleCounts.of(program, (possible) => possible.farthest(least).slice(0, intervals.length));
}
