import type { Counted } from '../counted';
import type { Estimate } from '../estimate';
import { requireBetweenZeroAndOne, requireCounted } from '../refused-arguments';
import { wilson } from './wilson';

/**
 * The difference of two rates, a − b, with the interval that Wilson's intervals of both give:
 * d − √((pₐ − lₐ)² + (u_b − p_b)²) to d + √((uₐ − pₐ)² + (p_b − l_b)²).
 *
 * Source: Newcombe, "Interval estimation for the difference between independent proportions" (1998), method 10. From −1
 * to 1. Rates of 0% and 100% have intervals like any other; where either counts nobody there is neither estimate nor
 * interval (`nobody_counted`).
 *
 * @param level how sure the interval is, between 0 and 1
 * @throws RangeError naming the argument that is out of range
 */
export function newcombe(a: Counted, b: Counted, level = 0.95): Estimate {
  requireCounted('a', a);
  requireCounted('b', b);
  requireBetweenZeroAndOne('level', level);
  const [ofA, ofB] = [wilson(a.successes, a.n, level), wilson(b.successes, b.n, level)];
  const missing = ofA.reason ?? ofB.reason;
  if (missing !== undefined) return { estimate: null, interval: null, reason: missing };
  const [pa, pb] = [ofA.estimate!, ofB.estimate!];
  const [ia, ib] = [ofA.interval!, ofB.interval!];
  const difference = pa - pb;
  return {
    estimate: difference,
    interval: {
      lower: Math.max(-1, difference - Math.hypot(pa - ia.lower, ib.upper - pb)),
      upper: Math.min(1, difference + Math.hypot(ia.upper - pa, pb - ib.lower)),
    },
  };
}
