/** Exact fractions of whole numbers, the denominator above 0. */

/**
 * The sign of a/b − c/d for integers 0 ≤ a, c and 0 < b, d, by comparing whole parts and turning the remainders over.
 * Nothing is multiplied, so nothing can grow past the integers that a number holds exactly.
 */
export function compareFractions(a: number, b: number, c: number, d: number): number {
  for (let sign = 1; ; sign = -sign) {
    const left = a % b;
    const right = c % d;
    const whole = (a - left) / b - (c - right) / d;
    if (whole !== 0) {
      return sign * Math.sign(whole);
    }
    if (left === 0 || right === 0) {
      return left === right ? 0 : left === 0 ? -sign : sign;
    }
    [a, b, c, d] = [b, left, d, right];
  }
}

/** A fraction in lowest terms. */
export function inLowestTerms(numerator: number, denominator: number): readonly [number, number] {
  let [a, b] = [numerator, denominator];
  while (b !== 0) {
    [a, b] = [b, a % b];
  }
  return [numerator / a, denominator / a];
}
