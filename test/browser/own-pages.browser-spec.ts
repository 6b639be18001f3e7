import type { BarrierAction, BarrierReview } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import type { DecisionReview, PoolDecision, PoolMember, TalentPool } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { ledReviewsPage } from '../../apps/server/src/web/barrier-reviews/led-reviews.page';
import {
  actionFormPage,
  answerFormPage,
  judgementFormPage,
  outcomeFormPage,
} from '../../apps/server/src/web/barrier-reviews/review-form.page';
import { reviewPage } from '../../apps/server/src/web/barrier-reviews/review.page';
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

const { barrierQuestions, barriers } = healthAndCare.content;
const ACTION: BarrierAction = {
  ...{ id: 'act', barrier: 'lack_of_time', what: LONG, owner: LONG, due: '2026-09-30', state: 'open' },
};
const LED: BarrierReview = {
  ...{ id: 'one', programmeId: 'north', organisationId: 'trust', state: 'open', begunAt: AT, version: 4 },
  ...{ executiveLead: 'ann', nonExecutiveLead: 'bob' },
  answers: barrierQuestions.slice(0, 9).map(({ code }) => ({
    ...{ question: code, standing: 'under_way', answer: LINES, evidence: LINES },
    ...{ answeredBy: 'executive_lead', answeredAt: AT },
  })),
  judgements: barriers.slice(0, 7).map(({ code }) => ({
    ...{ barrier: code, strength: 'strong', evidence: LINES, judgedAt: AT },
  })),
  actions: [ACTION, { ...ACTION, id: 'done', state: 'done', outcome: LINES, settledAt: AT }],
};
const FILLED = { standing: 'in_place', answer: LONG, strength: 'some' };

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
    'question-again': membershipQuestionPage(QUESTION, { note: LONG }, [
      { field: 'answer', text: 'Choose whether you want to be considered' },
    ]),
    reviews: ledReviewsPage({ items: [LED], next: 'x' }, new Map([['trust', LONG]])),
    review: reviewPage({
      ...{ organisation: LONG, review: LED, personIds: ['ann'], today: '2026-10-01' },
      change: {
        questions: [{ code: 'confidence', before: 'not_begun', after: 'under_way', direction: 'better' }],
        barriers: [{ code: 'lack_of_time', before: 'some', after: 'strong', direction: 'worse' }],
        actions: { done: 2, dropped: 1, open: 0 },
      },
      ceilings: {
        ...{ snapshotId: 'snap', publishedAt: AT, countedAt: AT, sentence: 'One of them stops.' },
        groups: [{ group: 'Dietitians', found: 'stops', stopsAt: 'Mid-level', steps: [] }],
      },
    }),
    'answer-again': answerFormPage(LED, barrierQuestions[0]!, {
      ...{ filled: FILLED, isStale: true, faults: [{ field: 'evidence', text: 'Say what shows it' }] },
    }),
    judgement: judgementFormPage(LED, barriers[0]!),
    'action-again': actionFormPage(LED, {
      filled: { what: LONG, 'due[day]': '31' },
      faults: [{ field: 'due-day', text: 'Give a day of the calendar' }],
    }),
    outcome: outcomeFormPage(LED, ACTION),
    'question-closed': membershipQuestionPage({ ...QUESTION, question: 'review', isOpen: false }),
  };
}

const NAMES = [
  ...['memberships', 'membership', 'question-again', 'reviews', 'review', 'answer-again'],
  ...['judgement', 'action-again', 'outcome', 'question-closed'],
];
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

  it.each([
    ['question-again', 'Choose whether you want to be considered', 'answer'],
    ['answer-again', 'Say what shows it', 'evidence'],
    ['action-again', 'Give a day of the calendar', 'due-day'],
  ])('%s: what is wrong has the focus without a script, and leads to its field', (name, fault, field) =>
    expectFaultFirst(browser(), `${served.address}/on-show/${name}`, { fault, field }),
  );
});
