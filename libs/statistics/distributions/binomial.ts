import { deviance } from './deviance';
import { stirlingError } from './stirling-error';

/**
 * The logarithm of the binomial density, n! ÷ (x! (n − x)!) × pˣ (1 − p)ⁿ⁻ˣ, for real x and n too, where factorials are
 * read as gamma functions. Right to about 14 figures for any size of n.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 *
 * @param x 0 to n
 * @param p between 0 and 1, both excluded
 * @param q 1 − p, given apart so that it keeps its digits where p is near to 1
 */
export function logBinomialDensity(x: number, n: number, p: number, q: number): number {
  if (x === 0) return n * logOf(q, p);
  if (x === n) return n * logOf(p, q);
  const rest = n - x;
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(rest);
  const deviances = deviance(x, n * p) + deviance(rest, n * q);
  return errors - deviances - 0.5 * Math.log(2 * Math.PI * x * (rest / n));
}

/** ln p, by whichever of p and 1 − p is the smaller. */
function logOf(p: number, complement: number): number {
  return p < complement ? Math.log(p) : Math.log1p(-complement);
}
