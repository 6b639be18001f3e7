import {
  AuditTrail,
  type Authority,
  Clock,
  InputRefused,
  NotFound,
  Random,
  Transaction,
} from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { askForRole, type GrantedRole, type RoleGrant } from '../../domain/role-grant';
import type { Account } from '../../domain/account';
import { refuseUnlessAdmin } from '../admins-alone';
import { AccountRepository } from '../ports/account.repository';
import { RoleGrantRepository } from '../ports/role-grant.repository';
import { toldOf } from './told-of-grant';

/** Whom a role is for: an account, or the address with which somebody will sign in. */
export interface RoleAsked {
  readonly accountId?: string;
  readonly email?: string;
  readonly role: GrantedRole;
  /** Every programme where absent. */
  readonly programmeId?: string;
  /** The organisation of that programme whose own auditor they are to be. */
  readonly organisationId?: string;
}

/** Asks for a role for somebody. It holds once another admin confirms it. */
@Injectable()
export class AskForRole {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly grants: RoleGrantRepository,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Forbidden for whoever is no admin; InputRefused, NotFound, Forbidden where it is for oneself, Conflict `role-grant.exists` */
  async run(
    authority: Authority,
    { accountId, email, role, programmeId, organisationId }: RoleAsked,
  ): Promise<RoleGrant> {
    refuseUnlessAdmin(authority);
    InputRefused.ifAny(
      (accountId === undefined) === (email === undefined)
        ? ['give either the accountId or the email of who is to have the role']
        : [],
    );
    return this.transaction.run(async () => {
      const account = accountId === undefined ? await this.withEmail(email!) : await this.byId(accountId);
      const asked = {
        id: this.random.uuid(),
        accountId: account.id,
        role,
        ...(programmeId === undefined ? {} : { programmeId }),
        ...(organisationId === undefined ? {} : { organisationId }),
      };
      const grant = askForRole(asked, authority.actor.id, this.clock.now());
      await this.grants.add(grant);
      await this.trail.record({
        kind: 'security',
        action: 'role.asked',
        authority,
        thing: { kind: 'account', id: account.id },
        details: toldOf(grant),
      });
      return grant;
    });
  }

  private async byId(id: string): Promise<Account> {
    const account = await this.accounts.byId(id);
    if (account === undefined) {
      throw new NotFound('account', id);
    }
    return account;
  }

  private async withEmail(email: string): Promise<Account> {
    const known = await this.accounts.byEmail(email);
    if (known !== undefined) {
      return known;
    }
    const account: Account = { id: this.random.uuid(), kind: 'person', email, state: 'active', version: 1 };
    await this.accounts.add(account);
    return account;
  }
}
