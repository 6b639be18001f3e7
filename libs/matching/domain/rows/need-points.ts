import { MOST_GAPS } from '@evenhand/people';
import type { CompiledPeople } from '../compiled-people';
import { COVERED_AT_TARGET, type GapCover, gapPoints, HALVES, TWELFTHS } from '../gap-cover';
import type { PointTables } from '../point-tables';
import { BARRED } from './barred';

/** Bits that a cover takes: those of all gaps side by side, the first gap lowest, make the number of a case. */
export const BITS_A_GAP = 2;

/**
 * What every way of covering a mentee's gaps is worth. Gaps of the same sizes in the same order are the same need,
 * whatever their topics, and share a table.
 */
export interface NeedPoints {
  /** The tables one after the other: points by case, or {@link BARRED} where no gap is covered at the target. */
  readonly points: Int16Array;
  /** For each need, where its table begins; one entry more for the end of the last. */
  readonly start: Int32Array;
  /** For each mentee, the number of their need. */
  readonly need: Int32Array;
}

/**
 * Works out the table of every need.
 *
 * @throws RangeError when a mentee has more gaps than a person can choose
 */
export function compileNeedPoints({ mentees }: CompiledPeople, tables: PointTables): NeedPoints {
  const { start } = mentees.gaps;
  const needs = new Map<string, number>();
  const weightsOfNeed: Int32Array[] = [];
  const need = Int32Array.from(mentees.gapTotal, (_, i) => {
    const weights = mentees.gapWeight.subarray(start[i], start[i + 1]);
    if (weights.length > MOST_GAPS) {
      throw new RangeError(`mentee ${i}: ${weights.length} gaps, but a person has at most ${MOST_GAPS}`);
    }
    const known = needs.get(weights.join()) ?? weightsOfNeed.push(weights) - 1;
    needs.set(weights.join(), known);
    return known;
  });
  const ends = new Int32Array(weightsOfNeed.length + 1);
  weightsOfNeed.forEach((weights, at) => (ends[at + 1] = ends[at]! + (1 << (BITS_A_GAP * weights.length))));
  const points = new Int16Array(ends.at(-1)!);
  weightsOfNeed.forEach((weights, at) => {
    for (let coverage = 0; coverage < ends[at + 1]! - ends[at]!; coverage++) {
      points[ends[at]! + coverage] = pointsOfCase(coverage, weights, tables);
    }
  });
  return { points, start: ends, need };
}

function pointsOfCase(coverage: number, weights: Int32Array, tables: PointTables): number {
  let halves = 0;
  let twelfths = 0;
  let total = 0;
  let best = 0;
  for (let gap = 0; gap < weights.length; gap++) {
    const cover = ((coverage >>> (BITS_A_GAP * gap)) & 3) as GapCover;
    halves += HALVES[cover]! * weights[gap]!;
    twelfths += TWELFTHS[cover]! * weights[gap]!;
    total += weights[gap]!;
    best = Math.max(best, cover);
  }
  return best < COVERED_AT_TARGET
    ? BARRED
    : gapPoints(tables.gapCover, halves, 2, total) + gapPoints(tables.strengthLevel, twelfths, 12, total);
}

/** The table of a mentee, a view of the numbers of all. */
export function pointsOfNeed({ points, start, need }: NeedPoints, mentee: number): Int16Array {
  return points.subarray(start[need[mentee]!], start[need[mentee]! + 1]);
}
