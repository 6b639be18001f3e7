import type { Counted } from '../counted';
import { chanceAsUnlikely } from '../distributions/as-unlikely';
import { rangeInGroup } from '../distributions/hypergeometric';
import { requireCounted } from '../refused-arguments';

/**
 * Fisher's exact test of whether two rates differ, two-sided: the chance, with all margins as they are, of a table that
 * is as unlikely as the observed one or more so (densities up to 1 + 10⁻⁷ times the observed one count as equal).
 *
 * Source: Fisher, "On the interpretation of χ² from contingency tables, and the calculation of P" (1922); two-sided as
 * R's fisher.test. Above 0 up to 1 (0 only where it is smaller than a double can be). Exact whatever cells are zero; 1
 * where either counts nobody, where nobody succeeded and where everybody did. A million people take milliseconds.
 *
 * @returns the p-value
 * @throws RangeError naming the argument that is out of range
 */
export function fisherExact(a: Counted, b: Counted): number {
  requireCounted('a', a);
  requireCounted('b', b);
  const successes = a.successes + b.successes;
  const margins = { group: a.n, rest: b.n, successes };
  const { fewest, most } = rangeInGroup(margins);
  const failuresBeyond = b.n - successes;
  const mode = Math.floor(((a.n + 1) * (successes + 1)) / (a.n + b.n + 2));
  const rise = (x: number) => ((a.n - x) * (successes - x)) / ((x + 1) * (failuresBeyond + x + 1));
  return chanceAsUnlikely({ fewest, most, mode: Math.min(most, Math.max(fewest, mode)), rise }, a.successes);
}
