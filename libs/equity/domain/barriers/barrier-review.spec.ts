import {
  addAction,
  answerQuestion,
  type BarrierReview,
  completeReview,
  judgeBarrier,
  nameLeads,
  settleAction,
  spokeAs,
} from './barrier-review';
import { barrierChange } from './barrier-change';

const codes = { questions: ['confidence', 'skills'], barriers: ['role_models', 'lack_of_time'] };
const at = new Date('2026-11-30T09:00:00Z');
const begun: BarrierReview = {
  ...{ id: 'review', programmeId: 'programme', organisationId: 'trust', state: 'open', version: 1 },
  ...{ answers: [], judgements: [], actions: [], begunAt: at },
};
const action = { id: 'action', barrier: 'lack_of_time', what: 'Protect a day.', due: '2027-04-01' };

const answered = (review: BarrierReview, question: string, standing: 'not_begun' | 'in_place') =>
  answerQuestion(
    review,
    { question, standing, answer: 'We do.', evidence: 'Minutes.', answeredAt: at },
    codes,
  );
const judged = (review: BarrierReview, barrier: string, strength: 'none' | 'strong') =>
  judgeBarrier(review, { barrier, strength, evidence: 'Survey.', judgedAt: at }, codes);

function full(strength: 'none' | 'strong' = 'strong'): BarrierReview {
  let review = nameLeads(begun, { executiveLead: 'ada', nonExecutiveLead: 'ben' });
  review = answered(answered(review, 'skills', 'in_place'), 'confidence', 'not_begun');
  review = judged(judged(review, 'lack_of_time', strength), 'role_models', 'none');
  return addAction(review, { ...action, owner: 'Director of people' }, codes);
}

describe('a barrier review', () => {
  it('keeps answers and judgements in the order of the catalogue, the last of each', () => {
    const review = answered(full(), 'confidence', 'in_place');
    expect(review.answers.map(({ question, standing }) => [question, standing])).toEqual([
      ['confidence', 'in_place'],
      ['skills', 'in_place'],
    ]);
    expect(review.judgements.map(({ barrier }) => barrier)).toEqual(['role_models', 'lack_of_time']);
  });

  it('refuses what the catalogue does not ask, and says what it does', () => {
    expect(() => answered(begun, 'luck', 'in_place')).toThrow(
      expect.objectContaining({ problems: ['question: "luck" is none of confidence, skills'] }) as Error,
    );
    expect(() => judged(begun, 'luck', 'none')).toThrow(
      expect.objectContaining({
        problems: ['barrier: "luck" is none of role_models, lack_of_time'],
      }) as Error,
    );
    expect(() => addAction(begun, { ...action, owner: 'CEO', barrier: 'luck' }, codes)).toThrow('luck');
  });

  it('has two leads, who are two people', () => {
    expect(() => nameLeads(begun, { executiveLead: 'ada', nonExecutiveLead: 'ada' })).toThrow(
      'the executive lead is the same person',
    );
    const one = nameLeads(begun, { executiveLead: 'ada' });
    expect(() => nameLeads(one, { nonExecutiveLead: 'ada' })).toThrow('the same person');
  });

  it('is complete only with everything, and says all that is missing', () => {
    expect(() => completeReview(judged(begun, 'lack_of_time', 'strong'), codes, at)).toThrow(
      'The review still needs an executive lead; a non-executive lead; an answer to confidence, skills; ' +
        'a judgement of role_models; an action against the strong barrier lack_of_time.',
    );
    expect(completeReview(full(), codes, at)).toMatchObject({ state: 'completed', completedAt: at });
  });

  it('needs something done about a strong barrier, not something dropped', () => {
    const dropped = settleAction(full(), 'action', {
      ...{ state: 'dropped', outcome: 'No money.', settledAt: at },
    });
    expect(() => completeReview(dropped, codes, at)).toThrow('strong barrier lack_of_time');
  });

  it('stays as it was once it is completed, but for its actions', () => {
    const completed = completeReview(full(), codes, at);
    const moves = [
      () => answered(completed, 'skills', 'not_begun'),
      () => judged(completed, 'role_models', 'strong'),
      () => nameLeads(completed, { executiveLead: 'cy' }),
      () => completeReview(completed, codes, at),
    ];
    for (const move of moves) {
      expect(move).toThrow(expect.objectContaining({ code: 'barrier-review.completed' }) as Error);
    }
    const done = { state: 'done', outcome: 'A day a month.', settledAt: at } as const;
    const settled = settleAction(completed, 'action', done);
    expect(settled.actions).toEqual([expect.objectContaining(done)]);
    expect(() => settleAction(settled, 'action', done)).toThrow('done already');
    expect(() => settleAction(settled, 'other', done)).toThrow('There is no action other');
  });

  it('is measured against the one that it follows', () => {
    const earlier = settleAction(full(), 'action', {
      ...{ state: 'done', outcome: 'A day a month.', settledAt: at },
    });
    const later = answered(full('none'), 'confidence', 'in_place');
    expect(barrierChange(earlier, later)).toEqual({
      questions: [
        { code: 'confidence', before: 'not_begun', after: 'in_place', direction: 'better' },
        { code: 'skills', before: 'in_place', after: 'in_place', direction: 'same' },
      ],
      barriers: [
        { code: 'role_models', before: 'none', after: 'none', direction: 'same' },
        { code: 'lack_of_time', before: 'strong', after: 'none', direction: 'better' },
      ],
      actions: { done: 1, dropped: 0, open: 0 },
    });
    expect(barrierChange(later, earlier).questions[0]?.direction).toBe('worse');
    expect(barrierChange(begun, later)).toMatchObject({ questions: [], barriers: [] });
  });

  it('keeps as what somebody spoke: as one of its leads, or in a role', () => {
    const review = nameLeads(begun, { executiveLead: 'ann', nonExecutiveLead: 'bob' });
    const spoke = (personId?: string) => spokeAs(review, personId, 'talent_board');
    expect([spoke('ann'), spoke('bob'), spoke('cy'), spoke()]).toEqual([
      ...['executive_lead', 'non_executive_lead', 'talent_board', 'talent_board'],
    ]);
    expect(spokeAs(begun, undefined, 'coordinator')).toBe('coordinator');
  });
});
