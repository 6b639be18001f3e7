import { Assets } from '@evenhand/pages';
import type {
  CriteriaVersion,
  DecisionReview,
  MemberState,
  PoolDecision,
  PoolMember,
  TalentPool,
} from '@evenhand/talent';
import { serverPages } from '../server-pages';
import { membershipListPage } from './membership-list.page';
import {
  fieldsOf,
  membershipQuestionPage,
  type PoolQuestion,
  questionFilled,
  type QuestionShown,
} from './membership-question.page';
import { isOpen, openQuestions } from './membership-questions';
import { membershipPage, type MembershipShown } from './membership.page';

const PAGES = serverPages(new Assets());
const AT = new Date('2026-10-01T23:30:00Z');
const BOARD = { role: 'talent_board', personId: 'kim' };
const POOL = {
  ...{ id: 'pool', programmeId: 'north', title: 'Heads & chairs', purpose: 'To lead.', state: 'open' },
} as TalentPool;
const MEMBER: PoolMember = {
  ...{ id: 'ann', poolId: 'pool', personId: 'ana', wayIn: 'nominated', state: 'not_in_pool', version: 3 },
  ...{ reason: 'Led the <winter> plan.', cameAt: AT, interestDeclaredAt: AT },
  nomination: { as: 'champion', by: { role: 'mentor', personId: 'max' } },
  assessment: {
    ...{ horizon: '1-3', evidence: 'Led a ward.', criteriaVersion: 1, assessedAt: AT, assessor: BOARD },
    dimensions: [{ dimension: 'potential', level: 3, evidence: 'Took a second team.' }],
  },
};
const DECISION: PoolDecision = {
  ...{ id: 'decision', poolId: 'pool', memberId: 'ann', outcome: 'not_in_pool', decidedAt: AT },
  ...{ decider: BOARD, deciderAccountId: 'account-of-kim', criteriaVersion: 1, reason: 'Not yet.' },
};
const REVIEW: DecisionReview = {
  ...{ id: 'review', programmeId: 'north', poolId: 'pool', decisionId: 'decision', memberId: 'ann' },
  ...{ personId: 'ana', reason: 'I lead two.', state: 'open', askedAt: AT, version: 1 },
};
const criteriaOf = (number: number, sentence: string): CriteriaVersion => ({
  ...{ number, from: AT, reason: 'So.', criteria: [{ code: 'leads', sentence }] },
});
const SHOWN: MembershipShown = {
  ...{ programme: 'North & West', pool: POOL, member: MEMBER, decisions: [DECISION], reviews: [] },
  criteria: [criteriaOf(2, 'Leads a function.'), criteriaOf(1, 'Leads a team.')],
};

/** The page as somebody reads it. */
function pageOf(changes: Partial<MembershipShown> = {}): { readonly html: string; readonly text: string } {
  const html = PAGES.render(membershipPage({ ...SHOWN, ...changes }));
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

describe('The page about somebody and a pool', () => {
  it('says how they came, what was found, and what was decided: as what, when, by what and why', () => {
    const { text } = pageOf();
    expect(text).toContain('You were not taken into the pool.');
    expect(text).toContain('A champion put you forward On 2 October 2026 Why Led the &lt;winter&gt; plan.');
    expect(text).toContain('Member of the talent board, 2 October 2026, by version 1 of what the pool asks.');
    expect(text).toContain('Why: Not yet.');
    expect(text).toMatch(/What version 1 asked\s+Leads a team\./);
    expect(text).toContain('Potential: how far you may go Mostly. Took a second team.');
    expect(text).not.toContain('Leads a function.');
  });

  it('tells of nobody who they are: who nominated, assessed and decided is told as what they did it', () => {
    expect(pageOf().html).not.toMatch(/\bmax\b|\bkim\b|account-of-kim/);
  });

  it('tells what came of another look, and leads to where it is decided anew', () => {
    expect(pageOf({ reviews: [REVIEW] }).text).toContain('Nobody has looked again yet.');
    const changed = { ...REVIEW, state: 'changed', settledAt: AT, finding: 'Two it is.', newMemberId: 'new' };
    const { text, html } = pageOf({ reviews: [changed as DecisionReview] });
    expect(text).toContain('You asked for it on 2 October 2026.');
    expect(text).toContain('What they found: Two it is.');
    expect(html).toContain('href="/pool-memberships/pool/new"');
  });

  it('has what can be told of each criterion while they are considered', () => {
    const met = {
      criteriaVersion: 2,
      findings: [
        { ...{ code: 'leads', sentence: 'Leads a function.' }, finding: 'not_known', because: ['So.'] },
      ],
    } as const;
    expect(pageOf({ met }).text).toContain('Leads a function. Not known. So.');
  });
});

describe('What somebody can say of a membership', () => {
  it.each<[MemberState, readonly string[]]>([
    ['nominated', ['answer']],
    ['interested', ['leaving']],
    ['assessed', ['leaving']],
    ['in_pool', ['leaving']],
    ['not_in_pool', []],
    ['declined', []],
    ['appointed', []],
    ['left', []],
  ])('follows from where they stand: %s', (state, wanted) => {
    const standing = { member: { ...MEMBER, state }, decisions: [], reviews: [] };
    expect(openQuestions(standing).map(({ address }) => address)).toEqual(
      wanted.map((question) => `/pool-memberships/pool/ann/${question}`),
    );
  });

  it.each<[string, readonly DecisionReview[], boolean]>([
    ['nobody was asked', [], true],
    ['nobody has looked yet', [REVIEW], false],
    ['it was upheld, and can be asked again', [{ ...REVIEW, state: 'upheld' }], true],
    ['it is decided anew', [{ ...REVIEW, state: 'changed' }], false],
  ])('is that somebody looks again where they were turned down: %s', (_, reviews, wanted) => {
    expect(isOpen('review', { ...SHOWN, reviews })).toBe(wanted);
    const taken = [{ ...DECISION, outcome: 'in_pool' } as PoolDecision];
    expect(isOpen('review', { ...SHOWN, reviews, decisions: taken })).toBe(false);
  });

  it.each<[PoolQuestion, object, object]>([
    ['answer', { answer: 'yes', note: ' ' }, { yes: true }],
    ['answer', { answer: 'no', note: '' }, { yes: false }],
    ['answer', { answer: 'no', note: ' Not\r\nnow. ' }, { yes: false, words: 'Not\nnow.' }],
    ['leaving', {}, { yes: true }],
    ['review', { reason: 'Two.' }, { yes: true, words: 'Two.' }],
    ['application', { reason: 'I lead.' }, { yes: true, words: 'I lead.' }],
  ])('is read: %s %j', (question, filled, said) => {
    expect(questionFilled(question, filled as Record<string, string>)).toEqual({ said });
  });

  it.each<[PoolQuestion, object, string, string]>([
    ['answer', {}, 'answer', 'Choose whether'],
    ['answer', { answer: 'perhaps' }, 'answer', 'Choose whether'],
    ['answer', { answer: 'yes', note: 'Gladly.' }, 'note', 'would go to nobody'],
    ['application', { reason: ' ' }, 'reason', 'Say why you'],
    ['leaving', { reason: 'x'.repeat(2001) }, 'reason', '1 to 2000 characters'],
    ['review', { reason: 'No\0' }, 'reason', 'control characters'],
  ])('is not taken: %s %j', (question, filled, field, text) => {
    expect(questionFilled(question, filled as Record<string, string>)).toEqual({
      faults: [{ field, text: expect.stringContaining(text) as string }],
    });
    expect(fieldsOf(question)).toContain(field);
  });

  it('is asked with what was filled in beside what is wrong with it, and not where nothing is open', () => {
    const shown: QuestionShown = {
      ...{ question: 'answer', pool: 'Heads', address: '/sent', back: '/back', isOpen: true },
    };
    const filled = { answer: 'no', note: '<b>' };
    const page = membershipQuestionPage(shown, filled, [{ field: 'note', text: 'Say it shorter' }]);
    expect(page.title).toMatch(/^Error: /);
    const html = PAGES.render(page);
    expect(html).toMatch(/<a href="#note">\s*Say it shorter\s*<\/a>/);
    expect(html).toContain('&lt;b&gt;</textarea>');
    expect(html).toMatch(/value="no" checked/);
    const closed = PAGES.render(membershipQuestionPage({ ...shown, isOpen: false }));
    expect(closed).toContain('There is nothing to answer here');
    expect(closed).not.toContain('action="/sent"');
  });
});

describe('The list of somebody’s memberships', () => {
  it('leads to each, and says where they stand', () => {
    const html = PAGES.render(
      membershipListPage({ items: [{ pool: POOL, member: MEMBER }] }, new Map([['north', 'North']])),
    );
    expect(html).toContain('<a href="/pool-memberships/pool/ann">Heads &amp; chairs</a>');
    expect(html).toContain('You were not taken into the pool.');
    expect(html).not.toContain('There are more');
    expect(PAGES.render(membershipListPage({ items: [] }, new Map()))).toContain('You have nothing to do');
  });
});
