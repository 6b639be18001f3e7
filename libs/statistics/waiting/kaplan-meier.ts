import type { Estimate, Interval } from '../estimate';
import type { Durations } from './durations';

/** What a curve falls to at one time. */
export interface SurvivalStep {
  readonly time: number;
  /** How many still waited just before this time. */
  readonly atRisk: number;
  /** For how many of them the wait ended now with what they waited for. */
  readonly events: number;
  /** The share still waiting after this time, 0 to 1. */
  readonly survival: number;
  /** Greenwood's; `null` where nobody is left waiting. */
  readonly standardError: number | null;
  /** `null` where nobody is left waiting. */
  readonly interval: Interval | null;
}

/** How the share of those still waiting falls. */
export interface SurvivalCurve {
  readonly people: number;
  readonly events: number;
  readonly censored: number;
  /** One for each time at which something happened, in order; before the first the share is 1. */
  readonly steps: readonly SurvivalStep[];
  /** The first time at which no more than half still wait. */
  readonly median: Estimate;
  /** The longest time of anybody; 0 of nobody. */
  readonly longest: number;
  /** Of the intervals. */
  readonly level: number;
}

/** Kaplan-Meier. */
export function kaplanMeier(durations: Durations, level = 0.95): SurvivalCurve {
  throw new Error('not written yet');
}
