import { InputRefused } from '@evenhand/kernel';
import { checkRules, CRITERIA, DEFAULT_RULES, type RulesInput } from './rules';

function problemsOf(input: RulesInput): readonly string[] {
  try {
    checkRules(input);
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('The rules of a round', () => {
  it('are the default ones where nothing else was decided', () => {
    expect(checkRules({})).toEqual(DEFAULT_RULES);
  });

  it('have default weights that sum to exactly 10,000, gap cover the largest', () => {
    const weights = CRITERIA.map((criterion) => DEFAULT_RULES.weights[criterion]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
    expect(Math.max(...weights.slice(1))).toBeLessThan(DEFAULT_RULES.weights.gap_cover);
  });

  it('take single weights from a coordinator and the others from the defaults', () => {
    const rules = checkRules({ seed: '2026-autumn', weights: { profession: 1000, place: 1000 } });
    expect(rules.seed).toBe('2026-autumn');
    expect(rules.weights).toEqual({ ...DEFAULT_RULES.weights, profession: 1000, place: 1000 });
  });

  it('are refused with every fault at once, each by its member', () => {
    expect(
      problemsOf({
        seed: '',
        floor: 10_001,
        weights: { place: -1, languages: 0.5 },
        objectives: ['equity'],
        prior: {
          ahp: { asked: 4, matched: 5 },
          'a/b/c': { asked: 1, matched: 0 },
          nurse: { asked: -1, matched: 0 },
        },
      }),
    ).toEqual([
      'seed: it must be 1 to 200 characters on one line',
      'floor: 10001 is not a whole number from 0 to 10000',
      'weights.place: -1 is not a whole number from 0 to 10000',
      'weights.languages: 0.5 is not a whole number from 0 to 10000',
      'objectives: equity needs coverage, among whose best matchings it chooses',
      'prior.ahp: 5 matched is more than 4 asked',
      'prior: "a/b/c" is no professional group or group/profession',
      'prior.nurse.asked: -1 is not a whole number from 0 to 1000000000',
    ]);
  });

  it('are refused where the weights sum to something else', () => {
    expect(problemsOf({ weights: { place: 400 } })).toEqual([
      'weights: they sum to 9900; they must sum to exactly 10000',
    ]);
  });

  it('are refused where another criterion weighs as much as gap cover', () => {
    expect(problemsOf({ weights: { gap_cover: 2750, strength_level: 2750 } })).toEqual([
      'weights.strength_level: 2750 is not below gap_cover, 2750, which must be the largest',
    ]);
  });

  it.each([
    { objectives: [] },
    { objectives: ['score', 'coverage'] },
    { objectives: ['coverage', 'coverage'] },
  ] satisfies RulesInput[])('are refused where the objectives are $objectives', (input) => {
    expect(problemsOf(input)).toEqual([
      'objectives: it must be some of coverage, equity, priority, score, at least one, each once and in this order',
    ]);
  });

  it.each(['two\nlines', 'x'.repeat(201)])('are refused with the seed %j', (seed) => {
    expect(problemsOf({ seed })).toHaveLength(1);
  });
});
