import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../domain/role-grant';
import { refuseUnlessAdmin } from '../admins-alone';
import { type GrantFilter, RoleGrantRepository } from '../ports/role-grant.repository';

/** Lists who was given which role, the newest first. */
@Injectable()
export class ListRoleGrants {
  constructor(
    private readonly grants: RoleGrantRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws Forbidden */
  async run(authority: Authority, filter: GrantFilter, page: PageRequest): Promise<Page<RoleGrant>> {
    refuseUnlessAdmin(authority);
    await this.trail.record({ kind: 'security', action: 'role-grants.listed', authority });
    return this.grants.list(filter, page);
  }
}
