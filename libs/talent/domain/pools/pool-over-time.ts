import {
  type DisclosurePolicy,
  type LinkedCount,
  LinkedCounts,
  policyOf,
  type ReleasedCount,
  type ToldBy,
} from '@evenhand/disclosure';
import { countOf, type PoolCell, type PoolFigure } from './pool-figures';
import type { ReleasedPool } from './released-pool';
import {
  addPlan,
  addReport,
  inAnyPool,
  type PeopleOfKinds,
  type PlanFigure,
  type PlanOnPools,
  type ReportColumn,
  type ReportOnPools,
  type Telling,
} from './told-elsewhere';

/** What was told of a pool at one moment: of figures that stand as they were told before, nothing. */
export interface PoolTelling {
  readonly pool: ReleasedPool;
  /** Those that were counted for that moment, and those of which nothing is told. */
  readonly figures: ReadonlySet<PoolFigure>;
  /** By which policy. */
  readonly toldBy: ToldBy<PoolFigure>;
}

/** What may be withheld for the sake of others, the first first. Groups are told as far as they can be. */
const YIELDING = ['takenIn', 'poolElsewhere', 'pool', 'outside', 'turnedDown', 'stage', 'group'];

/**
 * Which counts of a pool have to be withheld so that they can be told after all earlier tellings of it, and no withheld
 * count of any of them can be narrowed down by whoever read them all.
 *
 * Between two moments people of each group and stage come and go. Whoever was taken in and is in the pool no more was
 * appointed or has left, and stays so; so does whoever was turned down and whoever came to a post from outside. That is all
 * that counts of one moment say of another one: with this and with what a moment's counts say of each other, every way that
 * people can have gone through the pool is looked at, and no other. Who is under way says nothing of anybody else: all of
 * them can have come since, or gone.
 *
 * People do change their stage, are erased, and posts are given to another pool. A reader may take it that nobody did, so
 * it is looked at like that, which is stricter than the truth. Where earlier tellings contradict it no reader can, and
 * then nothing ties one moment to another.
 *
 * Equity reports and plans of the programme count the same people, and so do its other pools where somebody is in several:
 * what these told last is taken for counts of the moment that is told now.
 *
 * @param earlier the oldest first
 * @returns undefined where nothing that is withheld would do
 */
export async function withheldOverTime(
  earlier: readonly PoolTelling[],
  now: PoolTelling,
  policy: DisclosurePolicy,
  elsewhere: Elsewhere = {},
): Promise<ReadonlySet<PoolCell> | undefined> {
  const all = { ...elsewhere, chain: [...earlier, now], now };
  const further = await withheldIn<PoolCell>(all, policy);
  if (further !== undefined || (await withheldIn({ chain: earlier }, policy)) !== undefined) return further;
  return withheldIn({ ...all, isUntied: true }, policy);
}

/** What else tells of people in the pools of a programme. */
export interface Elsewhere {
  /** Its other pools, as they were told last. */
  readonly otherPools?: readonly PoolTelling[];
  readonly reports?: readonly ReportOnPools[];
  readonly plan?: PlanOnPools;
}

/**
 * Which measures of which tables a report has to leave out so that it can be told beside what was told of the pools of its
 * programme. A single count cannot be withheld of what passed the gate without asking it again; of what is left out of a
 * table nothing is withheld.
 *
 * @param pools as they were told last
 * @returns undefined where leaving out any of those that the pools tell of would not do
 */
export function withheldInReport(
  pools: readonly PoolTelling[],
  report: ReportOnPools,
  plan: PlanOnPools | undefined,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<ReportColumn> | undefined> {
  return withheldIn(
    { otherPools: pools, reports: [report], ...(plan === undefined ? {} : { plan }), now: report },
    policy,
  );
}

/**
 * What a plan has to withhold so that it can be told beside what was told of the pools of its programme: who is ready, or
 * how many posts were filled from pools.
 *
 * @param pools as they were told last
 * @returns undefined where that would not do
 */
export function withheldInPlan(
  pools: readonly PoolTelling[],
  reports: readonly ReportOnPools[],
  plan: PlanOnPools,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<PlanFigure> | undefined> {
  return withheldIn({ otherPools: pools, reports, plan, now: plan }, policy);
}

/** All that is looked at together. */
interface Together extends Elsewhere {
  /** What was told of one pool, the oldest first. */
  readonly chain?: readonly PoolTelling[];
  /** That of all these which is to be told now, if any. */
  readonly now?: PoolTelling | ReportOnPools | PlanOnPools;
  /** Whether nothing ties one moment to another. */
  readonly isUntied?: true;
}

async function withheldIn<Name extends string>(
  together: Together,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<Name> | undefined> {
  const { chain = [], otherPools = [], reports = [], plan, now, isUntied } = together;
  const links = new LinkedCounts();
  const kinds = kindsOf([...chain, ...otherPools], reports, plan);
  const add = (telling: PoolTelling, last?: Moment) =>
    addMoment(links, kinds, telling, telling === now, last);
  let last: Moment | undefined;
  for (const telling of chain) last = add(telling, isUntied ? undefined : last);
  const pools = [...(last === undefined ? [] : [last]), ...otherPools.map((telling) => add(telling))];
  const telling =
    (of: object): Telling =>
    (value, by, name, rank) =>
      of === now ? { now: value, by, name, yields: [rank, value ?? 0] } : { before: value, by };
  const inPools = {
    ...kinds,
    counts: inAnyPool(
      links,
      pools.map(({ inPool }) => inPool),
    ),
  };
  const toPosts = pools.map(({ gone: [appointed] }) => appointed!);
  if (plan !== undefined) {
    addPlan(
      links,
      inPools,
      { toPosts, outside: pools.map(({ others: [, outside] }) => outside!) },
      plan,
      telling(plan),
    );
  }
  const gone = {
    appointed: pools.flatMap((pool) => pool.gone.slice(0, 2)),
    left: pools.flatMap((pool) => pool.gone.slice(2)),
  };
  for (const report of reports) addReport(links, inPools, gone, pools.length === 1, report, telling(report));
  return (await links.withheldFurther(policy)) as ReadonlySet<Name> | undefined;
}

/** All of whom nothing is ever told, but for one that stands for each of them. */
const OTHERS = '';

/** Groups and stages that can be told apart by what is told; of those never told all are alike. */
function kindsOf(
  pools: readonly PoolTelling[],
  reports: readonly ReportOnPools[],
  plan: PlanOnPools | undefined,
): Pick<PeopleOfKinds, 'groups' | 'stages'> {
  const of = (dimension: 'group' | 'stage') => {
    const rows = pools.flatMap(({ pool }) => pool.composition[dimension === 'group' ? 'groups' : 'stages']);
    const reported = reports.flatMap(({ tables }) =>
      tables.filter((table) => table.dimension === dimension).flatMap((table) => table.rows),
    );
    const planned = dimension === 'group' ? (plan?.groups ?? []) : [];
    const told = new Set([
      ...rows.filter(({ members }) => members !== null).map(({ code }) => code),
      // A report tells more of them than one count, and of professions in them.
      ...reported.map(({ category }) => category),
      ...planned.filter(({ ready }) => ready !== null).map(({ code }) => code),
    ]);
    const silent = [...new Set(rows.map(({ code }) => code))].filter((code) => !told.has(code));
    return [...told, ...silent.slice(0, 1), ...(silent.length > 1 ? [OTHERS] : [])];
  };
  return { groups: of('group'), stages: of('stage') };
}

/** What is carried from a moment to the next. */
interface Moment {
  /** Who is in the pool, by group and stage. */
  readonly inPool: readonly LinkedCount[];
  /** Appointed to the pool's posts, elsewhere, and those who left. */
  readonly gone: readonly LinkedCount[];
  /** Turned down, and come to a post from outside. */
  readonly others: readonly LinkedCount[];
}

function addMoment(
  links: LinkedCounts,
  { groups, stages }: Pick<PeopleOfKinds, 'groups' | 'stages'>,
  { pool, figures, toldBy }: PoolTelling,
  isNow: boolean,
  last: Moment | undefined,
): Moment {
  const told = (value: ReleasedCount, figure: PoolFigure, name: PoolCell, rank: string = name) => {
    const by = policyOf(toldBy, figure);
    return isNow
      ? { now: value, by, name, yields: [YIELDING.indexOf(rank), value ?? 0] }
      : { before: value, by };
  };
  const cell = (figure: Exclude<PoolFigure, 'members'>, of?: readonly LinkedCount[]): LinkedCount => {
    const known = figures.has(figure) ? told(countOf(pool, figure), figure, figure) : undefined;
    return of === undefined ? links.add(known) : links.sumOf(of, known);
  };
  const inPool = groups.flatMap(() => stages.map(() => links.add()));
  if (figures.has('members')) {
    const { composition } = pool;
    const margins = (
      kind: 'group' | 'stage',
      codes: readonly string[],
      of: (at: number) => readonly number[],
    ) => {
      const rows = composition[kind === 'group' ? 'groups' : 'stages'];
      codes.forEach((code, at) => {
        const row = rows.find((each) => each.code === code);
        if (row === undefined) return;
        links.sumOf(
          of(at).map((place) => inPool[place]!),
          told(row.members, 'members', `${kind} ${code}`, kind),
        );
      });
    };
    margins('group', groups, (group) => stages.map((_, stage) => group * stages.length + stage));
    margins('stage', stages, (stage) => groups.map((_, group) => group * stages.length + stage));
  }
  const gone = [cell('pool'), cell('poolElsewhere'), links.add()];
  cell('takenIn', [...inPool, ...gone]);
  const others = [cell('turnedDown'), cell('outside')];
  if (last !== undefined) {
    const left = inPool.map((count, kind) => {
      const leaving = links.add();
      links.tie(count, [last.inPool[kind]!, links.add()], [leaving]);
      return leaving;
    });
    // Who came and went between the two moments is in neither.
    const leaving = links.sumOf([...left, links.add()]);
    links.tie(
      leaving,
      gone.map((count, at) => {
        const more = links.add();
        links.tie(count, [last.gone[at]!, more]);
        return more;
      }),
    );
    others.forEach((count, at) => links.within(last.others[at]!, count));
  }
  return { inPool, gone, others };
}
