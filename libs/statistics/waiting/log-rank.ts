import type { TestResult } from '../estimate';
import type { Durations } from './durations';

/** Whether waits differ between groups. */
export interface LogRank extends TestResult {
  /** For each group as given: how many waits ended, and how many would have if all groups waited alike. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/** Log-rank. */
export function logRank(groups: readonly Durations[]): LogRank {
  throw new Error('not written yet');
}
