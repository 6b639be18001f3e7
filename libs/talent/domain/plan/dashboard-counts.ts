import {
  type CountTable,
  type Dimension,
  type DisclosurePolicy,
  type ReleasedCount,
  releaseTables,
} from '@evenhand/disclosure';

/** So many people who are ready, each once. */
export interface ReadyCount {
  /** Code of the horizon. */
  readonly horizon: string;
  /** Code of the professional group; absent where it is none of the catalogue's. */
  readonly group?: string;
  readonly people: number;
}

/** Released counts of those who are ready, `null` where withheld. */
export interface ReleasedReady {
  /** By a horizon or sooner. */
  readonly by: (horizon: string) => ReleasedCount;
  readonly ofGroup: (group: string) => ReleasedCount;
}

/** Of whom no group is known. Where there is nobody of that kind the category is not there: it would be a known zero. */
const NO_GROUP = 'no_group';

/**
 * Releases who is ready by each horizon and of each group in one go: who is ready by one horizon and not by the one before
 * became so between them, and all groups are everybody.
 *
 * @param horizons codes, the nearest first
 * @param groups codes of the professional groups
 */
export async function releaseReady(
  ready: readonly ReadyCount[],
  horizons: readonly string[],
  groups: readonly string[],
  policy: DisclosurePolicy,
): Promise<ReleasedReady> {
  const hasOthers = ready.some(({ group }) => group === undefined);
  const dimensions: readonly Dimension[] = [
    { code: 'horizon', categories: horizons },
    { code: 'group', categories: hasOthers ? [...groups, NO_GROUP] : groups },
  ];
  const until = (horizon: string) => horizons.slice(0, horizons.indexOf(horizon) + 1);
  const windows = horizons.slice(0, -1).map((horizon) => {
    const categories = until(horizon);
    const people = sumOf(ready.filter((each) => categories.includes(each.horizon)));
    return { only: { dimension: 'horizon', categories }, dimensions: [], rows: [row([], people)] };
  });
  const { tables } = await releaseTables(
    {
      ...{ dimensions, measures: ['people'], parts: [] },
      tables: [
        { dimensions: [], rows: [row([], sumOf(ready))] },
        by('horizon', ready, ({ horizon }) => horizon),
        by('group', ready, ({ group = NO_GROUP }) => group),
        ...windows,
      ],
    },
    policy,
  );
  const [all, , byGroup, ...byHorizon] = tables;
  return {
    by: (horizon) => (byHorizon[horizons.indexOf(horizon)] ?? all!).rows[0]!.counts.people,
    ofGroup: (group) => byGroup!.rows.find(({ categories }) => categories[0] === group)!.counts.people,
  };
}

/** Releases counts that have nothing in common. */
export async function releaseSingle<Measure extends string>(
  counts: Readonly<Record<Measure, number>>,
  policy: DisclosurePolicy,
): Promise<Readonly<Record<Measure, ReleasedCount>>> {
  const measures = Object.keys(counts) as Measure[];
  const all = {
    dimensions: [],
    measures,
    parts: [],
    tables: [{ dimensions: [], rows: [{ categories: [], counts }] }],
  };
  return (await releaseTables(all, policy)).tables[0]!.rows[0]!.counts;
}

function by(
  dimension: string,
  ready: readonly ReadyCount[],
  categoryOf: (count: ReadyCount) => string,
): CountTable<'people'> {
  const categories = [...new Set(ready.map(categoryOf))];
  return {
    dimensions: [dimension],
    rows: categories.map((category) =>
      row([category], sumOf(ready.filter((each) => categoryOf(each) === category))),
    ),
  };
}

function row(categories: readonly string[], people: number) {
  return { categories, counts: { people } };
}

function sumOf(ready: readonly ReadyCount[]): number {
  return ready.reduce((sum, { people }) => sum + people, 0);
}
