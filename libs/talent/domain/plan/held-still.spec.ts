import { DEFAULT_DISCLOSURE_POLICY, type ReleasedCount, releasedCount } from '@evenhand/disclosure';
import fc from 'fast-check';
import { countedAsKept, countedIn } from './counted-plan';
import { heldStill, type ToldPlan } from './held-still';
import type { DashboardInput, PlanDashboard } from './plan-dashboard';
import { decideSnapshot, type PlanSnapshot } from './plan-snapshot';

const dashboard = (supply: number, covered: ReleasedCount = 20): PlanDashboard => ({
  cover: { open: 40, covered, percent: 50 },
  gaps: [{ horizon: 'now', demand: 40, supply, gap: 40 - supply, choice: 50 }],
  fromPools: { filled: 30, fromPools: 20, percent: 66 },
  ...{ actions: { open: 0, overdue: 0, done: 0 }, risks: {}, released: 15, profile: [] },
  sections: {
    readiness: { not_begun: 12, under_way: 0, in_place: 0 },
    behaviour: { not_begun: 5, under_way: 0, in_place: 0 },
    chapter: { not_begun: 6, under_way: 0, in_place: 0 },
  },
  groups: [
    {
      group: 'nurse',
      ready: { count: supply, percent: 100 },
      seats: { count: null, percent: null },
    },
  ],
});
const POLICY = DEFAULT_DISCLOSURE_POLICY;
const one = (count: number) => ({ all: { all: count } });

/** A snapshot of so many covered posts. */
const covering = (covered: number): ToldPlan => ({
  toldBy: { policy: POLICY },
  dashboard: dashboard(20, releasedCount(covered, POLICY)),
  counted: { covered: one(covered) },
});

/** What each of some snapshots tells, one put forward after the other. */
function toldOf(true_: readonly ToldPlan[]): ToldPlan[] {
  return true_.reduce<ToldPlan[]>((told, now) => [...told, heldStill(now, told.toReversed(), POLICY)], []);
}
const coveredIn = (counts: readonly number[]) =>
  toldOf(counts.map(covering)).map(({ dashboard: { cover } }) => cover.covered);

describe('A dashboard that is put forward again', () => {
  it('is told as it is where it is the first', () => {
    expect(heldStill(covering(23), [], POLICY)).toEqual(covering(23));
  });

  it('is told anew where ten changed since every time that it was told, and else as it was the nearest time', () => {
    expect(coveredIn([12, 4, 14])).toEqual([10, 10, 10]);
    expect(coveredIn([12, 20, 28, 36, 44])).toEqual([10, 10, 30, 30, 45]);
    expect(coveredIn([22, 45, 23])).toEqual([20, 45, 20]);
    expect(coveredIn([22, 33, 28])).toEqual([20, 35, 35]);
    expect(coveredIn([9, 12, 19])).toEqual([null, null, 20]);
  });

  it('is told as it was by the policy of then, where too few changed by that of then or of now, and says so', () => {
    const strict = { base: 10, smallest: 20, smallestForExtremes: 40 };
    const by = (policy: typeof POLICY, covered: number): ToldPlan => ({
      dashboard: dashboard(20, releasedCount(covered, policy)),
      ...{ counted: { covered: one(covered) }, toldBy: { policy } },
    });
    const covered = ({ dashboard: { cover }, toldBy }: ToldPlan) => [cover.covered, toldBy];
    const first = by(POLICY, 33);
    const second = heldStill(by(strict, 52), [first], strict);
    expect(covered(second)).toEqual([35, { policy: strict, earlier: { covered: POLICY } }]);
    expect(covered(heldStill(by(strict, 53), [second, first], strict))).toEqual([50, { policy: strict }]);
    const strictFirst = by(strict, 33);
    expect(covered(heldStill(by(POLICY, 52), [strictFirst], POLICY))).toEqual([
      ...[30, { policy: POLICY, earlier: { covered: strict } }],
    ]);
    expect(covered(heldStill(by(POLICY, 53), [strictFirst], POLICY))).toEqual([55, { policy: POLICY }]);
  });

  it('never tells of two times between which fewer than ten changed, and nothing that is ten from the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 }), (counts) => {
        const told = toldOf(counts.map(covering));
        const behind = told.map(({ counted }) => counted.covered!['all']!['all']!);
        told.forEach(({ dashboard: { cover } }, at) => {
          expect(cover.covered).toBe(releasedCount(behind[at]!, POLICY));
          expect(Math.abs(behind[at]! - counts[at]!)).toBeLessThan(10);
          for (const before of behind.slice(0, at)) {
            expect(before === behind[at] || Math.abs(before - behind[at]!) >= 10).toBe(true);
          }
        });
      }),
      { seed: 20261201 },
    );
  });

  it('divides no count of then by one of now', () => {
    const [, again] = toldOf([covering(20), covering(29)]);
    expect(again!.dashboard.cover).toEqual({ open: 40, covered: 20, percent: null });
  });

  it('repeats who is ready, by horizon and group, until ten came, went or moved in each table', () => {
    const ready = (nurse: number, ahp: number, told: number): ToldPlan => ({
      toldBy: { policy: POLICY },
      dashboard: dashboard(told),
      counted: { ready: { horizon: { now: nurse + ahp }, group: { nurse, ahp } } },
    });
    const after = (now: ToldPlan) => heldStill(now, [ready(20, 30, 20)], POLICY).dashboard;
    expect(after(ready(23, 30, 25)).gaps[0]!.supply).toBe(20);
    expect(after(ready(30, 20, 25)).gaps[0]!.supply).toBe(20);
    expect(after(ready(30, 30, 30)).gaps[0]!.supply).toBe(30);
    const held = after(ready(23, 30, 25));
    expect(held.gaps[0]).toEqual({ horizon: 'now', demand: 40, supply: 20, gap: 20, choice: 50 });
    expect(held.groups[0]!.ready).toEqual({ count: 20, percent: 100 });
  });

  it('repeats groups in the workforce and on boards, each column by itself', () => {
    const share = (count: number) => ({ count, percent: 100 });
    const groups = (workforce: number, seats: number): ToldPlan => ({
      toldBy: { policy: POLICY },
      dashboard: {
        ...dashboard(20),
        groups: [
          {
            ...{ group: 'nurse', ready: share(20) },
            ...{
              workforce: share(releasedCount(workforce, POLICY)!),
              seats: share(releasedCount(seats, POLICY)!),
            },
          },
        ],
      },
      counted: {
        groupsInWorkforce: { group: { nurse: workforce } },
        groupsInSeats: { group: { nurse: seats } },
      },
    });
    const { dashboard: told, counted } = heldStill(groups(60, 18), [groups(42, 12)], POLICY);
    expect(told.groups[0]).toMatchObject({ workforce: share(60), seats: share(10) });
    expect(counted).toMatchObject({
      groupsInWorkforce: { group: { nurse: 60 } },
      groupsInSeats: { group: { nurse: 12 } },
    });
  });

  it('repeats a population of which one characteristic changed by fewer than ten people', () => {
    const profiled = (yes: number, others: number, women = 100): ToldPlan => ({
      toldBy: { policy: POLICY },
      dashboard: {
        ...dashboard(20),
        profile: [
          {
            ...{ characteristic: 'disability', category: 'Yes' },
            workforce: { people: releasedCount(yes, POLICY), percent: 10 },
            ...{ community: { people: 500, percent: 20 }, stages: {} },
          },
        ],
      },
      counted: {
        workforce: {
          disability: { Yes: yes, No: others },
          sex: { Female: women, Male: yes + others - women },
        },
      },
    });
    const told = (now: ToldPlan) =>
      heldStill(now, [profiled(42, 400)], POLICY).dashboard.profile[0]!.workforce!.people;
    expect(told(profiled(43, 400))).toBe(40);
    expect(told(profiled(55, 387))).toBe(40);
    expect(told(profiled(55, 400, 113))).toBe(55);
    expect(heldStill(profiled(43, 400), [profiled(42, 400)], POLICY).dashboard.profile[0]!.community).toEqual(
      {
        ...{ people: 500, percent: 20 },
      },
    );
  });
});

/** So many women in a workforce, and those of them at a stage. */
function aBaseline(all: number, atStage: number): DashboardInput['baseline'] & object {
  const counts = (people: number) => [{ characteristic: 'sex', category: 'Female', people }] as const;
  return {
    ...{ programmeId: 'one', source: 'A census.', asOf: '2026-01-01', version: 1 },
    populations: [
      { population: 'workforce', total: all, counts: counts(all) },
      { population: 'workforce', stage: '3', total: atStage, counts: counts(atStage) },
    ],
  };
}

const AN_INPUT: DashboardInput = {
  base: {
    horizons: ['now', 'later'],
    posts: [
      { organisationId: 'a', region: 'london', profession: 'adult_nurse', weight: 100, horizon: 'now' },
    ].map((post) => ({ ...post, filled: false, ready: 1 })),
    ready: [
      { horizon: 'now', profession: 'adult_nurse', people: 3 },
      { horizon: 'later', profession: 'mental_health_nurse', people: 4 },
      { horizon: 'now', profession: 'paramedic', people: 5 },
    ],
  } as unknown as DashboardInput['base'],
  ...{ appointments: { filled: 9, fromPools: 2 }, actions: [], risks: [], sections: [] },
  ...{
    asked: { readiness: 0, behaviour: 0, chapter: 0 },
    escalationLevels: [],
    groups: ['nurse', 'ahp'],
  },
  people: {
    groupOf: new Map([
      ['adult_nurse', 'nurse'],
      ['mental_health_nurse', 'nurse'],
      ['paramedic', 'ahp'],
    ]),
    workforce: new Map([
      ['adult_nurse', 60],
      ['mental_health_nurse', 30],
    ]),
    seats: new Map([['paramedic', 2]]),
  },
  baseline: aBaseline(90, 8),
  ...{ peopleShown: false, today: '2026-10-01' },
};

describe('The counts behind a dashboard', () => {
  it('count whoever is at a stage once, so that five of them who go are five', () => {
    const told = (left: number): ToldPlan => ({
      toldBy: { policy: POLICY },
      dashboard: {
        ...dashboard(20),
        profile: [
          {
            ...{ characteristic: 'sex', category: 'Female', stages: {} },
            workforce: { people: releasedCount(105 - left, POLICY), percent: null },
          },
        ],
      },
      counted: {
        workforce: countedIn({ ...AN_INPUT, baseline: aBaseline(105 - left, 55 - left) }).workforce!,
      },
    });
    const people = (left: number) =>
      heldStill(told(left), [told(0)], POLICY).dashboard.profile[0]!.workforce!.people;
    expect([5, 9, 10].map(people)).toEqual([105, 105, 95]);
  });

  it('are read as they are kept now where an earlier release kept them', () => {
    const ready = { horizon: { now: 8 }, group: { nurse: 8 } };
    expect(
      countedAsKept({
        ...{ ready, covered: one(22) },
        workforce: { sex: { '["Female",""]': 90, '["Female","3"]': 8 } },
        community: { '["sex",""]': { Female: 200 } },
      }),
    ).toEqual({
      ...{ ready, covered: one(22) },
      workforce: { '["sex",""]': { Female: 90 }, '["sex","3"]': { Female: 8 } },
      community: { '["sex",""]': { Female: 200 } },
    });
    expect(countedAsKept({ ready: {}, covered: 22, fromPools: 20, letGo: 0 })).toEqual({});
  });

  it('are as near as can be to what a snapshot told that keeps none, and hold it still until they no longer can', () => {
    const before = { ...covering(22), counted: countedAsKept({ covered: 22 }) };
    const now = (covered: number) => heldStill(covering(covered), [before], POLICY);
    // 20 told: no more than 22, and so ten more are 32.
    expect([31, 32].map((covered) => now(covered).dashboard.cover.covered)).toEqual([20, 30]);
    expect(now(31).counted).toEqual({});
    expect(heldStill(covering(31), [now(31)], POLICY).dashboard.cover.covered).toBe(20);
    const ready = (nurse: number): ToldPlan => ({
      ...{ dashboard: dashboard(30), toldBy: { policy: POLICY } },
      counted: { ready: { horizon: { now: nurse }, group: { nurse } } },
    });
    const readyThen = { ...ready(20), dashboard: dashboard(20), counted: {} };
    const told = (nurse: number) => heldStill(ready(nurse), [readyThen], POLICY).dashboard.gaps[0]!.supply;
    expect([31, 32].map(told)).toEqual([20, 30]);
  });

  it('are as fine as what is told of them', () => {
    expect(countedIn(AN_INPUT)).toEqual({
      ready: { horizon: { now: 8, later: 4 }, group: { nurse: 7, ahp: 5 } },
      ...{ covered: one(1), fromPools: one(2), letGo: one(0) },
      groupsInWorkforce: { group: { nurse: 90, ahp: 0 } },
      groupsInSeats: { group: { nurse: 0, ahp: 2 } },
      community: {},
      workforce: { '["sex",""]': { Female: 90 }, '["sex","3"]': { Female: 8 } },
    });
  });
});

describe('A snapshot of a plan', () => {
  const snapshot: PlanSnapshot = {
    ...{
      id: 'one',
      programmeId: 'programme',
      state: 'put_forward',
      putForwardBy: 'ann',
      countedAt: new Date(0),
    },
    outline: {
      ...{ title: 'Leaders', startsOn: '2026-10-01', dashboard: dashboard(20), toldBy: { policy: POLICY } },
      demand: { horizons: [], dimension: 'region', peopleShown: false, rows: [], total: [] },
    },
  };
  const at = new Date('2026-10-01T09:00:00Z');
  const PUBLISHED = { state: 'published' } as const;
  const TURNED_DOWN = { state: 'turned_down', reason: 'Too early.' } as const;

  it('is decided once, by another member of the board than put it forward', () => {
    expect(() => decideSnapshot(snapshot, PUBLISHED, { account: 'ann', at })).toThrow(
      expect.objectContaining({ code: 'leadership-plan-snapshot.own' }) as Error,
    );
    const published = decideSnapshot(snapshot, PUBLISHED, { account: 'bob', at });
    expect(published).toMatchObject({ state: 'published', decidedBy: 'bob', decidedAt: at });
    expect(() => decideSnapshot(published, TURNED_DOWN, { account: 'cat', at })).toThrow(
      expect.objectContaining({ code: 'leadership-plan-snapshot.decided' }) as Error,
    );
    expect(decideSnapshot(snapshot, TURNED_DOWN, { account: 'cat', at })).toMatchObject(TURNED_DOWN);
  });
});
