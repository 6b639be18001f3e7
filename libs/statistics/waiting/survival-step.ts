import type { Interval } from '../estimate';

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
  /** Within 0 and 1; `null` where nobody is left waiting. */
  readonly interval: Interval | null;
}
