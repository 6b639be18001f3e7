import type { AuditedEvent, AuditedKind, AuditTrail } from '@evenhand/kernel';

/** All that this context tells the log, and why each is kept. */
const EVENTS = {
  'programme.created': 'change',
  'programme.changed': 'change',
  'organisation.created': 'change',
  'organisation.changed': 'change',
  'people.listed': 'read',
  'person.read': 'read',
  'person.registered': 'change',
  'person.changed': 'change',
  'mentee-profiles.listed': 'read',
  'mentee-profile.read': 'read',
  'mentee-profile.changed': 'change',
  'mentor-profiles.listed': 'read',
  'mentor-profile.read': 'read',
  'mentor-profile.changed': 'change',
  'mentor-cards.listed': 'read',
  'people.imported': 'change',
  // Its notices may quote what a file said of people.
  'import.read': 'read',
  // What ask rate and reach are shares of: whoever changes it changes what an audit finds.
  'workforce.set': 'equity',
} as const satisfies Record<string, AuditedKind>;

/** The code of something that this context tells the log. */
export type PeopleEvent = keyof typeof EVENTS;

/** Tells the log what was done. */
export function tell(
  trail: AuditTrail,
  action: PeopleEvent,
  event: Omit<AuditedEvent, 'kind' | 'action'>,
): Promise<void> {
  return trail.record({ kind: EVENTS[action], action, ...event });
}

/** Tells the log whose records one page of a list showed; a page without anybody tells nothing. */
export async function tellWhoWasShown(
  trail: AuditTrail,
  action: PeopleEvent,
  event: Required<Pick<AuditedEvent, 'authority' | 'programmeId' | 'personIds'>>,
): Promise<void> {
  if (event.personIds.length > 0) {
    await tell(trail, action, event);
  }
}
