import { Clock, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { decide, type PoolDecision, type Verdict } from '../domain/pool-decision';
import { heldMember } from './known-pool';
import { PoolDecisionRepository } from './ports/pool-decision.repository';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Takes an assessed member into the pool or turns them down, with the reason on record. */
@Injectable()
export class Decide {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound; Conflict `talent-pool-member.cannot-take-in` or `cannot-turn-down`,
   *   `talent-pool-member.criteria-changed`, `talent-pool-member.cannot-judge-oneself`
   */
  async run(
    at: { readonly poolId: string; readonly memberId: string },
    verdict: Pick<Verdict, 'outcome' | 'reason' | 'decider'>,
  ): Promise<PoolDecision> {
    return this.transaction.run(async () => {
      const { pool, member } = await heldMember(this.pools, this.members, at);
      const { outcome, reason, decider } = verdict;
      const decided = decide(pool, member, {
        id: this.random.uuid(),
        outcome,
        reason,
        decider,
        decidedAt: this.clock.now(),
      });
      await this.members.save(decided.member);
      await this.decisions.add(decided.decision);
      return decided.decision;
    });
  }
}
