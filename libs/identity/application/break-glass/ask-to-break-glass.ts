import { AuditTrail, type Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { BreakGlass } from '../../domain/break-glass';
import { refuseUnlessAdmin } from '../admins-alone';
import { BreakGlassRepository } from '../ports/break-glass.repository';

/** An admin asks to see somebody's record. Nothing opens until another admin agrees. */
@Injectable()
export class AskToBreakGlass {
  constructor(
    private readonly glasses: BreakGlassRepository,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Forbidden, NotFound */
  async run(authority: Authority, personId: string, reason: string): Promise<BreakGlass> {
    refuseUnlessAdmin(authority);
    return this.transaction.run(async () => {
      const asked: BreakGlass = {
        id: this.random.uuid(),
        personId,
        askedBy: authority.actor.id,
        askedAt: this.clock.now(),
        reason,
        version: 1,
      };
      await this.glasses.add(asked);
      await this.trail.record({
        kind: 'security',
        action: 'break-glass.asked',
        authority,
        personIds: [personId],
        thing: { kind: 'break-glass', id: asked.id },
      });
      return asked;
    });
  }
}
