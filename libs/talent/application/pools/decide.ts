import { AuditTrail, type Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { decide, type PoolDecision, type Verdict } from '../../domain/pools/pool-decision';
import { PoolDecisionRepository } from '../ports/pool-decision.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldToJudge, type MemberAddress } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** Takes an assessed member into the pool or turns them down, with the reason on record. */
@Injectable()
export class Decide {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, Forbidden; Conflict `talent-pool-member.cannot-take-in` or `cannot-turn-down`,
   *   `talent-pool-member.criteria-changed`, `talent-pool-member.cannot-judge-oneself`,
   *   `talent-pool-member.cannot-judge-own-nominee`
   */
  async run(
    authority: Authority,
    at: MemberAddress,
    { outcome, reason }: Pick<Verdict, 'outcome' | 'reason'>,
  ): Promise<PoolDecision> {
    return this.transaction.run(async () => {
      const { pool, member, judge } = await heldToJudge(this.pools, this.members, authority, at);
      const decided = decide(pool, member, {
        id: this.random.uuid(),
        outcome,
        reason,
        decider: judge,
        ...(authority.actor.kind === 'account' ? { deciderAccountId: authority.actor.id } : {}),
        decidedAt: this.clock.now(),
      });
      await this.members.save(decided.member);
      await this.decisions.add(decided.decision);
      const details = { outcome, criteriaVersion: decided.decision.criteriaVersion };
      await tellOfMember(this.trail, 'pool-member.decided', authority, pool, member, details);
      return decided.decision;
    });
  }
}
