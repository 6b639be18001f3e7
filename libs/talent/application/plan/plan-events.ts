import type { AuditedEvent, AuditedKind, AuditTrail, Authority } from '@evenhand/kernel';

/** All that plans and boards tell the log, and why each is kept. */
const EVENTS = {
  'leadership-plan.made': 'change',
  'leadership-plan.changed': 'change',
  'leadership-plan.section-written': 'change',
  'leadership-plan.entry-added': 'change',
  'leadership-plan.entry-changed': 'change',
  'leadership-plan.gap-read': 'equity',
  'leadership-plan.dashboard-read': 'equity',
  'leadership-plan.baseline-set': 'equity',
  'leadership-plan.baseline-read': 'equity',
  'leadership-plan.put-forward': 'equity',
  'leadership-plan.published': 'equity',
  'leadership-plan.turned-down': 'equity',
  'board.added': 'change',
  'board.changed': 'change',
} as const satisfies Record<string, AuditedKind>;

/** The code of something that plans and boards tell the log. */
export type PlanEvent = keyof typeof EVENTS;

/** Tells the log what was done to a plan or a board of a programme. A plan is named by its programme. */
export function tellOfPlan(
  trail: AuditTrail,
  action: PlanEvent,
  authority: Authority,
  { programmeId, id = programmeId }: { readonly programmeId: string; readonly id?: string },
  details?: AuditedEvent['details'],
): Promise<void> {
  return trail.record({
    ...{ kind: EVENTS[action], action, authority, programmeId },
    thing: { kind: action.startsWith('board.') ? 'board' : 'leadership-plan', id },
    ...(details === undefined ? {} : { details }),
  });
}
