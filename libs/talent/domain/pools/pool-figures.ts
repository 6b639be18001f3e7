import type { DisclosurePolicy, ReleasedCount } from '@evenhand/disclosure';
import { changedStandings, type PoolStanding, type StoodThen } from './pool-standing';
import { type ReleasedPool, sharesOf, sumOf } from './released-pool';

/** What is told of a pool by itself, each until its own moment. Groups and stages are of the same members, and are one. */
export const POOL_FIGURES = [
  'members',
  'underWay',
  'takenIn',
  'turnedDown',
  'pool',
  'outside',
  'poolElsewhere',
] as const;
/** The code of a figure. */
export type PoolFigure = (typeof POOL_FIGURES)[number];

/** Whom each figure counts, by where they stand. */
export const COUNTED: Readonly<Record<PoolFigure, readonly PoolStanding[]>> = {
  members: ['in_pool'],
  underWay: ['under_way'],
  takenIn: ['in_pool', 'appointed', 'appointed_elsewhere', 'left'],
  turnedDown: ['turned_down'],
  pool: ['appointed'],
  outside: ['outside'],
  poolElsewhere: ['appointed_elsewhere'],
};

/** How many people came to a pool or went on in it between two moments. */
export function changedInPool(
  stoodAt: (moment: Date) => readonly StoodThen[],
  one: Date,
  other: Date,
): number {
  const counted = (moment: Date) =>
    stoodAt(moment).filter(({ standing }) => COUNTED.takenIn.includes(standing));
  return changedStandings(counted(one), counted(other));
}

/** What is told of a figure that is a single count. */
export function countOf(pool: ReleasedPool, figure: Exclude<PoolFigure, 'members'>): ReleasedCount {
  const { composition, decisions, appointments } = pool;
  const decided = (code: string) =>
    decisions.outcomes.find(({ outcome }) => outcome === code)?.decisions ?? null;
  const appointed = (code: string) =>
    appointments.from.find(({ from }) => from === code)?.appointments ?? null;
  const counts: Readonly<Record<typeof figure, ReleasedCount>> = {
    underWay: composition.underWay ?? null,
    takenIn: decided('in_pool'),
    turnedDown: decided('not_in_pool'),
    pool: appointed('pool'),
    outside: appointed('outside'),
    poolElsewhere: appointed('pool_elsewhere'),
  };
  return counts[figure];
}

/** Whether anything is told of a figure. */
export function isTold(pool: ReleasedPool, figure: PoolFigure): boolean {
  const { groups, stages } = pool.composition;
  return figure === 'members'
    ? [...groups, ...stages].some(({ members }) => members !== null)
    : countOf(pool, figure) !== null;
}

/** A count of a pool by itself: of those in it by group or stage, or a figure that is a single count. */
export type PoolCell = `group ${string}` | `stage ${string}` | Exclude<PoolFigure, 'members'>;

/** A pool without some of its counts. */
export function withoutCells(
  pool: ReleasedPool,
  cells: ReadonlySet<PoolCell>,
  policy: DisclosurePolicy,
): ReleasedPool {
  const { groups, stages } = pool.composition;
  const left = (kind: 'group' | 'stage', rows: typeof groups) =>
    sharesOf(
      rows.map(({ code, members }) => ({ code, members: cells.has(`${kind} ${code}`) ? null : members })),
      policy,
    );
  const told = left('group', groups);
  return pieced(
    { members: sumOf(told.map(({ members }) => members)), groups: told, stages: left('stage', stages) },
    (figure) => (cells.has(figure) ? null : countOf(pool, figure)),
  );
}

/** Some figures of one pool, and all others of another. */
export function mixed(now: ReleasedPool, last: ReleasedPool, anew: ReadonlySet<PoolFigure>): ReleasedPool {
  const of = (figure: PoolFigure) => (anew.has(figure) ? now : last);
  return pieced(of('members').composition, (figure) => countOf(of(figure), figure));
}

function pieced(
  { members, groups, stages }: ReleasedPool['composition'],
  count: (figure: Exclude<PoolFigure, 'members'>) => ReleasedCount,
): ReleasedPool {
  const outcomes = [
    { outcome: 'in_pool', decisions: count('takenIn') },
    { outcome: 'not_in_pool', decisions: count('turnedDown') },
  ] as const;
  const from = [
    { from: 'pool', appointments: count('pool') },
    { from: 'outside', appointments: count('outside') },
    { from: 'pool_elsewhere', appointments: count('poolElsewhere') },
  ] as const;
  return {
    composition: { members, underWay: count('underWay'), groups, stages },
    decisions: { decisions: sumOf(outcomes.map(({ decisions }) => decisions)), outcomes },
    appointments: {
      appointments: sumOf(from.slice(0, 2).map(({ appointments }) => appointments)),
      from,
    },
  };
}
