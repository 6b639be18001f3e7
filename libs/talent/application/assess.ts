import { Clock, InputRefused, Transaction } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type Actor, assess, type Readiness, type PoolMember } from '../domain/pool-member';
import { heldMember } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Records how ready a member is, by the criteria that hold now. */
@Injectable()
export class Assess {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, InputRefused where the catalogue has no such horizon, Conflict `talent-pool-member.cannot-assess`,
   *   `talent-pool-member.cannot-judge-oneself`
   */
  async run(
    at: { readonly poolId: string; readonly memberId: string },
    readiness: Readiness,
    assessor: Actor,
  ): Promise<PoolMember> {
    const horizons = healthAndCare.content.horizons.map(({ code }) => code);
    if (!horizons.includes(readiness.horizon)) {
      throw new InputRefused([`horizon: "${readiness.horizon}" is none of ${horizons.join(', ')}`]);
    }
    return this.transaction.run(async () => {
      const { pool, member } = await heldMember(this.pools, this.members, at);
      return this.members.save(
        assess(member, {
          ...readiness,
          criteriaVersion: pool.criteriaVersion,
          assessedAt: this.clock.now(),
          assessor,
        }),
      );
    });
  }
}
