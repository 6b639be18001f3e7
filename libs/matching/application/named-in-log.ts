import type { AuditedEvent } from '@evenhand/kernel';

/** An event about more people than this names none of them: the programme and the round say who they are. */
export const MOST_NAMED_IN_LOG = 500;

/** The people whom an event names, each once. */
export function namedInLog(personIds: Iterable<string>): Pick<AuditedEvent, 'personIds'> {
  const people = [...new Set(personIds)];
  return people.length > MOST_NAMED_IN_LOG ? {} : { personIds: people };
}
