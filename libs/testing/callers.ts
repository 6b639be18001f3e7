import type { Caller, Role } from '@evenhand/identity';

/** Somebody who has a role in every programme, and is a person in one where `personId` is given. */
export function callerWith(role: Role, personId?: string, programmeId?: string): Caller {
  if (personId === undefined) {
    return { id: role, roles: [{ role }] };
  }
  const own = { personId, ...(programmeId === undefined ? {} : { programmeId }) };
  return { id: personId, roles: [{ role }, { role, ...own }] };
}
