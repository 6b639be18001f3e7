import { normalWithin } from '../distributions/normal';
import type { Estimate } from '../estimate';
import { rateRatio } from '../rates/rate-ratio';
import { zeroCell } from '../rates/zero-cell';
import { reasonOf } from '../reasons';
import { requireBetweenZeroAndOne } from '../refused-arguments';
import { comparableStrata, requireStrata, type Stratum, withoutStrata } from './stratum';

/** A ratio of rates within strata, beside the one that ignores them. */
export interface MantelHaenszel extends Estimate {
  /** Rate of the group ÷ rate of the rest with all strata thrown together; `null` where the rest is at 0%. */
  readonly crude: number | null;
  /** How many strata hold both people of the group and of the rest: the others tell nothing. */
  readonly strataCompared: number;
}

/**
 * The ratio of rates that a group has within strata, so that a mix of strata does not pass for a bias, or hide one:
 * Σ a n₀/N ÷ Σ b n₁/N, where in a stratum of N people a of the n₁ in the group and b of the n₀ in the rest succeed. Its
 * log interval has the variance Σ (n₁n₀(a + b) − abN)/N² ÷ (Σ a n₀/N × Σ b n₁/N), which holds for few large strata as
 * for many small ones.
 *
 * Source: Mantel and Haenszel (1959) in the form for ratios of rates; Greenland and Robins, "Estimation of a common
 * effect parameter from sparse follow-up data" (1985). From 0 up. Zero cells within a stratum count as they are. Where,
 * over the strata that can be compared, nobody or everybody of the group or of the rest succeeded, there is no interval,
 * as in `katz`; where no stratum holds both there is neither estimate nor interval (`nothing_to_compare`).
 *
 * @param level how sure the interval is, between 0 and 1
 * @throws RangeError naming the argument that is out of range
 */
export function mantelHaenszel(strata: readonly Stratum[], level = 0.95): MantelHaenszel {
  requireStrata(strata);
  requireBetweenZeroAndOne('level', level);
  const all = withoutStrata(strata);
  const compared = comparableStrata(strata);
  const found = { crude: rateRatio(all.group, all.rest), strataCompared: compared.length };
  if (compared.length === 0) {
    return { ...found, estimate: null, interval: null, reason: reasonOf('nothing_to_compare') };
  }
  const { ofGroup, ofRest, variance } = sums(compared);
  const estimate = ofRest === 0 ? null : ofGroup / ofRest;
  const { group, rest } = withoutStrata(compared);
  const empty = zeroCell(group, rest);
  if (estimate === null || empty !== undefined) {
    return { ...found, estimate, interval: null, reason: reasonOf(empty ?? 'none_in_rest') };
  }
  const factor = Math.exp(normalWithin(level) * Math.sqrt(variance / (ofGroup * ofRest)));
  return { ...found, estimate, interval: { lower: estimate / factor, upper: estimate * factor } };
}

function sums(strata: readonly Stratum[]): { ofGroup: number; ofRest: number; variance: number } {
  let [ofGroup, ofRest, variance] = [0, 0, 0];
  for (const { group, rest } of strata) {
    const n = group.n + rest.n;
    const succeeded = group.successes + rest.successes;
    ofGroup += (group.successes * rest.n) / n;
    ofRest += (rest.successes * group.n) / n;
    variance += (group.n / n) * (rest.n / n) * succeeded - (group.successes * rest.successes) / n;
  }
  return { ofGroup, ofRest, variance };
}
