import { normalWithin } from '../distributions/normal';
import type { Estimate } from '../estimate';
import { reasonOf } from '../reasons';
import { requireBetweenZeroAndOne, requireWhole } from '../refused-arguments';

/**
 * A rate with its score interval: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n).
 *
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927). Its ends lie within 0
 * and 1. Rates of 0% and 100% have intervals like any other; a rate of nobody has neither estimate nor interval
 * (`nobody_counted`).
 *
 * @param successes a whole number from 0 to `n`
 * @param n a whole number from 0 up
 * @param level how sure the interval is, between 0 and 1
 * @throws RangeError naming the argument that is out of range
 */
export function wilson(successes: number, n: number, level = 0.95): Estimate {
  requireWhole('n', n);
  requireWhole('successes', successes, 0, n);
  requireBetweenZeroAndOne('level', level);
  if (n === 0) return { estimate: null, interval: null, reason: reasonOf('nobody_counted') };
  const rate = successes / n;
  const square = normalWithin(level) ** 2;
  const middle = rate + square / (2 * n);
  const half = Math.sqrt(square * ((rate * (1 - rate)) / n + square / (4 * n * n)));
  const scale = 1 + square / n;
  return {
    estimate: rate,
    interval: {
      lower: successes === 0 ? 0 : (middle - half) / scale,
      upper: successes === n ? 1 : (middle + half) / scale,
    },
  };
}
