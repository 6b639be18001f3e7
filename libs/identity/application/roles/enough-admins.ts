import { Conflict } from '@evenhand/kernel';
import type { RoleGrantRepository } from '../ports/role-grant.repository';

/** One asks and another confirms: with fewer nobody could ever be given a role again. */
const FEWEST_ADMINS = 2;

/** @throws Conflict `role-grant.last-admins` where fewer than two active platform admins are left */
export async function refuseTooFewAdmins(grants: RoleGrantRepository): Promise<void> {
  if ((await grants.countHolders('platform_admin')) < FEWEST_ADMINS) {
    throw new Conflict(
      'role-grant.last-admins',
      'Two platform admins must stay, since one cannot give a role alone: make another one first.',
    );
  }
}
