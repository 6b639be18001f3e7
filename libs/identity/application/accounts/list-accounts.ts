import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account';
import { AccountRepository } from '../ports/account.repository';

/** Lists accounts, for whoever reaches every programme. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, page: PageRequest): Promise<Page<Account>> {
    if (authority.limits() !== undefined) {
      return { items: [] };
    }
    await this.trail.record({ kind: 'security', action: 'accounts.listed', authority });
    return this.accounts.list(page);
  }
}
