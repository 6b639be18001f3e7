import { continuedFraction } from './continued-fraction';
import { deviance } from './deviance';
import { stirlingError } from './stirling-error';
import type { Tails } from './tails';

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): a series below the bulk of the distribution, a
 * continued fraction above it, so that the smaller of the two is never a difference.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31.
 *
 * @param a > 0
 * @param x ≥ 0
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 };
  // xᵃ e⁻ˣ ÷ Γ(a + 1)
  const density = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  if (x < a + 1) {
    const lower = density * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(x + 1 - a, (i) => [-i * (i - a), x + 1 - a + 2 * i]);
  const upper = density * a * fraction;
  return { lower: 1 - upper, upper };
}

/** 1 + x ÷ (a + 1) + x² ÷ ((a + 1)(a + 2)) + … */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let next = a + 1; ; next++) {
    term *= x / next;
    if (sum + term === sum) return sum;
    sum += term;
  }
}
