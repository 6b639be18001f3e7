import type { JobFailure } from '@evenhand/kernel';
import type { EquityReport } from './equity-report';

/** Where a report stands. What is made stays as it is. */
export const REPORT_STATES = ['queued', 'running', 'made', 'failed'] as const;
/** One of them. */
export type ReportState = (typeof REPORT_STATES)[number];

/** Months that a report can look back: of few windows, so that no two differ by a handful of days. */
export const WINDOW_MONTHS = [12, 24, 36] as const;
/** Two years: professions that are small appear at all. */
export const USUAL_WINDOW_MONTHS = 24;

/** How far the making of a report has come. */
export interface ReportProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** A report that somebody asked for. */
export interface ReportOrder {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly months: number;
  /** The last day that it looks at, `YYYY-MM-DD`. */
  readonly lastDay: string;
  readonly state: ReportState;
  /** The account that asked for it. */
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly deliveries: number;
  readonly progress: ReportProgress;
  readonly failure?: JobFailure;
  readonly madeAt?: Date;
  /**
   * The earlier report that stands in its place, where fewer people changed since than the smallest count that is told:
   * the difference of the two would be about so few.
   */
  readonly repeats?: string;
}

/** A report with what came of it, its own or that which it repeats. */
export interface MadeReport extends ReportOrder {
  readonly report?: EquityReport;
  /** When the counts were taken. */
  readonly countedAt?: Date;
}

/**
 * The first day of a window, `YYYY-MM-DD`: so many months before the day after the last. Where its month has no such day,
 * the last one that it has.
 */
export function firstDayOf(lastDay: string, months: number): string {
  const after = new Date(`${lastDay}T00:00:00.000Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  const [year, month, day] = [after.getUTCFullYear(), after.getUTCMonth() - months, after.getUTCDate()];
  const daysOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, daysOfMonth))).toISOString().slice(0, 10);
}
