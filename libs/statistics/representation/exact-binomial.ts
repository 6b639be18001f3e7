import { chanceAsUnlikely } from '../distributions/as-unlikely';
import { requireShare, requireWhole } from '../refused-arguments';

/**
 * Whether a count fits a given share, two-sided: the chance, if each of `n` succeeds with that share, of a count that is
 * as unlikely as the observed one or more so (densities up to 1 + 10⁻⁷ times the observed one count as equal).
 *
 * Source: the exact binomial test, two-sided as R's binom.test. Above 0 up to 1 (0 where the share is 0 or 1 and the
 * count says otherwise, or where it is smaller than a double can be). Exact whatever is zero; 1 of nobody.
 *
 * @param successes a whole number from 0 to `n`
 * @param n a whole number from 0 up
 * @param share 0 to 1
 * @returns the p-value
 * @throws RangeError naming the argument that is out of range
 */
export function exactBinomial(successes: number, n: number, share: number): number {
  requireWhole('n', n);
  requireWhole('successes', successes, 0, n);
  requireShare('share', share);
  if (share === 0 || share === 1) return successes === n * share ? 1 : 0;
  const odds = share / (1 - share);
  const rise = (x: number) => ((n - x) / (x + 1)) * odds;
  const mode = Math.min(n, Math.floor((n + 1) * share));
  return chanceAsUnlikely({ fewest: 0, most: n, mode, rise }, successes);
}
