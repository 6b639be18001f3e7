import { AuditTrail, Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Account, SignInName } from '../../domain/account';
import { type AskedGrant, type GrantedRole, roleByOperator } from '../../domain/role-grant';
import { AccountRepository } from '../ports/account.repository';
import { RoleGrantRepository } from '../ports/role-grant.repository';
import { toldOf } from './told-of-grant';

/** Who is given a role from the command line: somebody by their address, or a machine by its client id. */
export type RoleReceiver = { readonly email: string } | { readonly client: SignInName };

/** Where a role is to hold. */
export type RolePlace = Pick<AskedGrant, 'programmeId' | 'organisationId'>;

/**
 * Gives a role as whoever operates the service does, who has the database and could write it there: this way it stands in
 * the log. It makes the first admins, and the machines that work with the interface.
 */
@Injectable()
export class GiveRole {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly grants: RoleGrantRepository,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param where every programme where it names none; the organisation whose own auditor it makes
   * @returns the account's id
   * @throws InputRefused, Conflict `role-grant.exists`
   */
  run(receiver: RoleReceiver, role: GrantedRole, where: RolePlace = {}): Promise<string> {
    return this.transaction.run(async () => {
      const { id: accountId } = await this.accountOf(receiver);
      const asked = {
        id: this.random.uuid(),
        accountId,
        role,
        ...where,
      };
      await this.grants.add(roleByOperator(asked, this.clock.now()));
      await this.trail.record({
        kind: 'security',
        action: 'role.given-by-operator',
        authority: Authority.ofProgram('command'),
        thing: { kind: 'account', id: accountId },
        details: toldOf(asked),
      });
      return accountId;
    });
  }

  private async accountOf(receiver: RoleReceiver): Promise<Account> {
    const known =
      'email' in receiver
        ? await this.accounts.byEmail(receiver.email)
        : await this.accounts.bySignIn(receiver.client);
    if (known !== undefined) {
      return known;
    }
    const account: Account = {
      id: this.random.uuid(),
      ...('email' in receiver
        ? { kind: 'person', email: receiver.email }
        : { kind: 'machine', signIn: receiver.client }),
      state: 'active',
      version: 1,
    };
    await this.accounts.add(account);
    return account;
  }
}
