/**
 * How far a count is from what is expected: x ln(x ÷ expected) + expected − x, without the cancellation that this
 * formula has where the two are near to each other.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 *
 * @param x > 0
 * @param expected > 0
 */
export function deviance(x: number, expected: number): number {
  const difference = x - expected;
  const relative = difference / (x + expected);
  if (Math.abs(relative) >= 0.1) {
    return x * Math.log(x / expected) - difference;
  }
  // ln(x ÷ expected) = 2 artanh(relative), and its first term is taken together with the difference.
  const square = relative * relative;
  let sum = difference * relative;
  let power = 2 * x * relative;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
