import type { Counted } from '../counted';
import { normalWithin } from '../distributions/normal';
import type { Estimate } from '../estimate';
import { reasonOf } from '../reasons';
import { requireBetweenZeroAndOne, requireCounted } from '../refused-arguments';
import { rateRatio } from './rate-ratio';
import { zeroCell } from './zero-cell';

/**
 * The ratio of two rates, a ÷ b, with its log interval: ratio × exp(±z √(1/xₐ − 1/nₐ + 1/x_b − 1/n_b)).
 *
 * Source: Katz, Baptista, Azen and Pike, "Obtaining confidence intervals for the risk ratio in cohort studies" (1978).
 * From 0 up. A zero cell gives no interval: with a at 0% the ratio is 0 (`none_in_group`), with b at 0% there is none
 * (`none_in_rest`), and a rate of 100% would be taken for certain (`all_in_group`, `all_in_rest`). Nothing is added to
 * any cell. Where either counts nobody there is neither (`nobody_counted`).
 *
 * @param a the group
 * @param b the rest
 * @param level how sure the interval is, between 0 and 1
 * @throws RangeError naming the argument that is out of range
 */
export function katz(a: Counted, b: Counted, level = 0.95): Estimate {
  requireCounted('a', a);
  requireCounted('b', b);
  requireBetweenZeroAndOne('level', level);
  const ratio = rateRatio(a, b);
  const empty = zeroCell(a, b);
  if (ratio === null || empty !== undefined) {
    return { estimate: ratio, interval: null, reason: reasonOf(empty ?? 'nobody_counted') };
  }
  const error = Math.sqrt(
    (a.n - a.successes) / (a.n * a.successes) + (b.n - b.successes) / (b.n * b.successes),
  );
  const factor = Math.exp(normalWithin(level) * error);
  return { estimate: ratio, interval: { lower: ratio / factor, upper: ratio * factor } };
}
