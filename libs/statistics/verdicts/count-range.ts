import { requireWhole } from '../refused-arguments';

/** The whole numbers that a count can be, both ends included. */
export interface CountRange {
  readonly lowest: number;
  readonly highest: number;
}

/** A rate of which only the ranges of its two counts are known: never more succeeded than there are. */
export interface CountedRange {
  readonly successes: CountRange;
  readonly n: CountRange;
}

/** What lies in both; it ends below where it begins where nothing does. */
export function overlap(one: CountRange, other: CountRange): CountRange {
  return { lowest: Math.max(one.lowest, other.lowest), highest: Math.min(one.highest, other.highest) };
}

/** What one less the other can be. */
export function difference(one: CountRange, other: CountRange): CountRange {
  return { lowest: one.lowest - other.highest, highest: one.highest - other.lowest };
}

/** What all of them together can be. */
export function sumOf(ranges: readonly CountRange[]): CountRange {
  return {
    lowest: ranges.reduce((sum, { lowest }) => sum + lowest, 0),
    highest: ranges.reduce((sum, { highest }) => sum + highest, 0),
  };
}

/** What is left of a sum of ranges without one of them. */
export function without(sum: CountRange, one: CountRange): CountRange {
  return { lowest: sum.lowest - one.lowest, highest: sum.highest - one.highest };
}

/** How many numbers it holds, 0 where none. */
export function sizeOf({ lowest, highest }: CountRange): number {
  return Math.max(0, highest - lowest + 1);
}

/** Every number of it. */
export function* numbersOf({ lowest, highest }: CountRange): Generator<number> {
  for (let number = lowest; number <= highest; number++) yield number;
}

/** @throws RangeError naming the argument unless it holds a whole number from 0 up */
export function requireRange(name: string, { lowest, highest }: CountRange): void {
  requireWhole(`${name}.lowest`, lowest);
  requireWhole(`${name}.highest`, highest, lowest);
}
