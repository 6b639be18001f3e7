import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account';
import { AccountRepository } from '../ports/account.repository';

/** Lists accounts, for whoever reaches every programme. */
@Injectable()
export class ListAccounts {
  constructor(private readonly accounts: AccountRepository) {}

  async run(authority: Authority, page: PageRequest): Promise<Page<Account>> {
    return authority.limits() === undefined ? this.accounts.list(page) : { items: [] };
  }
}
