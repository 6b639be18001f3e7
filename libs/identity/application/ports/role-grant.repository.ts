import type { Page, PageRequest } from '@evenhand/kernel';
import type { GrantState, RoleGrant } from '../../domain/role-grant';

/** Which grants are listed. */
export interface GrantFilter {
  readonly accountId?: string;
  readonly states?: readonly GrantState[];
}

/** Keeps who was given which role, by whom. */
export abstract class RoleGrantRepository {
  /** @throws Conflict `role-grant.exists` where the account has the role there, or it is asked for */
  abstract add(grant: RoleGrant): Promise<void>;
  /** @returns the grant as it is now, one version higher @throws StaleVersion */
  abstract save(grant: RoleGrant): Promise<RoleGrant>;
  /** The grant, held for this transaction. */
  abstract lock(id: string): Promise<RoleGrant | undefined>;
  /** The newest first. */
  abstract list(filter: GrantFilter, page: PageRequest): Promise<Page<RoleGrant>>;
  /** How many active accounts hold the role for every programme; nobody else changes that in this transaction. */
  abstract countHolders(role: RoleGrant['role']): Promise<number>;
}
