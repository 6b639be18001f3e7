import {
  type DecisionReview,
  refuseOwnReview,
  refuseUnlessTurnedDown,
  settleDecisionReview,
} from './decision-review';
import type { PoolDecision } from './pool-decision';
import type { PoolMember } from './pool-member';

const AT = new Date('2026-10-02T09:00:00Z');

const decision: PoolDecision = {
  ...{ id: 'decision', poolId: 'pool', memberId: 'member', outcome: 'not_in_pool', decidedAt: AT },
  ...{ decider: { role: 'talent_board', personId: 'dee' }, deciderAccountId: 'account-of-dee' },
  ...{ criteriaVersion: 1, reason: 'No team yet.' },
};
const open: DecisionReview = {
  ...{ id: 'review', programmeId: 'programme', poolId: 'pool', decisionId: 'decision', memberId: 'member' },
  ...{ personId: 'ann', state: 'open', askedAt: AT, version: 1 },
};
const MEMBERSHIPS = ['mentor', 'max'].map((personId): PoolMember => ({
  ...{ id: `by-${personId}`, poolId: 'pool', personId: 'ann', wayIn: 'nominated', state: 'nominated' },
  ...{ reason: 'Led.', cameAt: AT, version: 1 },
  nomination: { as: 'mentor', by: { role: 'mentor', personId } },
}));
const reviewer = { role: 'talent_board', personId: 'rae' };

const refused = (code: string): Error =>
  expect.objectContaining({ code: `pool-decision-review.${code}` }) as Error;

describe('a review of a decision', () => {
  it('is for those who were turned down', () => {
    expect(() => refuseUnlessTurnedDown(decision)).not.toThrow();
    expect(() => refuseUnlessTurnedDown({ ...decision, outcome: 'in_pool' })).toThrow(refused('taken-in'));
  });

  it('is for somebody who neither decided, nor asks, nor put them forward', () => {
    const by = (accountId: string, personId?: string) => () =>
      refuseOwnReview(open, decision, MEMBERSHIPS, {
        accountId,
        as: { role: 'talent_board', ...(personId === undefined ? {} : { personId }) },
      });
    expect(by('account-of-rae', 'rae')).not.toThrow();
    expect(by('account-of-rae')).not.toThrow();
    expect(by('account-of-dee')).toThrow(refused('own-decision'));
    expect(by('another-account', 'dee')).toThrow(refused('own-decision'));
    expect(by('account-of-ann', 'ann')).toThrow(refused('own-request'));
    expect(by('account-of-max', 'max')).toThrow(refused('own-nominee'));
  });

  it('is not barred by two who are both unknown', () => {
    const { deciderAccountId: _, ...known } = decision;
    const unknown = { ...known, decider: { role: 'talent_board' } };
    expect(() =>
      refuseOwnReview(open, unknown, [], { accountId: 'any', as: { role: 'talent_board' } }),
    ).not.toThrow();
  });

  it('is settled once, in words', () => {
    const settled = settleDecisionReview(open, { outcome: 'upheld', finding: 'It holds.' }, reviewer, AT);
    expect(settled).toEqual({ ...open, state: 'upheld', settledAt: AT, finding: 'It holds.', reviewer });
    expect(() => settleDecisionReview(settled, { outcome: 'changed', finding: 'No.' }, reviewer, AT)).toThrow(
      refused('is-settled'),
    );
  });
});
