import fc from 'fast-check';
import { GAP_DIMENSIONS, type GapFigures, gapTable } from './gap';
import type { ExpectedVacancies, PlanBase, PlannedPost, ReadyPeople } from './plan-base';
import { type Assumption, SCENARIO_CASES } from './scenario';
import { compareWithBase } from './scenario-comparison';

const HORIZONS = ['now', '0-1', '1-3', '3-5'];

const organisation = fc.constantFrom('a', 'b', 'c');
const region = fc.constantFrom('london', 'midlands');
const profession = fc.constantFrom('paramedic', 'midwife');
const horizon = fc.constantFrom(...HORIZONS);

const post: fc.Arbitrary<PlannedPost> = fc.record(
  {
    organisationId: organisation,
    region,
    profession,
    stage: fc.constant('3'),
    horizon,
    filled: fc.boolean(),
    ready: fc.nat(3),
  },
  { requiredKeys: ['organisationId', 'region', 'stage', 'horizon', 'filled', 'ready'] },
);
const vacancies: fc.Arbitrary<ExpectedVacancies> = fc.record(
  { organisationId: organisation, region, profession, horizon, posts: fc.integer({ min: 1, max: 50 }) },
  { requiredKeys: ['organisationId', 'region', 'horizon', 'posts'] },
);
const ready: fc.Arbitrary<ReadyPeople> = fc.record(
  { organisationId: organisation, region, profession, horizon, people: fc.nat(50) },
  { requiredKeys: ['horizon', 'people'] },
);
const base: fc.Arbitrary<PlanBase> = fc.record({
  horizons: fc.constant(HORIZONS),
  posts: fc.array(post, { maxLength: 30 }),
  vacancies: fc.array(vacancies, { maxLength: 10 }),
  ready: fc.array(ready, { maxLength: 20 }),
});
const dimension = fc.constantFrom(...GAP_DIMENSIONS);

const scope = fc.record({ organisationId: organisation, region, profession }, { requiredKeys: [] });
const rangeTo = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(most), fc.nat(most))
    .map((percents) => percents.sort((a, b) => a - b))
    .map(([low, likely, high]) => ({ low, likely, high }));
const assumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc
    .tuple(scope, rangeTo(100), horizon)
    .map(([where, percent, by]) => ({ ...where, kind: 'retirements' as const, percent, horizon: by })),
  fc
    .tuple(scope, rangeTo(500), horizon)
    .map(([where, percent, by]) => ({ ...where, kind: 'growth' as const, percent, horizon: by })),
);
const conversion: fc.Arbitrary<Assumption> = rangeTo(100).map((percent) => ({
  kind: 'pool_conversion' as const,
  percent,
}));
const assumptions = fc
  .tuple(fc.array(assumption, { maxLength: 5 }), fc.option(conversion))
  .map(([others, one]) => (one === null ? others : [...others, one]));
const inCase = fc.constantFrom(...SCENARIO_CASES);

const summed = (figures: readonly GapFigures[]) => ({
  demand: figures.reduce((sum, { demand }) => sum + demand, 0),
  supply: figures.reduce((sum, { supply }) => sum + supply, 0),
  gap: figures.reduce((sum, { gap }) => sum + gap, 0),
});

describe('A gap', () => {
  it('is what counting posts and people up to each horizon gives', () => {
    fc.assert(
      fc.property(base, dimension, (given, by) => {
        const until = (at: number) => (thing: { horizon: string }) => HORIZONS.indexOf(thing.horizon) <= at;
        expect(gapTable(given, by).total.map(({ demand, supply }) => [demand, supply])).toEqual(
          HORIZONS.map((_, at) => [
            100 *
              (given.posts.filter(({ filled }) => !filled).filter(until(at)).length +
                given.vacancies.filter(until(at)).reduce((sum, { posts }) => sum + posts, 0)),
            100 * given.ready.filter(until(at)).reduce((sum, { people }) => sum + people, 0),
          ]),
        );
      }),
    );
  });

  it('adds up: parts by whatever dimension, under whatever is assumed, are the whole', () => {
    fc.assert(
      fc.property(base, dimension, assumptions, inCase, (given, by, assumed, which) => {
        const table = gapTable(given, by, { assumptions: assumed, inCase: which });
        table.total.forEach(({ demand, supply, gap }, at) => {
          expect(summed(table.rows.map(({ byHorizon }) => byHorizon[at]!))).toEqual({ demand, supply, gap });
        });
      }),
    );
  });

  it('never widens with more people, in no part', () => {
    fc.assert(
      fc.property(base, ready, dimension, assumptions, inCase, (given, more, by, assumed, which) => {
        const under = { assumptions: assumed, inCase: which };
        const before = gapTable(given, by, under);
        const after = gapTable({ ...given, ready: [...given.ready, more] }, by, under);
        const gapsOf = (rows: typeof after.rows, key: string | null) =>
          rows.find((row) => row.key === key)?.byHorizon.map(({ gap }) => gap) ?? HORIZONS.map(() => 0);
        for (const { key, byHorizon } of after.rows) {
          const earlier = gapsOf(before.rows, key);
          byHorizon.forEach(({ gap }, at) => expect(gap).toBeLessThanOrEqual(earlier[at]!));
        }
      }),
    );
  });

  it('grows no smaller demand or supply from one horizon to the next', () => {
    fc.assert(
      fc.property(base, assumptions, inCase, (given, assumed, which) => {
        const { total } = gapTable(given, 'region', { assumptions: assumed, inCase: which });
        total.slice(1).forEach(({ demand, supply }, at) => {
          expect(demand).toBeGreaterThanOrEqual(total[at]!.demand);
          expect(supply).toBeGreaterThanOrEqual(total[at]!.supply);
        });
      }),
    );
  });

  it('does not depend on the order of posts and people', () => {
    fc.assert(
      fc.property(base, dimension, (given, by) => {
        const turned = {
          ...given,
          posts: [...given.posts].reverse(),
          vacancies: [...given.vacancies].reverse(),
          ready: [...given.ready].reverse(),
        };
        expect(gapTable(turned, by)).toEqual(gapTable(given, by));
      }),
    );
  });
});

describe('A scenario', () => {
  it('that assumes nothing (no retirement, no growth, everybody takes up a post) is the plan as it is', () => {
    const nothing: readonly Assumption[] = [
      { kind: 'retirements', horizon: '1-3', percent: { low: 0, likely: 0, high: 0 } },
      { kind: 'growth', horizon: '3-5', percent: { low: 0, likely: 0, high: 0 } },
      { kind: 'pool_conversion', percent: { low: 100, likely: 100, high: 100 } },
    ];
    fc.assert(
      fc.property(base, dimension, fc.subarray([...nothing]), (given, by, assumed) => {
        const { base: before, cases } = compareWithBase(given, { assumptions: assumed }, by);
        for (const { table, change } of cases) {
          expect(table).toEqual(before);
          expect(change).toEqual([0, 0, 0, 0]);
        }
      }),
    );
  });

  it('turns out no better in the adverse case than in the likely one, and there than in the favourable', () => {
    fc.assert(
      fc.property(base, assumptions, (given, assumed) => {
        const { cases } = compareWithBase(given, { assumptions: assumed }, 'region');
        const changes = cases.map(({ change }) => change);
        HORIZONS.forEach((_, at) => {
          expect(changes[0]![at]!).toBeLessThanOrEqual(changes[1]![at]!);
          expect(changes[1]![at]!).toBeLessThanOrEqual(changes[2]![at]!);
        });
      }),
    );
  });

  it('gives whole hundredths', () => {
    fc.assert(
      fc.property(base, assumptions, inCase, (given, assumed, which) => {
        const { total } = gapTable(given, 'profession', { assumptions: assumed, inCase: which });
        for (const { demand, supply, gap } of total) {
          expect([demand, supply, gap].every(Number.isSafeInteger)).toBe(true);
        }
      }),
    );
  });
});
