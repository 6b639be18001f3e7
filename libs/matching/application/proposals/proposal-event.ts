import type { AuditedEvent, AuditedKind, Authority } from '@evenhand/kernel';
import type { FoundProposal } from './find-proposal';

/** What the log is told of something that was done with a proposal. */
export function proposalEvent(
  authority: Authority,
  { proposal: { id, menteeId, mentorId }, programmeId }: FoundProposal,
  kind: AuditedKind,
  done: string,
  details: NonNullable<AuditedEvent['details']> = {},
): AuditedEvent {
  return {
    ...{ kind, action: `proposal.${done}`, authority, programmeId, personIds: [menteeId, mentorId] },
    ...{ thing: { kind: 'proposal', id }, details },
  };
}
