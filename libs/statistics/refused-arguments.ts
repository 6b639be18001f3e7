import type { Counted } from './counted';

/** @throws RangeError naming the argument unless it is a whole number from `lowest` to `highest` */
export function requireWhole(
  name: string,
  value: number,
  lowest = 0,
  highest = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && value >= lowest && value <= highest) return;
  const range = highest === Number.MAX_SAFE_INTEGER ? `from ${lowest} up` : `from ${lowest} to ${highest}`;
  throw new RangeError(`${name} must be a whole number ${range}, not ${value}`);
}

/** @throws RangeError naming the argument unless it is a count of so many of so many */
export function requireCounted(name: string, { successes, n }: Counted): void {
  requireWhole(`${name}.n`, n);
  requireWhole(`${name}.successes`, successes, 0, n);
}

/** @throws RangeError naming the argument unless it lies between 0 and 1, both excluded */
export function requireBetweenZeroAndOne(name: string, value: number): void {
  if (value > 0 && value < 1) return;
  throw new RangeError(`${name} must be a number between 0 and 1 (neither of them), not ${value}`);
}

/** @throws RangeError naming the argument unless it is a share, 0 to 1 */
export function requireShare(name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`${name} must be a number from 0 to 1, not ${value}`);
}
