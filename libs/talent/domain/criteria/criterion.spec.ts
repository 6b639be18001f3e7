import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import type { WantedCondition } from './condition';
import { soundCriteria, type WantedCriterion } from './criterion';

const VOCABULARY = { catalogue: healthAndCare, organisationIds: ['north-trust'] };

const criterion = (parts: Partial<WantedCriterion> = {}): WantedCriterion => ({
  code: 'leads-across',
  sentence: 'Has led work across two services.',
  ...parts,
});

function problemsOf(...wanted: readonly WantedCriterion[]): readonly string[] {
  try {
    soundCriteria(wanted, VOCABULARY, 'criteria');
    return [];
  } catch (error) {
    return (error as InputRefused).problems;
  }
}

const ruled = (condition: WantedCondition) => problemsOf(criterion({ rule: [condition] }));

describe('criteria', () => {
  const SOUND: readonly WantedCondition[] = [
    { asks: 'stage', stage: '3' },
    { asks: 'region', regions: ['london', 'midlands'] },
    { asks: 'organisation', organisationIds: ['north-trust'] },
    { asks: 'in_post', months: 12 },
    { asks: 'practised', topic: 'SE-1.1', stage: '2' },
    { asks: 'readiness', horizon: '1-3' },
    { asks: 'assessment', dimension: 'potential', level: 3 },
  ];

  it.each(SOUND)('may ask for %j', (condition) => {
    expect(ruled(condition)).toEqual([]);
  });

  it.each<[WantedCondition, string]>([
    [
      { asks: 'luck' },
      'asks: "luck" is none of stage, region, organisation, in_post, practised, readiness, assessment',
    ],
    [{ asks: 'stage' }, 'stage: is missing'],
    [{ asks: 'stage', stage: '9' }, 'stage: "9" is none of F, 1, 2, 3, 4'],
    [{ asks: 'stage', stage: '3', months: 2 }, 'months: a condition that asks "stage" names no months'],
    [{ asks: 'region', regions: [] }, 'regions: names none'],
    [{ asks: 'region', regions: ['london', 'moon'] }, 'regions: "moon" is no region'],
    [
      { asks: 'organisation', organisationIds: ['south-trust'] },
      'organisationIds: "south-trust" is no organisation of the programme',
    ],
    [{ asks: 'in_post', months: 0 }, 'months: must be a whole number from 1 to 600'],
    [{ asks: 'practised', topic: 'SE-9.9', stage: '2' }, 'topic: "SE-9.9" is no competency or experience'],
    [{ asks: 'readiness', horizon: 'soon' }, 'horizon: "soon" is none of now, 0-1, 1-3, 3-5'],
    [
      { asks: 'assessment', dimension: 'charm', level: 2 },
      'dimension: "charm" is none of performance, potential, ambition, mobility, resilience',
    ],
    [{ asks: 'assessment', dimension: 'ambition', level: 5 }, 'level: must be a whole number from 0 to 4'],
  ])('cannot ask for %j', (condition, problem) => {
    expect(ruled(condition)).toEqual([`criteria[0].rule[0].${problem}`]);
  });

  it.each(['sex', 'age', 'sexual_orientation', 'Religion', 'constructor'])(
    'have no rule that asks "%s"',
    (asks) => {
      const [problem, ...others] = ruled({ asks });
      expect(others).toEqual([]);
      expect(problem).toMatch(
        asks === 'constructor' ? /is none of/ : /names a protected characteristic .*no rule may look at/,
      );
    },
  );

  it('say where and by which word they name a protected characteristic, and all faults at once', () => {
    expect(
      problemsOf(
        criterion(),
        criterion({ code: 'women-only', sentence: 'Is under 35.' }),
        criterion({ sentence: 'Is able-bodied.' }),
      ),
    ).toEqual([
      expect.stringMatching(/^criteria\[1\]\.code: "women" names a protected characteristic \(sex\)/),
      expect.stringMatching(
        /^criteria\[1\]\.sentence: "is under 35" names a protected characteristic \(age\)/,
      ),
      'criteria[2].code: "leads-across" is the code of an earlier criterion',
      expect.stringMatching(/^criteria\[2\]\.sentence: "able bodied" .*\(disability\)/),
    ]);
  });
});
