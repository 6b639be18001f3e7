import { NotFound } from '@evenhand/kernel';
import type { RoleGrant } from '../../domain/role-grant';
import type { RoleGrantRepository } from '../ports/role-grant.repository';

/** The grant, held for this transaction. @throws NotFound */
export async function heldGrant(grants: RoleGrantRepository, id: string): Promise<RoleGrant> {
  const grant = await grants.lock(id);
  if (grant === undefined) {
    throw new NotFound('role grant', id);
  }
  return grant;
}
