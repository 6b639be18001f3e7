import { type AuditedEvent, AuditTrail, Authority } from '@evenhand/kernel';
import type { Restorable } from './in-memory-matching';

/** The word of somebody whose role reaches every programme. */
export const EVERYWHERE = new Authority({ kind: 'account', id: 'everywhere', persons: [] }, [
  { role: 'coordinator' },
]);

/** The word of somebody whose role reaches one programme. */
export function authorityIn(programmeId: string, role = 'coordinator'): Authority {
  return new Authority({ kind: 'account', id: `${role} of ${programmeId}`, persons: [] }, [
    { role, programmeId },
  ]);
}

/** The word of a person, on what is their own. */
export function authorityOfPerson(
  personId: string,
  programmeId: string,
  role = 'aspiring_leader',
): Authority {
  return new Authority({ kind: 'account', id: personId, persons: [{ programmeId, personId }] }, [
    { role, programmeId, personId },
  ]);
}

/** Remembers what was told to it, for a test to look at. */
export class RememberedTrail extends AuditTrail implements Restorable {
  readonly events: AuditedEvent[] = [];

  remember(): () => void {
    const before = this.events.length;
    return () => void this.events.splice(before);
  }

  override record(event: AuditedEvent): Promise<void> {
    this.events.push(event);
    return Promise.resolve();
  }
}
