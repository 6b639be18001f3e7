import type { AuditedEvent, AuditedKind, Authority } from '@evenhand/kernel';
import type { MentoringRelationship } from '../../domain/mentoring-relationship';

/** What the log is told of something that was done with a relationship. */
export function relationshipEvent(
  authority: Authority,
  { id, programmeId, menteeId, mentorId }: MentoringRelationship,
  kind: AuditedKind,
  done: string,
): AuditedEvent {
  return {
    ...{ kind, action: `mentoring-relationship.${done}`, authority, programmeId },
    ...{ personIds: [menteeId, mentorId], thing: { kind: 'mentoring-relationship', id } },
  };
}
