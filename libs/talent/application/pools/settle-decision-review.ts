import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  type DecisionReview,
  type DecisionReviewFinding,
  refuseOwnReview,
  settleDecisionReview,
} from '../../domain/pools/decision-review';
import { COUNTED_MEMBER_STATES, type MemberState, type PoolMember } from '../../domain/pools/pool-member';
import { DecisionReviewRepository } from '../ports/decision-review.repository';
import { PoolDecisionRepository } from '../ports/pool-decision.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { tellOfMember } from '../talent-events';
import { actingAs } from '../who-sees-what';
import { heldPool } from './reached-pool';

/**
 * Somebody of the board who did not decide says what they found when they looked again. What was decided stays on record
 * as it was; where it was wrong, the person stands before the assessment again, in an open pool or a closed one.
 */
@Injectable()
export class SettleDecisionReview {
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
   * @throws NotFound; Conflict `pool-decision-review.own-decision`, `pool-decision-review.own-request`,
   *   `pool-decision-review.own-nominee`, `pool-decision-review.is-settled`
   */
  async run(authority: Authority, id: string, finding: DecisionReviewFinding): Promise<DecisionReview> {
    return this.transaction.run(async () => {
      const review = await this.reviews.lock(id);
      const reach = review && authority.over({ programmeId: review.programmeId });
      const decision = review && (await this.decisions.byId(review.decisionId));
      const member = review && (await this.members.byId(review.memberId));
      if (reach === undefined || decision === undefined || member === undefined) {
        throw new NotFound('decision review', id);
      }
      const pool = await heldPool(this.pools, authority, review!.poolId);
      const as = actingAs(reach, authority, pool.programmeId);
      const memberships = await this.members.ofPerson(pool.id, member.personId);
      refuseOwnReview(review!, decision, memberships, { accountId: authority.actor.id, as });
      const settled = settleDecisionReview(review!, finding, as, this.clock.now());
      const again =
        finding.outcome === 'changed' ? await this.again(member, memberships, finding.finding) : undefined;
      await tellOfMember(this.trail, 'pool-decision-review.settled', authority, pool, member, {
        outcome: finding.outcome,
      });
      return this.reviews.save(again === undefined ? settled : { ...settled, newMemberId: again.id });
    });
  }

  /**
   * The membership on which the person is looked at anew: theirs where they applied again meanwhile, or a new one. Whoever
   * put them forward is not told of it, and is not named on it.
   */
  private async again(
    { poolId, personId, wayIn, nomination }: PoolMember,
    memberships: readonly PoolMember[],
    reason: string,
  ): Promise<PoolMember> {
    const considered: readonly MemberState[] = COUNTED_MEMBER_STATES;
    const own = memberships.find(({ state }) => considered.includes(state));
    if (own !== undefined) return own;
    const now = this.clock.now();
    const member: PoolMember = {
      ...{ id: this.random.uuid(), poolId, personId, wayIn, state: 'interested', reason },
      ...(nomination === undefined
        ? {}
        : { nomination: { ...nomination, by: { role: nomination.by.role } } }),
      ...{ cameAt: now, interestDeclaredAt: now, version: 1 },
    };
    await this.members.add(member);
    return member;
  }
}
