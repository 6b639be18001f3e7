import { AuditTrail, type Authority, Clock, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { approve, type BreakGlass } from '../../domain/break-glass';
import { refuseUnlessAdmin } from '../admins-alone';
import { BreakGlassRepository } from '../ports/break-glass.repository';

/** A second admin agrees that another sees somebody's record for an hour. */
@Injectable()
export class ApproveBreakGlass {
  constructor(
    private readonly glasses: BreakGlassRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Forbidden for whoever is no admin; NotFound, Forbidden where it is whoever asked, Conflict `break-glass.approved` */
  async run(authority: Authority, id: string): Promise<BreakGlass> {
    refuseUnlessAdmin(authority);
    return this.transaction.run(async () => {
      const asked = await this.glasses.lock(id);
      if (asked === undefined) {
        throw new NotFound('break glass', id);
      }
      const opened = await this.glasses.save(approve(asked, authority.actor.id, this.clock.now()));
      await this.trail.record({
        kind: 'security',
        action: 'break-glass.approved',
        authority,
        personIds: [asked.personId],
        thing: { kind: 'break-glass', id },
      });
      return opened;
    });
  }
}
