import { DEFAULT_DISCLOSURE_POLICY, type ReleasedCountTable } from '@evenhand/disclosure';
import { NOTHING_TOLD, type ToldLast } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { countedWithout, leftOutBesidePools, toldWithout } from './beside-pools';
import type { ReleasedCounts } from './equity-report';
import { type Measure, MEASURES, PARTS } from './measures';
import type { TrueCounts } from './true-counts';

const WINDOW = { countedAt: new Date('2026-10-01T09:00:00Z'), firstDay: '2024-10-02' };
const { content } = healthAndCare;

type Counts = Partial<Record<Measure, number>>;
const row = (categories: readonly string[], counts: Counts) => ({
  categories,
  counts: Object.fromEntries(MEASURES.map((measure) => [measure, counts[measure] ?? null])) as Record<
    Measure,
    number | null
  >,
});

function report(tables: readonly ReleasedCountTable<Measure>[]): ReleasedCounts {
  return {
    people: { dimensions: [], measures: MEASURES, parts: PARTS, tables },
  } as unknown as ReleasedCounts;
}

const TOLD = report([
  { dimensions: [], rows: [row([], { in_pool: 60, appointed: 20 })] },
  {
    dimensions: ['professional_group'],
    rows: [row(['nurse'], { in_pool: 60, appointed: 20 }), row(['doctor'], {})],
  },
  { dimensions: ['stage'], rows: [row(['1'], { in_pool: 60 })] },
]);

const pool = (...publications: ToldLast['pools'][number]['publications']): ToldLast => ({
  pools: [
    {
      ...{ poolId: 'pool', openedAt: new Date('2026-01-01'), publications },
      history: { members: [], decisions: [], posts: [] },
    },
  ],
  ...{ reports: [], plans: [] },
});

const told = (groups: Readonly<Record<string, number>>, underPosts: number | null) => ({
  asOf: new Date('2026-10-01'),
  ...{ figures: { toldAt: {} }, toldBy: { policy: DEFAULT_DISCLOSURE_POLICY } },
  composition: {
    ...{ members: null, underWay: null },
    groups: ['nurse', 'doctor'].map((code) => ({ code, members: groups[code] ?? null, share: null })),
    stages: [{ code: '1', members: null, share: null }],
  },
  decisions: { decisions: null, outcomes: [] },
  appointments: { appointments: null, from: [{ from: 'pool' as const, appointments: underPosts }] },
});

const leftOut = (last: ToldLast) =>
  leftOutBesidePools(TOLD, last, { window: WINDOW, catalogue: content, policy: DEFAULT_DISCLOSURE_POLICY });

describe('a report on a programme that has talent pools', () => {
  it('tells everything where there is none', async () => {
    const isLeftOut = await leftOut(NOTHING_TOLD);
    expect(toldWithout(TOLD, isLeftOut).people.tables.flatMap(({ rows }) => rows)).toEqual(
      TOLD.people.tables.flatMap(({ rows }) => rows),
    );
  });

  it('leaves out who was appointed where it withholds that of people of whom it tells who is in a pool', async () => {
    const isLeftOut = await leftOut(pool());
    expect(isLeftOut(['stage'], 'appointed')).toBe(true);
    expect(isLeftOut(['professional_group'], 'appointed')).toBe(false);
    const { tables } = toldWithout(TOLD, isLeftOut).people;
    expect(tables[2]!.tells).not.toContain('appointed');
    const counts = { people: { measures: MEASURES, tables: TOLD.people.tables } } as unknown as TrueCounts;
    expect(countedWithout(counts, isLeftOut).people.tables[2]!.tells).toEqual(tables[2]!.tells);
  });

  it('leaves out whatever of members would narrow down what the pool withholds, and tells no count of it', async () => {
    // 20 appointed, of whom the pool tells that 15 came to its posts: 1 to 9 came to others.
    const isLeftOut = await leftOut(pool(told({ nurse: 40 }, 15)));
    expect(isLeftOut([], 'appointed')).toBe(true);
    const [everybody] = toldWithout(TOLD, isLeftOut).people.tables;
    expect(everybody!.rows[0]!.counts).toMatchObject({ appointed: null });
    expect(everybody!.tells).not.toContain('appointed');
  });

  it('tells nothing of members where a few have come since the pool was told', async () => {
    const isLeftOut = await leftOut(pool(told({ nurse: 50 }, null)));
    expect(['in_pool', 'ready_now', 'appointed'].map((measure) => isLeftOut([], measure))).toEqual([
      ...[true, true, true],
    ]);
    expect(isLeftOut([], 'asked')).toBe(false);
  });
});
