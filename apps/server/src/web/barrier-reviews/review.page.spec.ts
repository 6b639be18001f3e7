import type { BarrierReview, PublishedCeilings } from '@evenhand/equity';
import { Assets } from '@evenhand/pages';
import { healthAndCare } from '@evenhand/taxonomy';
import { serverPages } from '../server-pages';
import { ledReviewsPage } from './led-reviews.page';
import {
  actionFormPage,
  answerFormPage,
  judgementFormPage,
  outcomeFormPage,
  SAID_SINCE,
} from './review-form.page';
import { readAction, readAnswer, readJudgement, readOutcome } from './review-forms';
import { reviewPage, type ReviewShown } from './review.page';

const PAGES = serverPages(new Assets());
const AT = new Date('2026-10-01T23:30:00Z');
const { barrierQuestions, barriers } = healthAndCare.content;
const ACTION = {
  ...{ id: 'act', barrier: 'lack_of_time', what: 'A <day> a month.', owner: 'Director', due: '2026-09-30' },
  state: 'open',
} as const;
const REVIEW: BarrierReview = {
  ...{ id: 'one', programmeId: 'north', organisationId: 'trust', state: 'open', begunAt: AT, version: 4 },
  ...{ executiveLead: 'ann', nonExecutiveLead: 'bob' },
  answers: [
    {
      ...{ question: 'confidence', standing: 'under_way', answer: 'We <do>.', evidence: 'Minutes.' },
      ...{ answeredBy: 'non_executive_lead', answeredAt: AT },
    },
  ],
  judgements: [{ ...{ barrier: 'lack_of_time', strength: 'strong', evidence: 'Rosters.' }, judgedAt: AT }],
  actions: [ACTION],
};
const SHOWN: ReviewShown = {
  ...{ organisation: 'North & West', review: REVIEW, personIds: ['ann'], today: '2026-10-01' },
};
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const pageOf = (changes: Partial<ReviewShown> = {}) => PAGES.render(reviewPage({ ...SHOWN, ...changes }));

describe('The page of a review', () => {
  it('has all 17 questions and 12 barriers, with what was said to them, as what and when', () => {
    const html = pageOf();
    const text = textOf(html);
    expect(text).toContain('1 of 17 questions answered, 1 of 12 barriers judged, 1 action open');
    for (const { title } of [...barrierQuestions, ...barriers]) {
      expect(html).toContain(title.replaceAll("'", '&#39;'));
    }
    expect(text).toContain('Under way. We &lt;do&gt;. What shows it: Minutes.');
    expect(text).toContain('Said by the non-executive lead on 2 October 2026.');
    // As what somebody spoke was not kept then.
    expect(text).toContain('It is strong. What shows it: Rosters. Said on 2 October 2026.');
    expect(html.match(/href="\/led-barrier-reviews\/one\/questions\//g)).toHaveLength(17);
    expect(html.match(/href="\/led-barrier-reviews\/one\/barriers\//g)).toHaveLength(12);
  });

  it('says of actions who answers for them, by when, and whether they are late', () => {
    expect(textOf(pageOf())).toContain(
      'Who answers for it Director By 30 September 2026 Where it stands Open, and late',
    );
    expect(pageOf()).toContain('href="/led-barrier-reviews/one/actions/act"');
    expect(textOf(pageOf({ today: '2026-09-30' }))).not.toContain('and late');
    const done = { ...ACTION, state: 'done', outcome: 'It runs.', settledAt: AT } as const;
    const settled = pageOf({ review: { ...REVIEW, actions: [done] } });
    expect(textOf(settled)).toContain('Done on 2 October 2026 What came of it It runs.');
    expect(settled).not.toContain('actions/act"');
  });

  it('tells whoever leads it as what, and whether there is another one', () => {
    expect(textOf(pageOf())).toContain('You are the executive lead; the other one is named too.');
    const { executiveLead: _, ...alone } = REVIEW;
    expect(textOf(pageOf({ personIds: ['bob'], review: alone }))).toContain(
      'You are the non-executive lead; the other one is not named yet.',
    );
  });

  it('leads nobody to change what is completed, and goes on with what is done', () => {
    const html = pageOf({ review: { ...REVIEW, state: 'completed', completedAt: AT } });
    expect(html).not.toMatch(/one\/(?:questions|barriers)\//);
    expect(html).toContain('href="/led-barrier-reviews/one/actions/new"');
  });

  it('has what changed since the review before, and where professions stop by what is published', () => {
    expect(textOf(pageOf())).toContain('No equity report of your programme is published yet.');
    const ceilings: PublishedCeilings = {
      ...{ snapshotId: 'snap', publishedAt: AT, countedAt: AT, sentence: 'One stops.' },
      groups: [
        { group: 'Dietitians', found: 'stops', stopsAt: 'Mid-level', steps: [] },
        { group: 'Nurses', found: 'none', steps: [] },
      ],
    };
    const html = pageOf({
      ceilings,
      change: {
        questions: [{ code: 'confidence', before: 'not_begun', after: 'under_way', direction: 'better' }],
        barriers: [{ code: 'lack_of_time', before: 'some', after: 'strong', direction: 'worse' }],
        actions: { done: 2, dropped: 1, open: 0 },
      },
    });
    const text = textOf(html);
    expect(text).toContain('2 were done, 1 dropped, and 0 are open');
    expect(text).toMatch(/Before Not begun Now Under way Which way Better/);
    expect(text).toMatch(/Before Some of it Now It is strong Which way Worse/);
    expect(text).toContain('One stops. Dietitians: Mid-level');
    expect(html).toContain('href="/equity/snap"');
  });

  it('is listed with how far it is', () => {
    const html = PAGES.render(ledReviewsPage({ items: [REVIEW] }, new Map([['trust', 'North & West']])));
    expect(html).toContain('<a href="/led-barrier-reviews/one">North &amp; West</a>');
    expect(textOf(html)).toContain('1 of 17 questions answered');
    expect(PAGES.render(ledReviewsPage({ items: [] }, new Map()))).toContain('You lead no review.');
  });
});

describe('A form on a review', () => {
  const [confidence] = barrierQuestions;
  const time = barriers.find(({ code }) => code === 'lack_of_time')!;

  it('has what stands there, when it was said, and what others have done', () => {
    const html = PAGES.render(answerFormPage(REVIEW, confidence!));
    expect(html).toContain('We &lt;do&gt;.</textarea>');
    expect(html).toMatch(/value="under_way" checked/);
    expect(html).toContain(`name="seen" value="${AT.toISOString()}"`);
    expect(html).toContain('Leaders who set an example');
    expect(PAGES.render(answerFormPage(REVIEW, barrierQuestions[1]!))).toContain('name="seen" value=""');
    expect(PAGES.render(judgementFormPage(REVIEW, time))).toMatch(/value="strong" checked/);
  });

  it('keeps what was filled in, and shows what was said since beside it', () => {
    const faults = [{ field: 'standing', text: SAID_SINCE }];
    const filled = { standing: 'in_place', answer: 'Mine.', evidence: 'Also mine.' };
    const html = PAGES.render(answerFormPage(REVIEW, confidence!, { filled, faults, isStale: true }));
    expect(html).toContain('Mine.</textarea>');
    expect(textOf(html)).toContain(
      'Said by the non-executive lead on 2 October 2026: Under way. We &lt;do&gt;.',
    );
    expect(html).toContain(`name="seen" value="${AT.toISOString()}"`);
    const judged = { filled: { strength: 'none', evidence: '' }, isStale: true };
    expect(textOf(PAGES.render(judgementFormPage(REVIEW, time, judged)))).toContain('Rosters.');
  });

  it('is none where nothing can be changed any more', () => {
    const completed: BarrierReview = { ...REVIEW, state: 'completed', completedAt: AT };
    const settled = { ...ACTION, state: 'dropped' } as const;
    for (const page of [
      answerFormPage(completed, confidence!),
      judgementFormPage(completed, time),
      outcomeFormPage(REVIEW, settled),
    ]) {
      expect(PAGES.render(page)).not.toContain('name="seen"');
      expect(PAGES.render(page)).not.toMatch(/<form action="\/led/);
    }
    expect(PAGES.render(actionFormPage(completed))).toContain(
      '<form action="/led-barrier-reviews/one/actions/new"',
    );
  });

  it('asks for a day in three parts, and keeps each', () => {
    const filled = { 'due[day]': '31', 'due[month]': '2', 'due[year]': '2027' };
    const faults = [{ field: 'due-day', text: 'Give a day' }];
    const html = PAGES.render(actionFormPage(REVIEW, { filled, faults }));
    for (const [part, value] of [
      ['day', '31'],
      ['month', '2'],
      ['year', '2027'],
    ] as const) {
      expect(html).toContain(`id="due-${part}" name="due[${part}]" type="text" value="${value}"`);
    }
    expect(html).toMatch(/<a href="#due-day">\s*Give a day\s*<\/a>/);
  });
});

describe('What leads fill in', () => {
  const codes = barriers.map(({ code }) => code);
  const action = { barrier: 'lack_of_time', what: 'A day.', owner: 'Director' };
  const due = { 'due[day]': '7', 'due[month]': '3', 'due[year]': '2027' };

  it('is read, whatever a browser made of its lines', () => {
    expect(readAnswer({ standing: 'in_place', answer: ' We\r\ndo. ', evidence: 'M.' })).toEqual({
      said: { standing: 'in_place', answer: 'We\ndo.', evidence: 'M.' },
    });
    expect(readJudgement({ strength: 'some', evidence: 'R.' })).toEqual({
      said: { strength: 'some', evidence: 'R.' },
    });
    expect(readAction({ ...action, ...due }, codes)).toEqual({ said: { ...action, due: '2027-03-07' } });
    expect(readOutcome({ state: 'done', outcome: 'Runs.' })).toEqual({
      said: { state: 'done', outcome: 'Runs.' },
    });
  });

  it.each<[object, readonly string[]]>([
    [readAnswer({}), ['standing', 'answer', 'evidence']],
    [
      readAnswer({ standing: 'soon', answer: 'x'.repeat(2001), evidence: 'M\0' }),
      ['standing', 'answer', 'evidence'],
    ],
    [readJudgement({ strength: 'huge', evidence: ' ' }), ['strength', 'evidence']],
    [readAction({}, codes), ['barrier', 'what', 'owner', 'due-day']],
    [readAction({ ...action, ...due, barrier: 'luck' }, codes), ['barrier']],
    [readAction({ ...action, ...due, what: 'x'.repeat(501) }, codes), ['what']],
    [readAction({ ...action, ...due, 'due[month]': '13' }, codes), ['due-day']],
    [readAction({ ...action, ...due, 'due[day]': '31', 'due[month]': '2' }, codes), ['due-day']],
    [readAction({ ...action, ...due, 'due[year]': '27' }, codes), ['due-day']],
    [readOutcome({ state: 'open', outcome: '' }), ['state', 'outcome']],
  ])('is refused field by field, all at once: %j', (read, fields) => {
    const { faults } = read as { faults: { field: string }[] };
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });
});
