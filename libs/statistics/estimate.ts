/** A confidence interval. Both ends are finite numbers and `lower` ≤ `upper`. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Why a figure is missing. What depends on it may branch on this; people read the sentence beside it. */
export type ReasonCode =
  | 'nobody_counted'
  | 'none_in_group'
  | 'none_in_rest'
  | 'all_in_group'
  | 'all_in_rest'
  | 'no_baseline'
  | 'nothing_to_compare'
  | 'not_reached'
  | 'not_followed';

/** Why a figure is missing, for programs and for people. */
export interface Reason {
  readonly code: ReasonCode;
  /** One plain sentence that holds no count, so that it can stand wherever the figure would have stood. */
  readonly sentence: string;
}

/** A figure with its confidence interval, or the reason why it has none. Never Infinity, never NaN. */
export interface Estimate {
  /** `null` where the data give no such figure (a rate of nobody, a ratio to 0%). */
  readonly estimate: number | null;
  /** `null` where the data give no honest interval. */
  readonly interval: Interval | null;
  /** Said whenever `estimate` or `interval` is null. */
  readonly reason?: Reason;
}

/** What a χ² test finds. */
export interface TestResult {
  /** χ², from 0 up; `null` where there is nothing to compare. */
  readonly statistic: number | null;
  /** From 0 up: 0 where there is nothing to compare. */
  readonly degreesOfFreedom: number;
  /** From 0 to 1; `null` where there is nothing to compare. */
  readonly pValue: number | null;
  /** Said whenever `statistic` and `pValue` are null. */
  readonly reason?: Reason;
}
