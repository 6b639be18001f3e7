import {
  type DisclosurePolicy,
  type LinkedCount,
  type LinkedCounts,
  policyOf,
  type ReleasedCount,
  type ToldBy,
  type ToldOfCount,
} from '@evenhand/disclosure';

/** What an equity report counts of people in pools, each in the one before it. */
export const POOL_MEASURES = ['pool_entered', 'pool_assessed', 'in_pool', 'ready_now', 'appointed'] as const;
/** The code of one of them. */
export type PoolMeasure = (typeof POOL_MEASURES)[number];

/** The measures that each is a part of. */
const WHOLES: Readonly<Partial<Record<PoolMeasure, PoolMeasure>>> = {
  pool_assessed: 'pool_entered',
  in_pool: 'pool_assessed',
  ready_now: 'in_pool',
  appointed: 'in_pool',
};

/** A table of a report by one dimension, or of everybody. */
export interface ReportTable {
  /** `group`, `stage`, `profession`, or any other; absent of everybody. */
  readonly dimension?: string;
  readonly rows: readonly {
    readonly category: string;
    /** Absent where the table does not tell the measure. */
    readonly counts: Readonly<Partial<Record<PoolMeasure, ReleasedCount>>>;
  }[];
}

/** What an equity report tells of people in the pools of its programme. */
export interface ReportOnPools {
  readonly countedAt: Date;
  /** Whether all that became of the pools became in its months: then whoever was appointed is in it. */
  readonly isOfAllTime: boolean;
  readonly tables: readonly ReportTable[];
  /** By profession. */
  readonly groupOf: Readonly<Record<string, string>>;
  readonly policy: DisclosurePolicy;
}

/** What a leadership plan tells of people in the pools of its programme. */
export interface PlanOnPools {
  readonly countedAt: Date;
  /** Who is ready at any horizon, which is whoever is in a pool. */
  readonly ready: ReleasedCount;
  readonly groups: readonly { readonly code: string; readonly ready: ReleasedCount }[];
  /** Critical posts that were filled, and those of them that somebody from a pool took. */
  readonly filled: number;
  readonly fromPools: ReleasedCount;
  readonly toldBy: ToldBy<'ready' | 'fromPools'>;
}

/** By which policies counts of people in pools are told. */
export function policiesOf(told: ReportOnPools | PlanOnPools): readonly DisclosurePolicy[] {
  return 'tables' in told
    ? [told.policy]
    : (['ready', 'fromPools'] as const).map((figure) => policyOf(told.toldBy, figure));
}

/** What a plan tells of people in pools: who is ready, altogether and by group, and how many posts were filled from pools. */
export const PLAN_FIGURES = ['ready', 'readyByGroup', 'fromPools'] as const;
/** The code of one of them. */
export type PlanFigure = (typeof PLAN_FIGURES)[number];

/** Of whom something is told: by group and stage, in the order of the groups and then of the stages. */
export interface PeopleOfKinds {
  readonly groups: readonly string[];
  readonly stages: readonly string[];
  readonly counts: readonly LinkedCount[];
}

/** Counts of a pool at a moment. */
export interface CountedInPool {
  /** Who is in it, by group and stage. */
  readonly inPool: readonly LinkedCount[];
  /** Appointed to the pool's posts, elsewhere, and those who left. */
  readonly gone: readonly [LinkedCount, LinkedCount, LinkedCount];
  /** Turned down, and come to a post from outside. */
  readonly others: readonly [LinkedCount, LinkedCount];
}

/** A measure in one table of a report, all of its rows: `appointed stage`, and `appointed ` of everybody. */
export type ReportColumn = `${PoolMeasure} ${string}`;

/** How a count is told, and what it is called where it is to be told now. */
export type Telling = (
  value: ReleasedCount,
  by: DisclosurePolicy,
  name: PlanFigure | ReportColumn,
  rank: number,
) => ToldOfCount;

/** Everybody in any pool, by group and stage, as a plan and a report count them: somebody in two pools once. */
export function inAnyPool(
  links: LinkedCounts,
  pools: readonly (readonly LinkedCount[])[],
): readonly LinkedCount[] {
  const [first = [], ...others] = pools;
  // Of one pool they are the same; a reader may take it that nobody is in it twice.
  if (others.length === 0) return first;
  return first.map((_, kind) => {
    const anywhere = links.add();
    const each = pools.map((counts) => counts[kind]!);
    each.forEach((count) => links.within(count, anywhere));
    links.within(anywhere, links.sumOf(each));
    return anywhere;
  });
}

/** Adds what a plan tells: who is in a pool, and posts filled from one. */
export function addPlan(
  links: LinkedCounts,
  inPools: PeopleOfKinds,
  pools: readonly CountedInPool[],
  { ready, groups, filled, fromPools, toldBy }: PlanOnPools,
  told: Telling,
): void {
  const readyBy = policyOf(toldBy, 'ready');
  links.sumOf(inPools.counts, told(ready, readyBy, 'ready', 0));
  for (const { code, ready: ofGroup } of groups) {
    const counts = ofGroupIn(inPools, code);
    if (counts.length > 0) links.sumOf(counts, told(ofGroup, readyBy, 'readyByGroup', 1));
  }
  const toPosts = pools.map(({ gone: [appointed] }) => appointed);
  links.sumOf(toPosts, told(fromPools, policyOf(toldBy, 'fromPools'), 'fromPools', 2));
  const outside = pools.map(({ others: [, fromOutside] }) => fromOutside);
  // Posts that name no pool are filled too, from outside.
  links.tie(links.add({ exactly: filled }), [...toPosts, ...outside, links.add()]);
}

/**
 * Adds what a report tells. Whoever was appointed from a pool or left it in the months of the report is counted as in it, and
 * is in none of the pools any more; how many left is told nowhere.
 */
export function addReport(
  links: LinkedCounts,
  inPools: PeopleOfKinds,
  pools: readonly CountedInPool[],
  { isOfAllTime, tables, groupOf, policy }: ReportOnPools,
  told: Telling,
): void {
  const isOnePool = pools.length === 1;
  const [appointed, left] = [inPools.counts.map(() => links.add()), inPools.counts.map(() => links.add())];
  const ever = inPools.counts.map((count, kind) => {
    const each = [count, appointed[kind]!, left[kind]!];
    if (isOnePool) return links.sumOf(each);
    const anywhere = links.add();
    each.forEach((part) => links.within(part, anywhere));
    links.within(anywhere, links.sumOf(each));
    return anywhere;
  });
  const known: Readonly<Partial<Record<PoolMeasure, PeopleOfKinds>>> = {
    in_pool: { ...inPools, counts: ever },
    appointed: { ...inPools, counts: appointed },
  };
  const row = (
    dimension: string,
    counts: ReportTable['rows'][number]['counts'],
    of: (people: PeopleOfKinds) => readonly LinkedCount[],
  ): Row => {
    const columns = POOL_MEASURES.map((measure, at): LinkedCount => {
      const value = counts[measure];
      const telling =
        value === undefined
          ? undefined
          : told(value, policy, `${measure} ${dimension}`, POOL_MEASURES.length - at);
      const people = known[measure];
      const parts = people === undefined ? [] : of(people);
      return parts.length > 0 ? links.sumOf(parts, telling) : links.add(telling);
    });
    POOL_MEASURES.forEach((measure, at) => {
      const whole = WHOLES[measure];
      if (whole !== undefined) links.within(columns[at]!, columns[POOL_MEASURES.indexOf(whole)]!);
    });
    return columns;
  };
  const total = row(
    '',
    tables.find(({ dimension }) => dimension === undefined)?.rows[0]?.counts ?? {},
    (people) => people.counts,
  );
  const wentOn = (counted: LinkedCount, ofPools: readonly LinkedCount[]) => {
    if (isOfAllTime && isOnePool) links.tie(counted, ofPools);
    else links.within(counted, links.sumOf(ofPools));
  };
  wentOn(
    total[POOL_MEASURES.indexOf('appointed')]!,
    pools.flatMap(({ gone }) => gone.slice(0, 2)),
  );
  wentOn(
    links.sumOf(left),
    pools.map(({ gone }) => gone[2]),
  );
  const countsOf = (dimension: string, category: string) =>
    tables.find((table) => table.dimension === dimension)?.rows.find((each) => each.category === category)
      ?.counts ?? {};
  const groups = new Map(
    inPools.groups.map((code) => [
      code,
      row('group', countsOf('group', code), (people) => ofGroupIn(people, code)),
    ]),
  );
  addUp(links, total, [...groups.values()]);
  const stages = inPools.stages.map((code) =>
    row('stage', countsOf('stage', code), (people) => ofStageIn(people, code)),
  );
  addUp(links, total, stages);
  for (const { dimension, rows } of tables) {
    if (dimension === undefined || dimension === 'group' || dimension === 'stage') continue;
    const added = rows.map(({ category, counts }) => ({
      category,
      columns: row(dimension, counts, () => []),
    }));
    if (dimension !== 'profession')
      addUp(
        links,
        total,
        added.map(({ columns }) => columns),
      );
    else {
      for (const [code, group] of groups) {
        const own = added.filter(({ category }) => groupOf[category] === code);
        addUp(
          links,
          group,
          own.map(({ columns }) => columns),
        );
      }
    }
  }
}

/** A count for each measure. */
type Row = readonly LinkedCount[];

function addUp(links: LinkedCounts, total: Row, rows: readonly Row[]): void {
  if (rows.length > 0)
    total.forEach((sum, at) =>
      links.tie(
        sum,
        rows.map((row) => row[at]!),
      ),
    );
}

function ofGroupIn({ groups, stages, counts }: PeopleOfKinds, code: string): readonly LinkedCount[] {
  const group = groups.indexOf(code);
  return group < 0 ? [] : counts.slice(group * stages.length, (group + 1) * stages.length);
}

function ofStageIn({ stages, counts }: PeopleOfKinds, code: string): readonly LinkedCount[] {
  return counts.filter((_, kind) => stages[kind % stages.length] === code);
}
