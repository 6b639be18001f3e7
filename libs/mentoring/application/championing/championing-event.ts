import type { AuditedEvent, AuditedKind, Authority } from '@evenhand/kernel';
import type { Championing } from '../../domain/championing';
import { peopleOf } from './find-championing';

/** What the log is told of something that was done with a champion. */
export function championingEvent(
  authority: Authority,
  championing: Championing,
  kind: AuditedKind,
  done: string,
): AuditedEvent {
  const { id, programmeId } = championing;
  return {
    ...{ kind, action: `championing.${done}`, authority, programmeId },
    ...{ personIds: peopleOf(championing), thing: { kind: 'championing', id } },
  };
}
