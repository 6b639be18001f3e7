import { Conflict } from '@evenhand/kernel';
import { type ActingAs, isNominatedBy, type PoolMember } from './pool-member';
import type { PoolDecision } from './pool-decision';

/** Where a review of a decision stands: somebody looked again and found it right, or it is decided anew. */
export const DECISION_REVIEW_STATES = ['open', 'upheld', 'changed'] as const;
/** The code of one of them. */
export type DecisionReviewState = (typeof DECISION_REVIEW_STATES)[number];

/** Somebody who was turned down asks that another human being looks again. */
export interface DecisionReview {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly poolId: string;
  readonly decisionId: string;
  /** The membership that was decided on. */
  readonly memberId: string;
  readonly personId: string;
  /** What they think of it, 1 to 2,000 characters; nobody has to say. */
  readonly reason?: string;
  readonly state: DecisionReviewState;
  readonly askedAt: Date;
  readonly settledAt?: Date;
  readonly reviewer?: ActingAs;
  /** What the reviewer found, 1 to 2,000 characters. */
  readonly finding?: string;
  /** Where it was changed: the membership on which they are assessed and decided on anew. The decision stays as it was made. */
  readonly newMemberId?: string;
  readonly version: number;
}

/** What a reviewer found. */
export interface DecisionReviewFinding {
  readonly outcome: Exclude<DecisionReviewState, 'open'>;
  readonly finding: string;
}

/** Somebody who looks again. */
export interface Reviewer {
  readonly accountId: string;
  readonly as: ActingAs;
}

/** @throws Conflict `pool-decision-review.taken-in`: whoever was taken in can leave, and has nothing to have changed */
export function refuseUnlessTurnedDown({ outcome }: PoolDecision): void {
  if (outcome !== 'not_in_pool') {
    throw new Conflict(
      'pool-decision-review.taken-in',
      'The decision took you into the pool: there is nothing to look at again. You can leave the pool at any time.',
    );
  }
}

/**
 * Whether somebody is another one than whoever decided, than whoever asks, and than whoever put them forward.
 *
 * @param memberships all of the person who asks, of this pool
 * @throws Conflict `pool-decision-review.own-decision`, `pool-decision-review.own-request`,
 *   `pool-decision-review.own-nominee`
 */
export function refuseOwnReview(
  review: DecisionReview,
  decision: PoolDecision,
  memberships: readonly PoolMember[],
  reviewer: Reviewer,
): void {
  const isDecider =
    decision.deciderAccountId === reviewer.accountId ||
    (decision.decider.personId !== undefined && decision.decider.personId === reviewer.as.personId);
  if (isDecider) {
    throw new Conflict(
      'pool-decision-review.own-decision',
      'You made this decision: somebody who did not has to look at it again.',
    );
  }
  if (review.personId === reviewer.as.personId) {
    throw new Conflict(
      'pool-decision-review.own-request',
      'You asked for this yourself: another member of the board has to look at it.',
    );
  }
  if (memberships.some((member) => isNominatedBy(member, reviewer.as))) {
    throw new Conflict(
      'pool-decision-review.own-nominee',
      'You put this person forward: another member of the board has to look at it.',
    );
  }
}

/** Settles a review. @throws Conflict `pool-decision-review.is-settled` */
export function settleDecisionReview(
  review: DecisionReview,
  { outcome, finding }: DecisionReviewFinding,
  reviewer: ActingAs,
  at: Date,
): DecisionReview {
  if (review.state !== 'open') {
    throw new Conflict(
      'pool-decision-review.is-settled',
      `Somebody has looked at it: it was ${review.state}. Whoever asked may ask again.`,
    );
  }
  return { ...review, state: outcome, settledAt: at, finding, reviewer };
}
