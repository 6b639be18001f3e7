import { chiSquaredUpperTail } from '../distributions/chi-squared-tail';
import type { TestResult } from '../estimate';
import { reasonOf } from '../reasons';
import { requireStrata, type Stratum } from './stratum';

/**
 * Whether, within strata, the group's rate differs from that of the rest: (|Σ a − Σ n₁m/N| − c)² ÷ Σ n₁n₀m(N − m)/(N²(N − 1)),
 * where in a stratum of N people m succeed, a of them among the n₁ in the group. The correction c is ½, or 0 where the
 * difference itself is less than ½, as R's mantelhaen.test has it.
 *
 * Source: Cochran, "Some methods for strengthening the common χ² tests" (1954); Mantel and Haenszel, "Statistical
 * aspects of the analysis of data from retrospective studies of disease" (1959). χ² with one degree of freedom. Zero
 * cells count as they are; strata without people on both sides, or in which nobody or everybody succeeded, tell nothing,
 * and where all are so there is no test (`nothing_to_compare`).
 *
 * @param corrected whether to correct for continuity
 * @throws RangeError naming the count that is out of range
 */
export function cochranMantelHaenszel(strata: readonly Stratum[], corrected = true): TestResult {
  requireStrata(strata);
  let [difference, variance] = [0, 0];
  for (const { group, rest } of strata) {
    const n = group.n + rest.n;
    if (n < 2) continue;
    const succeeded = group.successes + rest.successes;
    // In this form the difference is exactly 0 where the rates are equal.
    difference += (group.successes * rest.n - rest.successes * group.n) / n;
    variance += ((group.n / n) * (rest.n / n) * succeeded * (n - succeeded)) / (n - 1);
  }
  if (variance === 0) {
    return { statistic: null, degreesOfFreedom: 0, pValue: null, reason: reasonOf('nothing_to_compare') };
  }
  const distance = Math.abs(difference);
  const correction = corrected && distance >= 0.5 ? 0.5 : 0;
  const statistic = (distance - correction) ** 2 / variance;
  return { statistic, degreesOfFreedom: 1, pValue: chiSquaredUpperTail(statistic, 1) };
}
