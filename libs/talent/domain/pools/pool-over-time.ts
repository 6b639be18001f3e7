import {
  type DisclosurePolicy,
  type LinkedCount,
  LinkedCounts,
  type ReleasedCount,
} from '@evenhand/disclosure';
import { countOf, type PoolCell, type PoolFigure } from './pool-figures';
import type { ReleasedPool } from './released-pool';

/** What was told of a pool at one moment: of figures that stand as they were told before, nothing. */
export interface PoolTelling {
  readonly pool: ReleasedPool;
  /** Those that were counted for that moment, and those of which nothing is told. */
  readonly figures: ReadonlySet<PoolFigure>;
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
 * @param earlier the oldest first
 * @returns undefined where nothing that is withheld would do
 */
export async function withheldOverTime(
  earlier: readonly PoolTelling[],
  now: PoolTelling,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<PoolCell> | undefined> {
  const further = await withheldWhere(true, earlier, now, policy);
  if (further !== undefined || (await withheldWhere(true, earlier, undefined, policy)) !== undefined) {
    return further;
  }
  return withheldWhere(false, earlier, now, policy);
}

async function withheldWhere(
  isTied: boolean,
  earlier: readonly PoolTelling[],
  now: PoolTelling | undefined,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<PoolCell> | undefined> {
  const { links, cells } = linked(earlier, now, isTied);
  const further = await links.withheldFurther(policy);
  return further && new Set(further.map((count) => cells.get(count)!));
}

function linked(earlier: readonly PoolTelling[], now: PoolTelling | undefined, isTied: boolean) {
  const tellings = now === undefined ? earlier : [...earlier, now];
  const links = new LinkedCounts();
  const cells = new Map<LinkedCount, PoolCell>();
  const kinds = kindsOf(tellings);
  let last: Moment | undefined;
  for (const telling of tellings) {
    last = addMoment(links, kinds, telling, {
      isNow: telling === now,
      ...(isTied && last !== undefined ? { last } : {}),
      note: (count, cell) => cells.set(count, cell),
    });
  }
  return { links, cells };
}

/** Groups or stages that can be told apart by what is told; of those never told all are alike. */
interface Kinds {
  readonly groups: readonly string[];
  readonly stages: readonly string[];
}

/** All of whom nothing is ever told, but for one that stands for each of them. */
const OTHERS = '';

function kindsOf(tellings: readonly PoolTelling[]): Kinds {
  const of = (rows: 'groups' | 'stages') => {
    const all = tellings.flatMap(({ pool }) => pool.composition[rows]);
    const codes = [...new Set(all.map(({ code }) => code))];
    const isTold = (code: string) => all.some((row) => row.code === code && row.members !== null);
    const silent = codes.filter((code) => !isTold(code));
    return [...codes.filter(isTold), ...silent.slice(0, 1), ...(silent.length > 1 ? [OTHERS] : [])];
  };
  return { groups: of('groups'), stages: of('stages') };
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

interface MomentIn {
  readonly isNow: boolean;
  readonly last?: Moment;
  readonly note: (count: LinkedCount, cell: PoolCell) => void;
}

function addMoment(
  links: LinkedCounts,
  { groups, stages }: Kinds,
  { pool, figures }: PoolTelling,
  { isNow, last, note }: MomentIn,
): Moment {
  const told = (value: ReleasedCount, rank: string) =>
    isNow ? { now: value, yields: [YIELDING.indexOf(rank), value ?? 0] } : { before: value };
  const cell = (figure: Exclude<PoolFigure, 'members'>, of?: readonly LinkedCount[]): LinkedCount => {
    const known = figures.has(figure) ? told(countOf(pool, figure), figure) : undefined;
    const count = of === undefined ? links.add(known) : links.sumOf(of, known);
    note(count, figure);
    return count;
  };
  const inPool = groups.flatMap(() => stages.map(() => links.add()));
  if (figures.has('members')) {
    const { composition } = pool;
    const margin = (rank: 'group' | 'stage', code: string, of: readonly LinkedCount[]): void => {
      if (code === OTHERS) return;
      const rows = composition[rank === 'group' ? 'groups' : 'stages'];
      const count = links.sumOf(of, told(rows.find((row) => row.code === code)?.members ?? null, rank));
      note(count, `${rank} ${code}`);
    };
    const at = (group: number, stage: number) => inPool[group * stages.length + stage]!;
    groups.forEach((code, group) =>
      margin(
        'group',
        code,
        stages.map((_, stage) => at(group, stage)),
      ),
    );
    stages.forEach((code, stage) =>
      margin(
        'stage',
        code,
        groups.map((_, group) => at(group, stage)),
      ),
    );
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
