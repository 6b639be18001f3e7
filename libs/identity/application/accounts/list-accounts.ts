import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account';
import { refuseUnlessAdmin } from '../admins-alone';
import { AccountRepository } from '../ports/account.repository';

/** Lists accounts, for admins. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws Forbidden */
  async run(authority: Authority, page: PageRequest): Promise<Page<Account>> {
    refuseUnlessAdmin(authority);
    await this.trail.record({ kind: 'security', action: 'accounts.listed', authority });
    return this.accounts.list(page);
  }
}
