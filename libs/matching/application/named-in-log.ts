import { type AuditedEvent, partsOf } from '@evenhand/kernel';

/** So many people one event names at the most. */
export const MOST_NAMED_IN_LOG = 500;

/** Whom each of the events about these people names: everybody once, in as many events as it takes, and in one at least. */
export function namedInLog(personIds: Iterable<string>): readonly Pick<AuditedEvent, 'personIds'>[] {
  const people = [...new Set(personIds)];
  return people.length === 0 ? [{}] : partsOf(people, MOST_NAMED_IN_LOG).map((part) => ({ personIds: part }));
}
