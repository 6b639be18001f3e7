import type { AuditedEvent, AuditedKind, Authority } from '@evenhand/kernel';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';

/** What the log is told of something that was done with a round. */
export function roundEvent(
  authority: Authority,
  { id, programmeId }: MatchingRound,
  kind: AuditedKind,
  done: string,
  details: NonNullable<AuditedEvent['details']> = {},
): AuditedEvent {
  return {
    ...{ kind, action: `matching-round.${done}`, authority, programmeId },
    ...{ thing: { kind: 'matching-round', id }, details },
  };
}
