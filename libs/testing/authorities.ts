import { auditPayload, isKept } from '@evenhand/governance';
import { type AuditedEvent, AuditTrail, Authority, sha256 } from '@evenhand/kernel';
import type { Restorable } from './rows-in-memory';

/** The word of somebody whose role reaches every programme. */
export const EVERYWHERE = new Authority({ kind: 'account', id: accountId('everywhere'), persons: [] }, [
  { role: 'coordinator' },
]);

/** The word of somebody whose role reaches one programme. */
export function authorityIn(programmeId: string, role = 'coordinator'): Authority {
  const id = accountId(`${role} of ${programmeId}`);
  return new Authority({ kind: 'account', id, persons: [] }, [{ role, programmeId }]);
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

/** The same id for the same name. */
function accountId(name: string): string {
  return sha256(name).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** Remembers what was told to it, for a test to look at, and refuses what the log does. */
export class RememberedTrail extends AuditTrail implements Restorable {
  readonly events: AuditedEvent[] = [];

  remember(): () => void {
    const before = this.events.length;
    return () => void this.events.splice(before);
  }

  override record(event: AuditedEvent): Promise<void> {
    auditPayload(event, (id) => id);
    if (isKept(event)) this.events.push(event);
    return Promise.resolve();
  }
}
