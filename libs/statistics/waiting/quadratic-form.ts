/** Below this share of the largest variance, what is left of a variance is rounding. */
const ROUNDING = 1e-10;

/**
 * u′V⁻u for a covariance matrix V that may be singular (as where differences add up to 0), by elimination with the
 * largest variance first. Directions in which V has no spread count for nothing.
 *
 * @param covariance symmetric, not negative, as many rows as `differences`
 * @returns the value, and the rank of V
 */
export function quadraticForm(
  covariance: readonly (readonly number[])[],
  differences: readonly number[],
): { value: number; rank: number } {
  const v = covariance.map((row) => [...row]);
  const u = [...differences];
  const left = new Set(u.keys());
  const smallest = ROUNDING * Math.max(0, ...v.map((row, at) => row[at]!));
  let value = 0;
  let rank = 0;
  while (left.size > 0) {
    const pivot = [...left].reduce((best, at) => (v[at]![at]! > v[best]![best]! ? at : best));
    const variance = v[pivot]![pivot]!;
    if (variance <= smallest) break;
    left.delete(pivot);
    value += u[pivot]! ** 2 / variance;
    rank++;
    for (const row of left) {
      const factor = v[row]![pivot]! / variance;
      u[row]! -= factor * u[pivot]!;
      for (const column of left) v[row]![column]! -= factor * v[pivot]![column]!;
    }
  }
  return { value, rank };
}
