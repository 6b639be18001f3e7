import { DEFAULT_DISCLOSURE_POLICY, type ReleasedCount, releaseTable } from '@evenhand/disclosure';

/** Whether somebody who took up a post came from the pool that was made for it. */
export const APPOINTED_FROM = ['pool', 'outside'] as const;
/** The code of one of them. */
export type AppointedFrom = (typeof APPOINTED_FROM)[number];

/** How long people waited for a decision, as it may be published. */
export interface ReleasedTimes {
  /** Until when decisions are counted, RFC 3339; absent while there are too few. */
  readonly until?: string;
  /**
   * Whole weeks from the day on which somebody said that they want to be considered until the decision: half of all waited
   * no longer. Null while there are fewer than ten decisions.
   */
  readonly medianWeeks: number | null;
}

/** How a pool was used, as it may be published: whether those who took up its posts came from it. */
export interface ReleasedAppointments {
  /** Until when appointments are counted, RFC 3339; absent while there are too few. */
  readonly until?: string;
  /** The sum of what is told; null where nothing is. */
  readonly appointments: ReleasedCount;
  readonly from: readonly { readonly from: AppointedFrom; readonly appointments: ReleasedCount }[];
}

/** What happened, and when. */
export interface Waited {
  readonly days: number;
  readonly decidedAt: Date;
}

/** While there are too few decisions to tell. */
export const NO_TIMES: ReleasedTimes = { medianWeeks: null };
/** While there are too few appointments to tell. */
export const NO_APPOINTMENTS: ReleasedAppointments = {
  appointments: null,
  from: APPOINTED_FROM.map((from) => ({ from, appointments: null })),
};

/**
 * Times until a moment, or those of the last publication while too few decisions were made since, as few as are told of
 * nobody: who compares two figures learns of no one.
 */
export function releaseTimes(
  waited: readonly Waited[],
  last: ReleasedTimes,
  asOf: Date,
  { smallest } = DEFAULT_DISCLOSURE_POLICY,
): ReleasedTimes {
  const decided = waited.filter(({ decidedAt }) => decidedAt < asOf);
  if (
    countSince(
      decided.map(({ decidedAt }) => decidedAt),
      last.until,
    ) < smallest
  ) {
    return last;
  }
  const days = decided.map((one) => one.days).sort((one, other) => one - other);
  return { until: asOf.toISOString(), medianWeeks: Math.round(days[Math.ceil(days.length / 2) - 1]! / 7) };
}

/** Appointments until a moment, or those of the last publication while as few were made since as are not told. */
export function releaseAppointments(
  appointedAt: Readonly<Record<AppointedFrom, readonly Date[]>>,
  last: ReleasedAppointments,
  asOf: Date,
  policy = DEFAULT_DISCLOSURE_POLICY,
): ReleasedAppointments {
  const until = (from: AppointedFrom) => appointedAt[from].filter((at) => at < asOf);
  if (countSince(APPOINTED_FROM.flatMap(until), last.until) < policy.smallest) {
    return last;
  }
  const { rows, totals } = releaseTable(
    APPOINTED_FROM.map((from) => ({ key: from, counts: { appointments: until(from).length } })),
    policy,
  );
  return {
    until: asOf.toISOString(),
    appointments: totals.appointments,
    from: APPOINTED_FROM.map((from, at) => ({ from, appointments: rows[at]!.counts.appointments })),
  };
}

function countSince(moments: readonly Date[], until: string | undefined): number {
  const since = new Date(until ?? 0);
  return moments.filter((at) => at >= since).length;
}
