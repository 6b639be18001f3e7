import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { endRole, type RoleGrant } from '../../domain/role-grant';
import { refuseUnlessAdmin } from '../admins-alone';
import { RoleGrantRepository } from '../ports/role-grant.repository';
import { keepingAdmins } from './enough-admins';
import { heldGrant } from './known-grant';
import { toldOf } from './told-of-grant';

/** Ends a role, which bites on its holder's next request, or turns down what was asked for. */
@Injectable()
export class EndRole {
  constructor(
    private readonly grants: RoleGrantRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Forbidden, NotFound, Conflict `role-grant.ended`, `role-grant.last-admins` */
  async run(authority: Authority, id: string): Promise<RoleGrant> {
    refuseUnlessAdmin(authority);
    return this.transaction.run(async () => {
      const grant = await heldGrant(this.grants, id);
      const ended = await keepingAdmins(this.grants, () =>
        this.grants.save(endRole(grant, authority.actor.id, this.clock.now())),
      );
      await this.trail.record({
        kind: 'security',
        action: 'role.ended',
        authority,
        thing: { kind: 'account', id: grant.accountId },
        details: toldOf(grant),
      });
      return ended;
    });
  }
}
