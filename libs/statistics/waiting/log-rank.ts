import { chiSquaredUpperTail } from '../distributions/chi-squared-tail';
import type { TestResult } from '../estimate';
import { reasonOf } from '../reasons';
import type { Durations } from './durations';
import { quadraticForm } from './quadratic-form';
import { type SortedDurations, sortedDurations } from './sorted-durations';
import { StillWaiting } from './still-waiting';

/** Whether waits differ between groups. */
export interface LogRank extends TestResult {
  /** For each group as given: how many waits ended, and how many would have if all groups waited alike. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/**
 * Whether waits differ between two or more groups: at each time at which d of n waits end, a group of nⱼ is expected to
 * have d nⱼ/n of them; u = Σ observed − expected is put beside its covariance, Σ d (n − d)/(n − 1) × nⱼ/n (δ − nₗ/n), as
 * the χ² u′V⁻¹u. Its degrees of freedom are the rank of V: one less than there are groups, where all of them can be
 * compared.
 *
 * Source: Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration" (1966);
 * Peto and Peto (1972). χ² from 0 up. A group in which no wait ended counts like any other; one that nobody is left of
 * when the first wait ends tells nothing, and where no two groups wait at the same time as a wait ends there is no test
 * (`nothing_to_compare`).
 *
 * @throws RangeError naming the time or event that is out of range
 */
export function logRank(groups: readonly Durations[]): LogRank {
  const sorted = groups.map((group, at) => sortedDurations(`groups[${at}]`, group));
  const { expected, covariance } = underAlikeWaits(sorted);
  const observed = sorted.map(({ ended }) => ended.length);
  const found = { groups: observed.map((count, at) => ({ observed: count, expected: expected[at]! })) };
  const differences = observed.map((count, at) => count - expected[at]!);
  const { value, rank } = quadraticForm(covariance, differences);
  if (rank === 0) {
    const reason = reasonOf('nothing_to_compare');
    return { ...found, statistic: null, degreesOfFreedom: 0, pValue: null, reason };
  }
  return { ...found, statistic: value, degreesOfFreedom: rank, pValue: chiSquaredUpperTail(value, rank) };
}

interface AlikeWaits {
  readonly expected: number[];
  readonly covariance: number[][];
}

function underAlikeWaits(groups: readonly SortedDurations[]): AlikeWaits {
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  const waiting = groups.map((group) => new StillWaiting(group));
  for (const time of timesOf(groups)) {
    const now = waiting.map((group) => group.at(time));
    const n = now.reduce((sum, { atRisk }) => sum + atRisk, 0);
    const d = now.reduce((sum, { ending }) => sum + ending, 0);
    const shares = now.map(({ atRisk }) => atRisk / n);
    const scale = n === 1 ? 0 : (d * (n - d)) / (n - 1);
    shares.forEach((share, j) => {
      expected[j]! += d * share;
      if (share > 0) addTo(covariance[j]!, scale * share, shares, j);
    });
  }
  return { expected, covariance };
}

function addTo(row: number[], factor: number, shares: readonly number[], own: number): void {
  for (let l = 0; l < row.length; l++) {
    row[l]! += factor * ((l === own ? 1 : 0) - shares[l]!);
  }
}

/** Every time at which a wait ends in any group, once and in order. */
function timesOf(groups: readonly SortedDurations[]): Float64Array {
  const all = new Float64Array(groups.reduce((sum, { ended }) => sum + ended.length, 0));
  let filled = 0;
  for (const { ended } of groups) {
    all.set(ended, filled);
    filled += ended.length;
  }
  all.sort();
  return all.filter((time, at) => at === 0 || time !== all[at - 1]);
}
