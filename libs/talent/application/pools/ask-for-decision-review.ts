import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type DecisionReview, refuseUnlessTurnedDown } from '../../domain/pools/decision-review';
import { DecisionReviewRepository } from '../ports/decision-review.repository';
import { PoolDecisionRepository } from '../ports/pool-decision.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { tellOfMember } from '../talent-events';
import { reachedPool } from './reached-pool';

/** Which decision is to be looked at again, and what whoever asks thinks of it. */
export interface WantedDecisionReview {
  readonly poolId: string;
  readonly decisionId: string;
  readonly reason?: string;
}

/** Somebody who was turned down asks that another human being looks again. Nobody decides that there is no need. */
@Injectable()
export class AskForDecisionReview {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly reviews: DecisionReviewRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound unless it is a decision on themselves; Conflict `pool-decision-review.taken-in`,
   *   `pool-decision-review.exists`
   */
  async run(
    authority: Authority,
    { poolId, decisionId, reason }: WantedDecisionReview,
  ): Promise<DecisionReview> {
    return this.transaction.run(async () => {
      const pool = await reachedPool(this.pools, authority, poolId);
      const decision = await this.decisions.byId(decisionId);
      const member =
        decision?.poolId === poolId ? await this.members.byId(decision.memberId ?? '') : undefined;
      if (
        decision === undefined ||
        member === undefined ||
        authority.own({ personIds: [member.personId] }) === undefined
      ) {
        throw new NotFound('talent pool decision', decisionId);
      }
      refuseUnlessTurnedDown(decision);
      const review: DecisionReview = {
        ...{ id: this.random.uuid(), programmeId: pool.programmeId, poolId, decisionId },
        ...{ memberId: member.id, personId: member.personId },
        ...(reason === undefined ? {} : { reason }),
        ...{ state: 'open', askedAt: this.clock.now(), version: 1 },
      };
      await this.reviews.add(review);
      await tellOfMember(this.trail, 'pool-decision-review.asked', authority, pool, member);
      return review;
    });
  }
}
