import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { confirmRole, type RoleGrant } from '../../domain/role-grant';
import { refuseUnlessAdmin } from '../admins-alone';
import { RoleGrantRepository } from '../ports/role-grant.repository';
import { heldGrant } from './known-grant';
import { toldOf } from './told-of-grant';

/** Confirms a role that another admin asked for; from now on it holds. */
@Injectable()
export class ConfirmRole {
  constructor(
    private readonly grants: RoleGrantRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Forbidden for whoever is no admin; NotFound, Forbidden where it is for oneself, Conflict `role-grant.same-admin`, `role-grant.not-asked` */
  async run(authority: Authority, id: string): Promise<RoleGrant> {
    refuseUnlessAdmin(authority);
    return this.transaction.run(async () => {
      const grant = await heldGrant(this.grants, id);
      const held = await this.grants.save(confirmRole(grant, authority.actor.id, this.clock.now()));
      await this.trail.record({
        kind: 'security',
        action: 'role.granted',
        authority,
        thing: { kind: 'account', id: grant.accountId },
        details: toldOf(grant),
      });
      return held;
    });
  }
}
