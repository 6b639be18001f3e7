import type { DecisionReview, PoolDecision, PoolMember } from '@evenhand/talent';
import { membershipAddress } from './membership-list.page';

/** What somebody can be asked of what they are to a pool, by the last part of its address. */
export const MEMBERSHIP_QUESTIONS = ['answer', 'leaving', 'review'] as const;
/** One of them. */
export type MembershipQuestion = (typeof MEMBERSHIP_QUESTIONS)[number];

/** What decides which questions are open. */
export interface MembershipStanding {
  readonly member: PoolMember;
  readonly decisions: readonly PoolDecision[];
  readonly reviews: readonly DecisionReview[];
}

const LINKS: Readonly<Record<MembershipQuestion, string>> = {
  answer: 'Say whether you want to be considered',
  leaving: 'Leave the pool, or the way to it',
  review: 'Ask that somebody else looks again at the decision',
};

/** The decision at which somebody can ask another to look again: the last one, by which they were turned down. */
export function reviewable({ decisions, reviews }: MembershipStanding): PoolDecision | undefined {
  return decisions.find(
    ({ id, outcome }) =>
      outcome === 'not_in_pool' &&
      !reviews.some(({ decisionId, state }) => decisionId === id && state !== 'upheld'),
  );
}

/** Whether a question can be answered, as things stand. */
export function isOpen(question: MembershipQuestion, standing: MembershipStanding): boolean {
  const { state } = standing.member;
  switch (question) {
    case 'answer':
      return state === 'nominated';
    case 'leaving':
      return state === 'interested' || state === 'assessed' || state === 'in_pool';
    case 'review':
      return reviewable(standing) !== undefined;
  }
}

/** The questions that can be answered, and where. */
export function openQuestions(
  standing: MembershipStanding,
): readonly { readonly text: string; readonly address: string }[] {
  const { poolId, id: memberId } = standing.member;
  return MEMBERSHIP_QUESTIONS.filter((question) => isOpen(question, standing)).map((question) => ({
    text: LINKS[question],
    address: `${membershipAddress({ poolId, memberId })}/${question}`,
  }));
}
