import { gapTable } from './gap';
import { countedOnce, type PlanBase, type PlannedPost } from './plan-base';

const HORIZONS = ['now', '0-1', '1-3', '3-5'];
const aPost: PlannedPost = {
  ...{ organisationId: 'a', region: 'london', horizon: 'now', filled: false, ready: 0 },
};
const BASE: PlanBase = {
  horizons: HORIZONS,
  posts: [
    aPost,
    { ...aPost, horizon: '1-3' },
    { ...aPost, organisationId: 'b', region: 'midlands', profession: 'paramedic' },
    ...Array.from({ length: 10 }, () => ({ ...aPost, filled: true })),
  ],
  vacancies: [{ organisationId: 'b', region: 'midlands', horizon: '0-1', posts: 2 }],
  ready: [
    { organisationId: 'a', region: 'london', profession: 'midwife', horizon: 'now', people: 1 },
    { organisationId: 'a', region: 'london', profession: 'paramedic', horizon: '1-3', people: 3 },
    { horizon: '0-1', people: 1 },
  ],
};

describe('The gap of a plan', () => {
  it('is what is needed by each horizon less who is ready by then', () => {
    expect(gapTable(BASE, 'region').total).toEqual([
      { demand: 200, supply: 100, gap: 100, cover: 50, choice: 50 },
      { demand: 400, supply: 200, gap: 200, cover: 50, choice: 50 },
      { demand: 500, supply: 500, gap: 0, cover: 100, choice: 100 },
      { demand: 500, supply: 500, gap: 0, cover: 100, choice: 100 },
    ]);
  });

  it('stands by region, and people of no known region apart', () => {
    const { rows } = gapTable(BASE, 'region');
    expect(rows.map(({ key, byHorizon }) => [key, ...byHorizon.map(({ gap }) => gap)])).toEqual([
      ['london', 0, 0, -200, -200],
      ['midlands', 100, 300, 300, 300],
      [null, 0, -100, -100, -100],
    ]);
  });

  it('by profession keeps posts apart that are open to all', () => {
    const { rows } = gapTable(BASE, 'profession');
    expect(
      rows.map(({ key, byHorizon }) => [key, byHorizon.at(-1)!.demand, byHorizon.at(-1)!.supply]),
    ).toEqual([
      ['midwife', 0, 100],
      ['paramedic', 100, 300],
      [null, 400, 100],
    ]);
  });

  it('has no cover and no choice where no post is needed', () => {
    const [row] = gapTable({ ...BASE, posts: [], vacancies: [] }, 'organisation').rows;
    expect(row?.byHorizon[0]).toEqual({ demand: 0, supply: 100, gap: -100, cover: null, choice: null });
  });

  it('is wider by those who retire and what grows, and by those who do not take up a post', () => {
    const table = gapTable(BASE, 'organisation', {
      assumptions: [
        { kind: 'retirements', horizon: '0-1', percent: { low: 10, likely: 25, high: 40 } },
        { kind: 'growth', horizon: '3-5', organisationId: 'a', percent: { low: 0, likely: 5, high: 9 } },
        { kind: 'pool_conversion', region: 'london', percent: { low: 40, likely: 50, high: 60 } },
      ],
      inCase: 'likely',
    });
    // Ten posts are held, 12 are there in organisation a, four people in London are ready.
    expect(table.total.map(({ demand, supply }) => [demand, supply])).toEqual([
      [200, 50],
      [400 + 250, 150],
      [500 + 250, 300],
      [500 + 250 + 60, 300],
    ]);
  });

  it('refuses a horizon that it does not have', () => {
    expect(() => gapTable({ ...BASE, posts: [{ ...aPost, horizon: '5-9' }] }, 'region')).toThrow(
      '"5-9" is none of the horizons now, 0-1, 1-3, 3-5',
    );
  });
});

describe('Ready people', () => {
  it('are counted once, at the earliest that any of their pools says', () => {
    const where = { organisationId: 'a', region: 'london', profession: 'midwife' };
    expect(
      countedOnce(
        [
          { ...where, personId: 'p', horizon: '1-3' },
          { ...where, personId: 'p', horizon: 'now' },
          { ...where, personId: 'p', horizon: '0-1' },
          { ...where, personId: 'q', horizon: 'now' },
          { personId: 'r', horizon: '3-5' },
        ],
        HORIZONS,
      ),
    ).toEqual([
      { ...where, horizon: 'now', people: 2 },
      { horizon: '3-5', people: 1 },
    ]);
  });

  it('are refused with a horizon that is none', () => {
    expect(() => countedOnce([{ personId: 'p', horizon: 'soon' }], HORIZONS)).toThrow(RangeError);
  });
});
