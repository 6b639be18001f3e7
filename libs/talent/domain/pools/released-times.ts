/** How long people waited for a decision, as it may be published. */
export interface ReleasedTimes {
  /** Until when decisions are counted, RFC 3339; absent while there are too few. */
  readonly until?: string;
  /**
   * Whole weeks from the day on which somebody said that they want to be considered until the decision: half of all waited
   * no longer. Null while there are too few decisions to tell.
   */
  readonly medianWeeks: number | null;
}

/** How long somebody waited, and until when. */
export interface Waited {
  readonly days: number;
  readonly decidedAt: Date;
}

/** While there are too few decisions to tell. */
export const NO_TIMES: ReleasedTimes = { medianWeeks: null };

/**
 * Times until a moment, or those of the last publication while fewer decisions were made since than are told of: who compares
 * two publications learns of no one.
 *
 * @param fewest decisions of which anything is told
 */
export function releaseTimes(
  waited: readonly Waited[],
  last: ReleasedTimes,
  asOf: Date,
  fewest: number,
): ReleasedTimes {
  const decided = waited.filter(({ decidedAt }) => decidedAt < asOf);
  const moments = decided.map(({ decidedAt }) => decidedAt);
  if (countSince(moments, last.until) < fewest) return last;
  const days = decided.map((one) => one.days).sort((one, other) => one - other);
  return { until: asOf.toISOString(), medianWeeks: Math.round(days[Math.ceil(days.length / 2) - 1]! / 7) };
}

function countSince(moments: readonly Date[], until: string | undefined): number {
  const since = new Date(until ?? 0);
  return moments.filter((at) => at >= since).length;
}
