import type { RetentionPeriod } from './inventory/held-data';

/** Whose rows, or words in them, are removed once they are over, and by which of the periods. */
export const OVERDUE_TABLES = {
  mentoring_request: 'closed_record',
  proposal: 'closed_record',
  // Before the membership, with which it would go uncounted.
  pool_decision_review: 'closed_record',
  talent_pool_member: 'closed_record',
  championing: 'closed_record',
  role_grant: 'closed_record',
  break_glass: 'closed_record',
  correction_request: 'closed_record',
  explanation_review: 'closed_record',
  people_import: 'import_notice',
} as const satisfies Record<string, RetentionPeriod>;
/** One of them. */
export type OverdueTable = keyof typeof OVERDUE_TABLES;

/** Days that what is over is kept, unless configured otherwise: two years, so that last year's can be compared. */
export const USUAL_CLOSED_RECORD_DAYS = 730;

const IMPORT_NOTICE_DAYS = 90;
const DAY_MILLISECONDS = 86_400_000;

/** What was over at this moment, or before, is due to be removed. */
export function dueSince(table: OverdueTable, now: Date, closedRecordDays: number): Date {
  const days = OVERDUE_TABLES[table] === 'closed_record' ? closedRecordDays : IMPORT_NOTICE_DAYS;
  return new Date(now.getTime() - days * DAY_MILLISECONDS);
}
