import { type Authority, Forbidden } from '@evenhand/kernel';
import type { Role } from '../domain/role';

const ADMIN: Role = 'platform_admin';

/**
 * Accounts, roles and records behind glass are the platform admins' alone, whichever permission somebody came with.
 *
 * @throws Forbidden for anybody else, and for an admin who only sees a record behind glass
 */
export function refuseUnlessAdmin({ reaches }: Authority): void {
  const isAdmin = reaches.some(
    ({ role, programmeId, personId }) =>
      role === ADMIN && programmeId === undefined && personId === undefined,
  );
  if (!isAdmin) {
    throw new Forbidden('Only a platform admin may do this.');
  }
}
