import { betaQuantile } from '../distributions/beta-quantile';
import type { Estimate } from '../estimate';
import { reasonOf } from '../reasons';
import { requireBetweenZeroAndOne, requireWhole } from '../refused-arguments';

/**
 * A rate with its exact interval: all rates under which neither so few nor so many as were counted would be a surprise,
 * each end a quantile of a beta distribution.
 *
 * Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial" (1934).
 * Within 0 and 1. Rates of 0% and 100% have intervals like any other; a rate of nobody has neither estimate nor interval
 * (`nobody_counted`).
 *
 * @param successes a whole number from 0 to `n`
 * @param n a whole number from 0 up
 * @param level how sure the interval is at least, between 0 and 1
 * @throws RangeError naming the argument that is out of range
 */
export function clopperPearson(successes: number, n: number, level = 0.95): Estimate {
  requireWhole('n', n);
  requireWhole('successes', successes, 0, n);
  requireBetweenZeroAndOne('level', level);
  if (n === 0) return { estimate: null, interval: null, reason: reasonOf('nobody_counted') };
  const tail = (1 - level) / 2;
  const failures = n - successes;
  return {
    estimate: successes / n,
    interval: {
      lower: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1).x,
      // The highest rate of successes is what the lowest rate of failures leaves.
      upper: failures === 0 ? 1 : betaQuantile(tail, failures, successes + 1).y,
    },
  };
}
