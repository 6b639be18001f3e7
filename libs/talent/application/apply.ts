import { Clock, Random, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../domain/pool-member';
import { refuseUnlessOpenTo } from '../domain/talent-pool';
import { heldPool, visiblePool } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Somebody asks to be considered for a pool, and has declared their interest by that. */
@Injectable()
export class Apply {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly persons: PersonRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param own who applies
   * @throws NotFound where the pool is not there for them; Conflict `talent-pool.not-open`,
   *   `talent-pool.way-in-not-offered`, `talent-pool-member.already-there`
   */
  async run(poolId: string, reason: string, own: string): Promise<PoolMember> {
    return this.transaction.run(async () => {
      await visiblePool(this.pools, this.persons, poolId, own);
      refuseUnlessOpenTo(await heldPool(this.pools, poolId), 'applied');
      const now = this.clock.now();
      const member: PoolMember = {
        id: this.random.uuid(),
        poolId,
        personId: own,
        wayIn: 'applied',
        state: 'interested',
        reason,
        cameAt: now,
        interestDeclaredAt: now,
        version: 1,
      };
      await this.members.add(member);
      return member;
    });
  }
}
