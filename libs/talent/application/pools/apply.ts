import { AuditTrail, type Authority, Clock, Forbidden, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../../domain/pools/pool-member';
import { refuseUnlessOpenTo } from '../../domain/pools/talent-pool';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfMember } from '../talent-events';
import { ownPerson } from '../who-sees-what';

/** Somebody asks to be considered for a pool, and has declared their interest by that. */
@Injectable()
export class Apply {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound where the pool is not there for them, Forbidden where they are nobody in its programme; Conflict `talent-pool.not-open`,
   *   `talent-pool.way-in-not-offered`, `talent-pool-member.already-there`
   */
  async run(authority: Authority, poolId: string, reason: string): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, poolId);
      const personId = ownPerson(authority, pool.programmeId);
      if (personId === undefined) {
        throw new Forbidden('Only the person whom it is about can do this.');
      }
      refuseUnlessOpenTo(pool, 'applied');
      const now = this.clock.now();
      const member: PoolMember = {
        id: this.random.uuid(),
        poolId,
        personId,
        wayIn: 'applied',
        state: 'interested',
        reason,
        cameAt: now,
        interestDeclaredAt: now,
        version: 1,
      };
      await this.members.add(member);
      await tellOfMember(this.trail, 'pool-member.applied', authority, pool, member);
      return member;
    });
  }
}
