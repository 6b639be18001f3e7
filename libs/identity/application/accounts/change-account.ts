import { AuditTrail, type Authority, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type Account, disable, enable } from '../../domain/account';
import { refuseUnlessAdmin } from '../admins-alone';
import { AccountRepository } from '../ports/account.repository';
import { RoleGrantRepository } from '../ports/role-grant.repository';
import { keepingAdmins } from '../roles/enough-admins';

/** Disables an account, or enables it again; it bites on its holder's next request. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly grants: RoleGrantRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Forbidden, NotFound, Conflict `account.is-own`, `account.is-disabled`, `account.is-active`, `role-grant.last-admins` */
  async run(authority: Authority, id: string, to: Account['state']): Promise<Account> {
    refuseUnlessAdmin(authority);
    return this.transaction.run(async () => {
      const account = await this.accounts.byId(id);
      if (account === undefined) {
        throw new NotFound('account', id);
      }
      const changed = (to === 'disabled' ? disable : enable)(account, authority.actor.id);
      const saved = await keepingAdmins(this.grants, () => this.accounts.save(changed));
      await this.trail.record({
        kind: 'security',
        action: `account.${to === 'disabled' ? 'disabled' : 'enabled'}`,
        authority,
        thing: { kind: 'account', id },
      });
      return saved;
    });
  }
}
