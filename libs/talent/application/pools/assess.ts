import { AuditTrail, type Authority, Clock, InputRefused, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { assess, type PoolMember, type Readiness } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldToJudge, type MemberAddress } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** Records how ready a member is, by the criteria that hold now. */
@Injectable()
export class Assess {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, Forbidden, InputRefused where the catalogue has no such horizon, Conflict `talent-pool-member.cannot-assess`,
   *   `talent-pool-member.cannot-judge-oneself`, `talent-pool-member.cannot-judge-own-nominee`
   */
  async run(authority: Authority, at: MemberAddress, readiness: Readiness): Promise<PoolMember> {
    const horizons = this.catalogue.content.horizons.map(({ code }) => code);
    if (!horizons.includes(readiness.horizon)) {
      throw new InputRefused([`horizon: "${readiness.horizon}" is none of ${horizons.join(', ')}`]);
    }
    return this.transaction.run(async () => {
      const { pool, member, judge } = await heldToJudge(this.pools, this.members, authority, at);
      const assessed = await this.members.save(
        assess(member, {
          ...readiness,
          criteriaVersion: pool.criteriaVersion,
          assessedAt: this.clock.now(),
          assessor: judge,
        }),
      );
      const details = { horizon: readiness.horizon, criteriaVersion: pool.criteriaVersion };
      await tellOfMember(this.trail, 'pool-member.assessed', authority, pool, assessed, details);
      return assessed;
    });
  }
}
