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

  it('shows the points of every criterion beside what it could have earned', () => {
    expect(explain(aMentee(), aMentor({ protectedHours: 2 }))).toEqual(
      expect.objectContaining({
        score: 9600,
        points: [
          { criterion: 'gap_cover', title: 'Gaps covered', points: 4000, weight: 4000 },
          { criterion: 'strength_level', title: 'Level of the strengths', points: 1200, weight: 1200 },
          { criterion: 'stage_step', title: 'Distance in stage', points: 1000, weight: 1000 },
          { criterion: 'transition', title: 'Transition made', points: 400, weight: 800 },
          { criterion: 'profession', title: 'Profession', points: 900, weight: 900 },
          { criterion: 'organisation', title: 'Organisation', points: 500, weight: 500 },
          { criterion: 'place', title: 'Region and way of meeting', points: 600, weight: 600 },
          { criterion: 'languages', title: 'Languages', points: 400, weight: 400 },
          { criterion: 'availability', title: 'Protected time', points: 600, weight: 600 },
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
