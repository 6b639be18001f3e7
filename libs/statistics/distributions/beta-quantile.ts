import { logBinomialDensity } from './binomial';
import { incompleteBeta } from './incomplete-beta';

/**
 * The x for which Iₓ(a, b) is `share`, with 1 − x beside it. Newton's method on the logarithm of the tail, as a function
 * of the log odds of x, within bounds that only ever close in: so x may be as near to 0 or 1 as it likes.
 *
 * @param share between 0 and 1, both excluded
 * @param a > 0
 * @param b > 0
 */
export function betaQuantile(share: number, a: number, b: number): { x: number; y: number } {
  let lowest = -740;
  let highest = 740;
  let odds = Math.log(a / b);
  for (let step = 0; step < 200; step++) {
    const { x, y } = fromLogOdds(odds);
    const { lower } = incompleteBeta(x, y, a, b);
    if (lower < share) lowest = odds;
    else highest = odds;
    const slope = ((a * b) / (a + b)) * Math.exp(logBinomialDensity(a, a + b, x, y));
    const newton = odds - (Math.log(lower / share) * lower) / slope;
    const next = newton > lowest && newton < highest ? newton : (lowest + highest) / 2;
    const moved = Math.abs(next - odds);
    odds = next;
    if (moved <= 1e-15 * Math.max(1, Math.abs(odds))) break;
  }
  return fromLogOdds(odds);
}

function fromLogOdds(odds: number): { x: number; y: number } {
  return { x: 1 / (1 + Math.exp(-odds)), y: 1 / (1 + Math.exp(odds)) };
}
