import { Clock, Conflict, NotFound, Random, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Nomination, PoolMember } from '../domain/pool-member';
import { refuseUnlessOpenTo } from '../domain/talent-pool';
import { heldPool, visiblePool } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Puts somebody else forward for a pool. They count as a member once they say themselves that they want to. */
@Injectable()
export class Nominate {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly persons: PersonRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound where the pool is not there for the nominator, or its programme has no such active person; Conflict
   *   `talent-pool.not-open`, `talent-pool.way-in-not-offered`, `talent-pool-member.cannot-nominate-oneself`,
   *   `talent-pool-member.already-there`
   */
  async run(
    poolId: string,
    { personId, reason, ...nomination }: Nomination & Pick<PoolMember, 'personId' | 'reason'>,
  ): Promise<PoolMember> {
    return this.transaction.run(async () => {
      await visiblePool(this.pools, this.persons, poolId, nomination.by.personId);
      const pool = await heldPool(this.pools, poolId);
      refuseUnlessOpenTo(pool, 'nominated');
      if (personId === nomination.by.personId) {
        throw new Conflict(
          'talent-pool-member.cannot-nominate-oneself',
          'Nobody nominates themselves: apply to the pool instead.',
        );
      }
      const person = await this.persons.byId(personId);
      if (person?.programmeId !== pool.programmeId || !person.active) {
        throw new NotFound('person', personId);
      }
      const member: PoolMember = {
        id: this.random.uuid(),
        poolId,
        personId,
        wayIn: 'nominated',
        state: 'nominated',
        reason,
        nomination,
        cameAt: this.clock.now(),
        version: 1,
      };
      await this.members.add(member);
      return member;
    });
  }
}
