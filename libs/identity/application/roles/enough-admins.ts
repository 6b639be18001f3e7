import { Conflict } from '@evenhand/kernel';
import type { RoleGrantRepository } from '../ports/role-grant.repository';

/** One asks and another confirms: with fewer nobody could ever be given a role again. */
const FEWEST_ADMINS = 2;

/**
 * Changes who is an admin, or may.
 *
 * @throws Conflict `role-grant.last-admins` where that leaves fewer than there were, and fewer than two
 */
export async function keepingAdmins<Result>(
  grants: RoleGrantRepository,
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await grants.countHolders('platform_admin');
  const result = await change();
  const after = await grants.countHolders('platform_admin');
  if (after < before && after < FEWEST_ADMINS) {
    throw new Conflict(
      'role-grant.last-admins',
      'Two platform admins must stay, since one cannot give a role alone: make another one first.',
    );
  }
  return result;
}
