import { heldStill } from './held-still';
import type { PlanDashboard } from './plan-dashboard';
import { type CountedPlan, decideSnapshot, type PlanSnapshot } from './plan-snapshot';

const dashboard = (supply: number, covered = 20): PlanDashboard => ({
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
const counted = (ready: Record<string, number>, parts: Partial<CountedPlan> = {}): CountedPlan => ({
  ...{ ready, covered: 20, fromPools: 20, letGo: 15 },
  ...parts,
});

describe('A dashboard that is published again', () => {
  const before = { dashboard: dashboard(20), counted: counted({ nurse: 20, ahp: 30 }) };

  it('is told as it is where it is the first', () => {
    expect(heldStill(dashboard(25), counted({ nurse: 23 }), undefined)).toEqual(dashboard(25));
  });

  it('repeats who is ready until twenty places changed, as ten who moved would change them', () => {
    const told = (ready: Record<string, number>) =>
      heldStill(dashboard(25), counted(ready), before).gaps[0]!.supply;
    expect(told({ nurse: 23, ahp: 30 })).toBe(20);
    expect(told({ nurse: 29, ahp: 21 })).toBe(20);
    expect(told({ nurse: 30, ahp: 20 })).toBe(25);
    const held = heldStill(dashboard(25), counted({ nurse: 23, ahp: 30 }), before);
    expect(held.gaps[0]).toEqual({ horizon: 'now', demand: 40, supply: 20, gap: 20, choice: 50 });
    expect(held.groups[0]!.ready).toEqual({ count: 20, percent: 100 });
  });

  it('repeats a count of posts until ten of them changed, and divides it by nothing', () => {
    const told = (covered: number) => heldStill(dashboard(20, 30), counted({}, { covered }), before).cover;
    expect(told(29)).toEqual({ open: 40, covered: 20, percent: null });
    expect(told(30)).toEqual({ open: 40, covered: 30, percent: 50 });
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
      ...{ title: 'Leaders', startsOn: '2026-10-01', dashboard: dashboard(20) },
      demand: { horizons: [], dimension: 'region', peopleShown: false, rows: [], total: [] },
    },
  };
  const at = new Date('2026-10-01T09:00:00Z');

  it('is decided once, by another member of the board than put it forward', () => {
    expect(() => decideSnapshot(snapshot, 'published', { account: 'ann', at })).toThrow(
      expect.objectContaining({ code: 'leadership-plan-snapshot.own' }) as Error,
    );
    const published = decideSnapshot(snapshot, 'published', { account: 'bob', at });
    expect(published).toMatchObject({ state: 'published', decidedBy: 'bob', decidedAt: at });
    expect(() => decideSnapshot(published, 'turned_down', { account: 'cat', at })).toThrow(
      expect.objectContaining({ code: 'leadership-plan-snapshot.decided' }) as Error,
    );
  });
});
