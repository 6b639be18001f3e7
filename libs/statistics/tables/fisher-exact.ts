import type { Counted } from '../counted';
import { chanceAsUnlikely, chancesAsUnlikely, type PeakedDistribution } from '../distributions/as-unlikely';
import { type Margins, rangeInGroup } from '../distributions/hypergeometric';
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
  const margins = { group: a.n, rest: b.n, successes: a.successes + b.successes };
  return chanceAsUnlikely(splitsOf(margins), a.successes);
}

/**
 * `fisherExact` of several splits of the same people: of whom so many of the successes are in the group.
 *
 * @param inGroup each within `rangeInGroup`
 * @returns p-values in the order given, each within 10⁻¹⁵
 */
export function fisherOfSplits(margins: Margins, inGroup: readonly number[]): readonly number[] {
  return chancesAsUnlikely(splitsOf(margins), inGroup);
}

function splitsOf(margins: Margins): PeakedDistribution {
  const { group, rest, successes } = margins;
  const { fewest, most } = rangeInGroup(margins);
  const failuresBeyond = rest - successes;
  const mode = Math.floor(((group + 1) * (successes + 1)) / (group + rest + 2));
  return {
    ...{ fewest, most, mode: Math.min(most, Math.max(fewest, mode)) },
    rise: (x) => ((group - x) * (successes - x)) / ((x + 1) * (failuresBeyond + x + 1)),
  };
}
