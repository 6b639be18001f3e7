import {
  type DisclosurePolicy,
  type LinkedCount,
  LinkedCounts,
  policyOf,
  type ReleasedCount,
} from '@evenhand/disclosure';
import { countOf, type PoolCell, type PoolFigure } from './pool-figures';
import { type PoolMoment, PoolMoments, type PoolOverTime, type PoolTelling } from './pool-moments';
import {
  addPlan,
  addReport,
  type CountedInPool,
  inAnyPool,
  type PeopleOfKinds,
  type PlanFigure,
  type PlanOnPools,
  policiesOf,
  type ReportColumn,
  type ReportOnPools,
  type Telling,
} from './told-elsewhere';

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
 * they are taken for counts of the moment that is told now, and of the moments of other pools that they are near to.
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
  /** Its other pools. */
  readonly otherPools?: readonly PoolOverTime[];
  readonly reports?: readonly ReportOnPools[];
  readonly plans?: readonly PlanOnPools[];
}

/**
 * Which measures of which tables a report has to leave out so that it can be told beside what was told of the pools of its
 * programme. A single count cannot be withheld of what passed the gate without asking it again; of what is left out of a
 * table nothing is withheld.
 *
 * @returns undefined where leaving out any of those that the pools tell of would not do
 */
export function withheldInReport(
  pools: readonly PoolOverTime[],
  plans: readonly PlanOnPools[],
  report: ReportOnPools,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<ReportColumn> | undefined> {
  return withheldIn({ otherPools: pools, reports: [report], plans, now: report }, policy);
}

/**
 * What a plan has to withhold so that it can be told beside what was told of the pools of its programme: who is ready, or
 * how many posts were filled from pools.
 *
 * @param told what else is told of them, earlier plans too
 * @returns undefined where that would not do
 */
export function withheldInPlan(
  told: Elsewhere,
  plan: PlanOnPools,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<PlanFigure> | undefined> {
  return withheldIn({ ...told, plans: [plan, ...(told.plans ?? [])], now: plan }, policy);
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
  const { chain = [], otherPools = [], now, isUntied } = together;
  const links = new LinkedCounts();
  const counted = momentsOf(together, policy);
  const kinds = kindsOf(
    [
      ...[...chain, ...otherPools.map(({ untold }) => untold)],
      ...counted.flatMap(({ moments }) => moments.map(({ telling }) => telling)),
    ],
    counted.map(({ of }) => of),
  );
  let last: CountedInPool | undefined;
  for (const telling of chain) {
    last = addMoment(links, kinds, telling, telling === now, isUntied ? undefined : last);
  }
  const added = new Map<PoolMoment, CountedInPool>();
  const momentOf = (moment: PoolMoment): CountedInPool => {
    const there = added.get(moment) ?? addMoment(links, kinds, moment.telling, false, undefined);
    added.set(moment, there);
    return there;
  };
  const inPoolsAt = new Map<string, readonly LinkedCount[]>();
  for (const { of, moments } of counted) {
    const pools = [...(last === undefined ? [] : [last]), ...moments.map(momentOf)];
    const at = pools.map(({ gone: [first] }) => first).join();
    const counts =
      inPoolsAt.get(at) ??
      inAnyPool(
        links,
        pools.map(({ inPool }) => inPool),
      );
    inPoolsAt.set(at, counts);
    const telling: Telling = (value, by, name, rank) =>
      of === now ? { now: value, by, name, yields: [rank, value ?? 0] } : { before: value, by };
    if ('tables' in of) addReport(links, { ...kinds, counts }, pools, of, telling);
    else addPlan(links, { ...kinds, counts }, pools, of, telling);
  }
  return (await links.withheldFurther(policy)) as ReadonlySet<Name> | undefined;
}

/** Counts of people of several pools, and the moment of each of the others that they are taken for. */
interface CountedThen {
  readonly of: ReportOnPools | PlanOnPools;
  readonly moments: readonly PoolMoment[];
}

/** Of a report or a plan that is to be told now only what is taken for a moment of it says anything of the same people. */
function momentsOf(
  { otherPools = [], reports = [], plans = [], now }: Together,
  policy: DisclosurePolicy,
): readonly CountedThen[] {
  const pools = otherPools.map((pool) => new PoolMoments(pool, policy));
  const then = (of: CountedThen['of']): CountedThen => ({
    of,
    moments: pools.map((pool) => pool.of(of.countedAt, policiesOf(of))),
  });
  const all = [...reports, ...plans];
  const first = all.find((of) => of === now);
  if (first === undefined) return all.map(then);
  const told = then(first);
  const others = all.filter((of) => of !== first).map(then);
  return [
    told,
    ...others.filter(({ moments }) => moments.some((moment, pool) => moment === told.moments[pool])),
  ];
}

/** All of whom nothing is ever told, but for one that stands for each of them. */
const OTHERS = '';

/** Groups and stages that can be told apart by what is told; of those never told all are alike. */
function kindsOf(
  pools: readonly PoolTelling[],
  counted: readonly (ReportOnPools | PlanOnPools)[],
): Pick<PeopleOfKinds, 'groups' | 'stages'> {
  const of = (dimension: 'group' | 'stage') => {
    const rows = pools.flatMap(({ pool }) => pool.composition[dimension === 'group' ? 'groups' : 'stages']);
    const reported = counted.flatMap((of) =>
      'tables' in of
        ? of.tables.filter((table) => table.dimension === dimension).flatMap((table) => table.rows)
        : [],
    );
    const planned = dimension === 'group' ? counted.flatMap((of) => ('tables' in of ? [] : of.groups)) : [];
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

function addMoment(
  links: LinkedCounts,
  { groups, stages }: Pick<PeopleOfKinds, 'groups' | 'stages'>,
  { pool, figures, toldBy }: PoolTelling,
  isNow: boolean,
  last: CountedInPool | undefined,
): CountedInPool {
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
  const gone = [cell('pool'), cell('poolElsewhere'), links.add()] as const;
  cell('takenIn', [...inPool, ...gone]);
  const others = [cell('turnedDown'), cell('outside')] as const;
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
