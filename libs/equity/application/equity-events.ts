import type { AuditedEvent, AuditTrail } from '@evenhand/kernel';

/** All that this context tells the log. */
export type EquityEvent =
  | 'equity-baseline.set'
  | 'equity-baseline.read'
  | 'equity-counts.read'
  | 'equity-report.asked'
  | 'equity-report.read'
  | 'equity-report.exported'
  | 'equity-snapshot.put-forward'
  | 'equity-snapshot.read'
  | 'equity-snapshot.exported'
  | 'equity-snapshot.published'
  | 'equity-snapshot.turned-down';

/** Tells the log what was done: all of it bears on equity. */
export function tellOfEquity(
  trail: AuditTrail,
  action: EquityEvent,
  event: Omit<AuditedEvent, 'kind' | 'action'>,
): Promise<void> {
  return trail.record({ kind: 'equity', action, ...event });
}
