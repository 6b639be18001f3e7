/** Shares of a criterion's weight are counted in twelfths, which hold halves, thirds and quarters exactly. */
export const WHOLE = 12;

/** `dividend` ÷ `divisor` rounded down, exact for whole numbers up to 2^31. */
export function wholeDivision(dividend: number, divisor: number): number {
  return (dividend / divisor) | 0;
}
