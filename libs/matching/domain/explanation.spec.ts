import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { RULE_TEXTS } from './eligibility-rule';
import { explainPair } from './explanation';
import { PairJudge } from './pair-judge';
import { DEFAULT_RULES } from './rules';

function explain(...[mentee, mentor]: Parameters<typeof pairOf>): ReturnType<typeof explainPair> {
  return explainPair(pairOf(mentee, mentor), 0, 0);
}

function pairOf(mentee: ReturnType<typeof aMentee>, mentor: ReturnType<typeof aMentor>): PairJudge {
  return new PairJudge({ mentees: [mentee], mentors: [mentor], catalogue: healthAndCare }, DEFAULT_RULES);
}

describe('The explanation of a pair', () => {
  const mentee = aMentee({ gaps: ['MP-1.1:1', 'SE-1.1:3', 'MP-2.3:2', 'DA-1.1'] });

  it('names each gap that is covered, the strength and both stages, in the order of the mentee', () => {
    const explanation = explain(mentee, aMentor({ strengths: ['MP-2.3@1', 'SE-1.1@3', 'DA-1.1@F'] }));
    expect(explanation).toMatchObject({
      eligible: true,
      gaps: [
        {
          topic: 'SE-1.1',
          title: 'Prioritise for productivity',
          rank: 2,
          size: 3,
          askedAt: '2',
          practisedAt: '3',
          cover: 'whole',
          text: 'SE-1.1 Prioritise for productivity: asked at stage 2, practised at stage 3',
        },
        {
          topic: 'MP-2.3',
          rank: 3,
          cover: 'half',
          text: 'MP-2.3 Manage conflict and sensitive conversations: asked at stage 2, practised at stage 1, which counts half',
        },
      ],
    });
  });

  it('takes the highest of several stages at which a mentor has practised a topic', () => {
    const explanation = explain(aMentee(), aMentor({ strengths: ['SE-1.1@3', 'SE-1.1@2'] }));
    expect(explanation).toMatchObject({ gaps: [{ practisedAt: '3' }] });
  });

  it('names each gap that is left open', () => {
    expect(explain(mentee, aMentor({ strengths: ['MP-2.3@1', 'SE-1.1@3', 'DA-1.1@F'] }))).toMatchObject({
      gapsNotCovered: [
        { topic: 'MP-1.1', title: 'Create a sense of engagement', rank: 1 },
        { topic: 'DA-1.1', title: 'Respond to patient safety, needs and preferences', rank: 4 },
      ],
    });
  });

  it.each([
    [{}, {}, []],
    [{ preferProfession: 'same' }, {}, ['Prefers the same profession: met (both: Adult nurses).']],
    [
      { preferProfession: 'same' },
      { background: 'ahp/dietitian' },
      ['Prefers the same profession: not met (mentee: Adult nurses; mentor: Dietitians).'],
    ],
    [
      { preferProfession: 'same', background: 'ahp/physiotherapist' },
      { background: 'ahp/dietitian' },
      [
        'Prefers the same profession: not met, but of the same professional group (mentee: Physiotherapists; mentor: Dietitians).',
      ],
    ],
    [
      { preferProfession: 'different', preferOrganisation: 'different' },
      {},
      ['Prefers another profession: not met (both: Adult nurses).', 'Prefers another organisation: met.'],
    ],
    [
      { preferProfession: 'different', preferOrganisation: 'same' },
      { background: 'ahp/dietitian' },
      [
        'Prefers another profession: met (mentee: Adult nurses; mentor: Dietitians).',
        'Prefers the same organisation: not met.',
      ],
    ],
    [
      { preferOrganisation: 'same' },
      { organisation: ' NORTHFIELD' },
      ['Prefers the same organisation: met.'],
    ],
  ] as const)('says of each stated preference whether it is met: %j with %j', (one, other, notes) => {
    expect(explain(aMentee(one), aMentor(other))).toMatchObject({ notes });
  });

  const region = 'midlands';
  const travels = 'meets in person only and the two work in different regions: one of them has to travel.';
  it.each([
    [
      'in_person',
      'in_person',
      ['Both meet in person only and work in different regions: agree on a place first.'],
    ],
    ['in_person', 'either', [`The mentee ${travels}`]],
    ['either', 'in_person', [`The mentor ${travels}`]],
    ['either', 'remote', []],
  ] as const)('says who has to travel between regions: %s and %s', (one, other, notes) => {
    const mentee = aMentee({ mode: one });
    expect(explain(mentee, aMentor({ mode: other, region }))).toMatchObject({ notes });
    expect(explain(mentee, aMentor({ mode: other }))).toMatchObject({ notes: [] });
  });

  it('shows the points of every criterion beside what it could have earned', () => {
    expect(explain(aMentee(), aMentor({ protectedHours: 2 }))).toEqual(
      expect.objectContaining({
        score: 8950,
        points: [
          { criterion: 'gap_cover', title: 'Gaps covered', points: 4500, weight: 4500 },
          { criterion: 'strength_level', title: 'Level of the strengths', points: 1000, weight: 1000 },
          { criterion: 'stage_step', title: 'Distance in stage', points: 700, weight: 700 },
          { criterion: 'transition', title: 'Step made', points: 300, weight: 600 },
          { criterion: 'profession', title: 'Profession', points: 750, weight: 1500 },
          { criterion: 'organisation', title: 'Organisation', points: 400, weight: 400 },
          { criterion: 'place', title: 'Region and way of meeting', points: 500, weight: 500 },
          { criterion: 'languages', title: 'Languages', points: 400, weight: 400 },
          { criterion: 'availability', title: 'Protected time', points: 400, weight: 400 },
        ],
      }),
    );
  });

  it('names the first rule that stands in the way, and what would change it', () => {
    const explanation = explain(
      aMentee({ mode: 'remote' }),
      aMentor({ mode: 'in_person', languages: ['cy'] }),
    );
    expect(explanation).toEqual({
      eligible: false,
      rule: 'language',
      sentence: RULE_TEXTS.language.sentence,
      change: RULE_TEXTS.language.change,
    });
  });
});
