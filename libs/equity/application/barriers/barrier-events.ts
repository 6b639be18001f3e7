import type { AuditedEvent, AuditTrail, Authority } from '@evenhand/kernel';
import type { BarrierReview } from '../../domain/barriers/barrier-review';

/** What is told to the log of a review. */
export type BarrierEvent =
  | 'barrier-review.begun'
  | 'barrier-review.leads-named'
  | 'barrier-review.question-answered'
  | 'barrier-review.barrier-judged'
  | 'barrier-review.completed'
  | 'barrier-review.action-added'
  | 'barrier-review.action-settled';

/** Tells the log what was done to a review, and by which code of the catalogue. */
export function tellOfReview(
  trail: AuditTrail,
  action: BarrierEvent,
  authority: Authority,
  { id, programmeId }: BarrierReview,
  more: Pick<AuditedEvent, 'details' | 'personIds'> = {},
): Promise<void> {
  const thing = { kind: 'barrier-review', id };
  return trail.record({ kind: 'equity', action, authority, programmeId, thing, ...more });
}
