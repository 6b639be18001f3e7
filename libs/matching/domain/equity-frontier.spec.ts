import { equityFrontier, FRONTIER_LEVELS, rulesAtLevels } from './equity-frontier';
import { DEFAULT_RULES } from './rules';
import type { AccessRow } from './access';
import type { RunOutcome } from './run-outcome';

function anOutcome(scores: readonly number[], groups: readonly Partial<AccessRow>[]): RunOutcome {
  const row = { asked: 0, matched: 0, noEligibleMentor: 0, shortOfPlaces: 0, mentors: 0, places: 0 };
  return {
    ...{ format: 'evenhand.outcome/1', engine: 'a test', unmatched: [], gapsNobodyOffers: [], notices: [] },
    totals: { asked: 9, matched: scores.length, mentors: 3, places: 3 },
    access: {
      groups: groups.map((group, at) => ({ ...row, path: `g${at}`, title: `Group ${at}`, ...group })),
      professions: [],
    },
    matches: scores.map((score, at) => ({
      ...{ mentee: `m${at}`, mentor: 'x', score, points: [], gaps: [], gapsNotCovered: [], notes: [] },
    })),
  };
}

const DAYS = new Map([
  ['m0', 100],
  ['m1', 20],
  ['m2', 3],
]);

describe('Rules at a degree of evenness', () => {
  it('differ in equity alone', () => {
    const at = FRONTIER_LEVELS.map((levels) => rulesAtLevels(DEFAULT_RULES, levels));
    expect(at.map(({ objectives, equityLevels }) => [objectives.join(), equityLevels])).toEqual([
      ['coverage,priority,score', [1]],
      ['coverage,equity,priority,score', [1]],
      ['coverage,equity,priority,score', [1, 2]],
    ]);
    const { objectives, equityLevels, ...others } = DEFAULT_RULES;
    expect(at).toEqual(at.map(() => expect.objectContaining(others) as unknown));
  });

  it('match as many people as possible, also where the round would not', () => {
    const rules = { ...DEFAULT_RULES, objectives: ['score'] as const };
    expect(FRONTIER_LEVELS.map((levels) => rulesAtLevels(rules, levels).objectives.join())).toEqual([
      'coverage,score',
      'coverage,equity,score',
      'coverage,equity,score',
    ]);
  });
});

describe('The frontier of equity against waiting and score', () => {
  it('tells what each degree of evenness gives the lowest group, and what it costs', () => {
    const outcomes = [
      anOutcome([8_000, 7_000, 6_000], [{ asked: 4, matched: 3 }, { asked: 5 }, {}]),
      anOutcome(
        [8_000, 7_000, 5_801],
        [
          { asked: 4, matched: 2 },
          { asked: 5, matched: 1 },
        ],
      ),
      anOutcome([], [{ asked: 4 }, { asked: 5 }]),
    ];
    const [unweighted, one, two] = equityFrontier(outcomes, DAYS);
    expect(unweighted).toEqual({
      ...{ levels: [], matched: 3, score: 21_000, meanScore: 7_000, waitingDays: 123 },
      lowest: { path: 'g1', title: 'Group 1', rate: [0, 5] },
      groups: [
        { path: 'g0', title: 'Group 0', rate: [3, 4] },
        { path: 'g1', title: 'Group 1', rate: [0, 5] },
      ],
      price: {
        waitingDays: { lost: 0, of: 123, percent: 0 },
        score: { lost: 0, of: 21_000, percent: 0 },
      },
    });
    expect(one).toMatchObject({
      ...{ levels: [1], score: 20_801, meanScore: 6_934 },
      lowest: { path: 'g1', rate: [1, 5] },
      price: { waitingDays: { lost: 0 }, score: { lost: 199, of: 21_000, percent: 0.95 } },
    });
    expect(two).toMatchObject({
      levels: [1, 2],
      lowest: { path: 'g0', rate: [0, 4] },
      price: { waitingDays: { lost: 123, percent: 100 }, score: { lost: 21_000, percent: 100 } },
    });
    expect(two).not.toHaveProperty('meanScore');
  });

  it('compares rates as evenness does: with what was before, and exactly', () => {
    const huge = 999_999_999;
    const groups = [
      { asked: 1, matched: 1, rateWithPrior: [huge, huge + 1] as const },
      { asked: 1, matched: 1, rateWithPrior: [huge - 1, huge] as const },
    ];
    const [point] = equityFrontier([anOutcome([1, 1], groups)], DAYS);
    expect(point!.lowest).toMatchObject({ path: 'g1' });
  });

  it('may be of nobody', () => {
    const [point] = equityFrontier([anOutcome([], [])], DAYS);
    const nothing = { lost: 0, of: 0 };
    expect(point).toEqual({
      ...{ levels: [], matched: 0, score: 0, waitingDays: 0, groups: [] },
      price: { waitingDays: nothing, score: nothing },
    });
  });
});
