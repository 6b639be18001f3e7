import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../domain/role-grant';
import { type GrantFilter, RoleGrantRepository } from '../ports/role-grant.repository';

/** Lists who was given which role, the newest first. */
@Injectable()
export class ListRoleGrants {
  constructor(private readonly grants: RoleGrantRepository) {}

  async run(authority: Authority, filter: GrantFilter, page: PageRequest): Promise<Page<RoleGrant>> {
    return authority.limits() === undefined ? this.grants.list(filter, page) : { items: [] };
  }
}
