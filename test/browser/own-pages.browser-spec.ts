import type { WebPage } from '@evenhand/pages';
import type { DecisionReview, PoolDecision, PoolMember, TalentPool } from '@evenhand/talent';
import { membershipListPage } from '../../apps/server/src/web/pool-memberships/membership-list.page';
import {
  membershipQuestionPage,
  type QuestionShown,
} from '../../apps/server/src/web/pool-memberships/membership-question.page';
import { membershipPage } from '../../apps/server/src/web/pool-memberships/membership.page';
import { expectAccessible, expectFaultFirst } from './accessible-page';
import { describeInBrowser } from './browser';
import { type ServedPages, servePages } from './served-pages';

const LONG = 'A-title-that-is-quite-long-and-has-no-spaces-in-it-at-all-2026-across-the-whole-region';
const LINES = `It was seen.\n${LONG}\n\nAnd again.`;
const AT = new Date('2026-10-01T09:00:00Z');
const BOARD = { role: 'talent_board' };

const POOL = {
  ...{ id: 'pool', programmeId: 'north', title: LONG, purpose: LINES, state: 'open' },
} as TalentPool;
const MEMBER: PoolMember = {
  ...{ id: 'ann', poolId: 'pool', personId: 'ana', wayIn: 'nominated', state: 'not_in_pool', version: 3 },
  ...{ reason: LINES, cameAt: AT, interestDeclaredAt: AT, ending: { at: AT, note: LINES } },
  nomination: { as: 'champion', by: { role: 'mentor' } },
  assessment: {
    ...{ horizon: '1-3', evidence: LINES, criteriaVersion: 1, assessedAt: AT, assessor: BOARD },
    dimensions: [
      { dimension: 'potential', level: 3, evidence: LINES },
      { dimension: 'mobility', level: 0, evidence: LINES },
    ],
  },
};
const DECISION: PoolDecision = {
  ...{ id: 'decision', poolId: 'pool', memberId: 'ann', outcome: 'not_in_pool', decidedAt: AT },
  ...{ decider: BOARD, criteriaVersion: 1, reason: LINES },
};
const REVIEW: DecisionReview = {
  ...{ id: 'review', programmeId: 'north', poolId: 'pool', decisionId: 'decision', memberId: 'ann' },
  ...{
    personId: 'ana',
    reason: LINES,
    state: 'upheld',
    askedAt: AT,
    settledAt: AT,
    finding: LINES,
    version: 2,
  },
};
const QUESTION: QuestionShown = {
  ...{ question: 'answer', pool: LONG, address: '/one', back: '/one', isOpen: true },
};

/** Every page about what is somebody's own, with all that can stand on it. */
function pages(): Readonly<Record<string, WebPage>> {
  return {
    memberships: membershipListPage({ items: [{ pool: POOL, member: MEMBER }], next: 'x' }, new Map()),
    membership: membershipPage({
      ...{ programme: LONG, pool: POOL, member: MEMBER, decisions: [DECISION] },
      reviews: [REVIEW, { ...REVIEW, id: 'other', state: 'changed', newMemberId: 'new' }],
      criteria: [{ number: 1, from: AT, reason: LONG, criteria: [{ code: 'leads', sentence: LONG }] }],
      met: {
        criteriaVersion: 1,
        findings: [{ code: 'leads', sentence: LONG, finding: 'not_met', because: [LONG] }],
      },
    }),
    question: membershipQuestionPage(QUESTION),
    'question-again': membershipQuestionPage(QUESTION, { note: LONG }, [
      { field: 'answer', text: 'Choose whether you want to be considered' },
    ]),
    'question-closed': membershipQuestionPage({ ...QUESTION, question: 'review', isOpen: false }),
  };
}

const NAMES = ['memberships', 'membership', 'question', 'question-again', 'question-closed'];
/** As long as a look may take on a machine that is busy. */
const PATIENCE = 120_000;

describeInBrowser('The pages about what is somebody’s own', (browser) => {
  let served: ServedPages;
  beforeAll(async () => {
    const api = { info: { title: 'E', version: '1' }, paths: {} };
    const work = pages();
    expect(Object.keys(work)).toEqual(NAMES);
    served = await servePages({ round: undefined, api, pools: [], work });
  });
  afterAll(() => served.close());

  it.each(NAMES.flatMap((name) => [1280, 320].map((width) => ({ name, width }))))(
    '$name at $width pixels: accessible, no wider than the screen',
    ({ name, width }) => expectAccessible(browser(), `${served.address}/on-show/${name}`, width),
    PATIENCE,
  );

  it.each([['question-again', 'Choose whether you want to be considered', 'answer']])(
    '%s: what is wrong has the focus without a script, and leads to its field',
    (name, fault, field) =>
      expectFaultFirst(browser(), `${served.address}/on-show/${name}`, { fault, field }),
  );
});
