import { logBinomialDensity } from './binomial';
import { continuedFraction, type FractionTerm } from './continued-fraction';
import type { Tails } from './tails';

/**
 * The regularised incomplete beta function Iₓ(a, b) and what it leaves of 1. For whole numbers these are binomial tails:
 * Iₓ(k, n − k + 1) is the chance of k or more in n.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8.
 *
 * @param x between 0 and 1, both excluded
 * @param y 1 − x, given apart so that it keeps its digits where x is near to 1
 * @param a > 0
 * @param b > 0
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (x > (a + 1) / (a + b + 2)) {
    const upper = tail(y, x, b, a);
    return { lower: 1 - upper, upper };
  }
  const lower = tail(x, y, a, b);
  return { lower, upper: 1 - lower };
}

/** The lower one, where it converges fast: below the bulk of the distribution. */
function tail(x: number, y: number, a: number, b: number): number {
  const front = (b / (a + b)) * Math.exp(logBinomialDensity(a, a + b, x, y));
  return front * continuedFraction(1, betaTerm(x, a, b));
}

function betaTerm(x: number, a: number, b: number): FractionTerm {
  return (step) => {
    const m = Math.floor(step / 2);
    const at = a + 2 * m;
    return step % 2 === 1
      ? [(-(a + m) * (a + b + m) * x) / (at * (at + 1)), 1]
      : [(m * (b - m) * x) / ((at - 1) * at), 1];
  };
}
