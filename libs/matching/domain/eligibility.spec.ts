import type { Mentee, Mentor, Person } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { colleagueOf } from './colleague';
import { pairKey, type PeopleToPair } from './compiled-people';
import { ELIGIBILITY_RULES, type EligibilityRule, RULE_TEXTS, ruleBit } from './eligibility-rule';
import { PairJudge } from './pair-judge';
import { DEFAULT_RULES } from './rules';

interface Others extends Pick<PeopleToPair, 'earlierPairs' | 'decidedAgainst'> {
  readonly colleagues?: readonly Person[];
}

/** Every rule that the pair breaks, so that a pair shown for one rule is shown to break no other. */
function rulesBroken(mentee: Mentee, mentor: Mentor, others: Others = {}): EligibilityRule[] {
  const { colleagues = [], ...pairs } = others;
  const people = {
    ...{ mentees: [mentee], mentors: [mentor], catalogue: healthAndCare, ...pairs },
    colleagues: colleagues.map(colleagueOf),
  };
  const broken = new PairJudge(people, DEFAULT_RULES).brokenRules(0, 0);
  return ELIGIBILITY_RULES.filter((rule) => (broken & ruleBit(rule)) !== 0);
}

describe('A pair is eligible', () => {
  it('when it breaks no rule', () => {
    expect(rulesBroken(aMentee(), aMentor())).toEqual([]);
  });

  describe('not_taking_part: only when both consent and are active', () => {
    it.each([
      ['the mentee does not consent', aMentee({ consent: false }), aMentor()],
      ['the mentee is not active', aMentee({ active: false }), aMentor()],
      ['the mentor does not consent', aMentee(), aMentor({ consent: false })],
      ['the mentor is not active', aMentee(), aMentor({ active: false })],
    ])('%s', (_, mentee, mentor) => {
      expect(rulesBroken(mentee, mentor)).toEqual(['not_taking_part']);
    });
  });

  it('same_person: never with oneself', () => {
    expect(rulesBroken(aMentee({ id: 'ada' }), aMentor({ id: 'ada' }))).toEqual(['same_person']);
  });

  describe('own_line: never in one line of management, two levels either way', () => {
    const between = aMentor({ id: 'between', lineManager: 'top' });

    it.each([
      ['the mentor manages the mentee', aMentee({ lineManager: 'mentor' }), aMentor(), []],
      ['the mentee manages the mentor', aMentee(), aMentor({ lineManager: 'mentee' }), []],
      [
        "the mentor is the manager of the mentee's manager",
        aMentee({ lineManager: 'between' }),
        aMentor({ id: 'top' }),
        [between],
      ],
      [
        "the mentee is the manager of the mentor's manager",
        aMentee({ id: 'top' }),
        aMentor({ lineManager: 'between' }),
        [between],
      ],
      [
        'the line is that of a second post',
        aMentee({
          otherPosts: [{ organisation: 'Northfield', region: 'london', stage: '1', lineManager: 'mentor' }],
        }),
        aMentor(),
        [],
      ],
    ])('%s', (_, mentee, mentor, colleagues) => {
      expect(rulesBroken(mentee, mentor, { colleagues })).toEqual(['own_line']);
    });

    it('but with a peer under the same manager, and with somebody three levels up', () => {
      expect(rulesBroken(aMentee({ lineManager: 'between' }), aMentor({ lineManager: 'between' }))).toEqual(
        [],
      );
      const colleagues = [
        aMentor({ id: 'first', lineManager: 'second' }),
        aMentor({ id: 'second', lineManager: 'mentor' }),
      ];
      expect(rulesBroken(aMentee({ lineManager: 'first' }), aMentor(), { colleagues })).toEqual([]);
    });
  });

  describe('excluded: never where one has the other on their list', () => {
    it.each([
      ['the mentee', aMentee({ exclude: ['mentor'] }), aMentor()],
      ['the mentor', aMentee(), aMentor({ exclude: ['somebody', 'mentee'] })],
    ])('%s', (_, mentee, mentor) => {
      expect(rulesBroken(mentee, mentor)).toEqual(['excluded']);
    });
  });

  it('excluded: in either role, by whichever profile of somebody in both lists says so', () => {
    const excluding = { id: 'both', exclude: ['x1'] };
    expect(
      rulesBroken(aMentee({ id: 'both' }), aMentor({ id: 'x1' }), { colleagues: [aMentor(excluding)] }),
    ).toEqual(['excluded']);
    const people = {
      mentees: [aMentee({ id: 'x1' }), aMentee(excluding)],
      mentors: [aMentor({ id: 'both' }), aMentor({ id: 'x1' })],
      catalogue: healthAndCare,
    };
    const judge = new PairJudge(people, DEFAULT_RULES);
    const excluded = ruleBit('excluded');
    expect([judge.brokenRules(0, 0), judge.brokenRules(1, 1)]).toEqual([excluded, excluded]);
    expect([judge.brokenRules(0, 1), judge.brokenRules(1, 0)]).toEqual([
      ruleBit('same_person'),
      ruleBit('same_person'),
    ]);
  });

  it('earlier_pair: never again, unless the mentee asks, which takes the pair off the list', () => {
    const earlierPairs = new Set([
      pairKey('mentee', 'mentor'),
      pairKey('mentor', 'mentee'),
      pairKey('gone', 'mentor'),
    ]);
    expect(rulesBroken(aMentee(), aMentor(), { earlierPairs })).toEqual(['earlier_pair']);
    expect(
      rulesBroken(aMentee(), aMentor(), { earlierPairs: new Set([pairKey('mentor', 'mentee')]) }),
    ).toEqual([]);
  });

  it('decided_against: not as mentee and mentor of whom those who run the round decided so', () => {
    const against = (mentee: string, mentor: string) => ({
      decidedAgainst: new Set([pairKey(mentee, mentor)]),
    });
    expect(rulesBroken(aMentee(), aMentor(), against('mentee', 'mentor'))).toEqual(['decided_against']);
    expect(rulesBroken(aMentee(), aMentor(), against('mentor', 'mentee'))).toEqual([]);
  });

  describe('stage_too_low: only with a mentor above the mentee and not below the target', () => {
    const practised = { strengths: ['SE-1.1@4'] };

    it.each([
      ['a mentor above the mentee and below the target', { targetStage: '3' }, { stage: '2' }],
      ['a mentor level with the mentee', {}, { stage: '1' }],
      ['a mentor below the mentee', { stage: '3', targetStage: '4' }, { stage: '2' }],
      ['a peer whom the mentee did not ask for', {}, { stage: '1', peer: true }],
      ['a peer who is not willing', { peer: true }, { stage: '1' }],
      ['a peer below the mentee', { peer: true, stage: '2', targetStage: '3' }, { stage: '1', peer: true }],
    ])('not with %s', (_, mentee, mentor) => {
      expect(rulesBroken(aMentee(mentee), aMentor({ ...practised, ...mentor }))).toEqual(['stage_too_low']);
    });

    it.each([
      ['a mentor at the target', {}, { stage: '2' }],
      ['a peer whom both want', { peer: true }, { stage: '1', peer: true }],
      ['a mentor at the top for a mentee at the top', { stage: '4', targetStage: '4' }, { stage: '4' }],
      ['a mentor at the top for a mentee who aims for it', { stage: '3', targetStage: '4' }, { stage: '4' }],
    ])('with %s', (_, mentee, mentor) => {
      expect(rulesBroken(aMentee(mentee), aMentor({ ...practised, ...mentor }))).toEqual([]);
    });

    it('where somebody holds several posts, by the highest of them', () => {
      const acting = { organisation: 'Northfield', region: 'london', stage: '3' };
      expect(rulesBroken(aMentee(), aMentor({ stage: '1', otherPosts: [acting] }))).toEqual([]);
      expect(rulesBroken(aMentee({ otherPosts: [acting], targetStage: '4' }), aMentor(practised))).toEqual([
        'stage_too_low',
      ]);
    });
  });

  it('stage_too_low: says that a peer takes the wish of both', () => {
    const { sentence, change } = RULE_TEXTS.stage_too_low;
    expect(sentence).toContain('the two have not both chosen to be peers');
    expect(change).toContain('where the mentee asks for one and the mentor is willing');
  });

  describe('no_gap_covered: only with a mentor who has practised a gap at the target stage or above', () => {
    it.each([
      ['no strength in any gap', ['MP-2.3@4']],
      ['a gap practised one stage below the target', ['SE-1.1@1']],
      ['no strength at all', []],
    ])('not with %s', (_, strengths) => {
      expect(rulesBroken(aMentee(), aMentor({ strengths }))).toEqual(['no_gap_covered']);
    });

    it('with the last of several gaps, practised at the target', () => {
      const mentee = aMentee({ gaps: ['MP-1.1:1', 'SE-1.1:4'] });
      expect(rulesBroken(mentee, aMentor({ strengths: ['SE-1.1@2'] }))).toEqual([]);
    });
  });

  it('language: only with a language in common', () => {
    expect(rulesBroken(aMentee({ languages: ['cy', 'en'] }), aMentor({ languages: ['pl', 'ur'] }))).toEqual([
      'language',
    ]);
    expect(rulesBroken(aMentee({ languages: ['cy', 'en'] }), aMentor({ languages: ['pl', 'en'] }))).toEqual(
      [],
    );
  });

  it('mode: not where one meets in person only and the other remotely only', () => {
    expect(rulesBroken(aMentee({ mode: 'in_person' }), aMentor({ mode: 'remote' }))).toEqual(['mode']);
    expect(rulesBroken(aMentee({ mode: 'remote' }), aMentor({ mode: 'in_person' }))).toEqual(['mode']);
  });

  it.each(['in_person', 'remote', 'either'] as const)(
    'mode: where one meets %s and the other does not mind',
    (mode) => {
      expect(rulesBroken(aMentee({ mode }), aMentor())).toEqual([]);
      expect(rulesBroken(aMentee(), aMentor({ mode }))).toEqual([]);
    },
  );

  it('mode: where both meet in person, though in different regions', () => {
    const mentor = aMentor({ mode: 'in_person', region: 'midlands' });
    expect(rulesBroken(aMentee({ mode: 'in_person' }), mentor)).toEqual([]);
  });

  it('access_needs: only where the mentor offers all that the mentee needs', () => {
    const mentee = aMentee({ accessibility: ['step_free', 'hearing_loop'] });
    expect(rulesBroken(mentee, aMentor({ accessibility: ['step_free'] }))).toEqual(['access_needs']);
    expect(
      rulesBroken(mentee, aMentor({ accessibility: ['hearing_loop', 'step_free', 'quiet_room'] })),
    ).toEqual([]);
  });

  it('below_floor: not where next to nothing of what was asked for is covered and the rest is poor', () => {
    const mentee = aMentee({
      gaps: ['MP-1.1:4', 'MP-2.1:4', 'DA-1.1:4', 'SE-1.1:1'],
      preferProfession: 'same',
    });
    const mentor = aMentor({
      background: 'manager/estates_manager',
      stage: '4',
      strengths: ['SE-1.1@2'],
      region: 'midlands',
      mode: 'in_person',
    });
    expect(rulesBroken(mentee, mentor)).toEqual(['below_floor']);
  });

  it('below_floor: a little help does not pass on likeness, a quarter of the need passes with a wish not met', () => {
    const gaps = ['MP-1.1:3', 'MP-2.1:3', 'DA-1.1:2', 'SE-1.1:1'];
    expect(rulesBroken(aMentee({ gaps }), aMentor())).toEqual(['below_floor']);
    const quarter = aMentee({ gaps: ['MP-1.1:4', 'SE-1.1:2'], preferProfession: 'same' });
    expect(rulesBroken(quarter, aMentor({ background: 'doctor/surgeon', region: 'midlands' }))).toEqual([]);
  });

  it('below_floor: only where the score reaches the floor of the round', () => {
    const people = { mentees: [aMentee()], mentors: [aMentor()], catalogue: healthAndCare };
    const score = new PairJudge(people, DEFAULT_RULES).judge(0, 0, new Int32Array(9));
    const judged = (floor: number): number =>
      new PairJudge(people, { ...DEFAULT_RULES, floor }).judge(0, 0, new Int32Array(9));
    expect(judged(score)).toBe(score);
    expect(judged(score + 1)).toBe(-ruleBit('below_floor'));
  });

  it('without a place to offer: places are counted by whoever matches, they are no rule', () => {
    expect(rulesBroken(aMentee(), aMentor({ capacity: 0 }))).toEqual([]);
  });
});
