import { type DisclosurePolicy, policyOf, type ToldBy, toldBy } from '@evenhand/disclosure';
import { COUNTED, isTold, mixed, POOL_FIGURES, type PoolFigure, withoutCells } from './pool-figures';
import type { PoolTelling } from './pool-moments';
import { type Elsewhere, withheldOverTime } from './pool-over-time';
import { changedStandings, type StoodThen } from './pool-standing';
import { type ReleasedPool, withheldPool } from './released-pool';

/** What is known of figures that were published, so that further ones can be told beside them. Nobody is told of it. */
export interface ToldFigures {
  /** Until when each was counted, RFC 3339, each time that it was told anew. */
  readonly toldAt: Readonly<Partial<Record<PoolFigure, readonly string[]>>>;
}

/** While nothing was told. */
export const NO_FIGURES: ToldFigures = { toldAt: {} };

/** Figures that were published, with what is known of them. */
export interface PublishedPool extends ReleasedPool {
  /** Until when those were counted that were told anew then. */
  readonly asOf: Date;
  readonly figures: ToldFigures;
  /** By which policy: of a figure that stands as it was told before, by that of then. */
  readonly toldBy: ToldBy<PoolFigure>;
}

/** How many people have to change until a figure is told anew that was told at a moment. */
export type FewestSince = (moment: string) => number;

/**
 * As many as the smallest count told, now or when it was told, whichever is more: whoever read it then was promised that.
 *
 * @param earlier all publications of the pool
 */
export function fewestSince(
  earlier: readonly Pick<PublishedPool, 'asOf' | 'toldBy'>[],
  { smallest }: DisclosurePolicy,
): FewestSince {
  const promised = new Map(earlier.map(({ asOf, toldBy: { policy } }) => [asOf.getTime(), policy.smallest]));
  return (moment) => Math.max(smallest, promised.get(new Date(moment).getTime()) ?? 0);
}

/**
 * Whether as many people of a figure came or went as the smallest count told, since each time that it was told: however
 * long ago, or numbers that come back to what they were would be told beside themselves. When it was withheld says nothing:
 * were it counted from then, it would have held few enough for ten to come.
 */
export function isRipe(
  figure: PoolFigure,
  stoodAt: (moment: Date) => readonly StoodThen[],
  { toldAt }: ToldFigures,
  asOf: Date,
  fewest: FewestSince,
): boolean {
  const counted = (stood: readonly StoodThen[]) =>
    stood.filter(({ standing }) => COUNTED[figure].includes(standing));
  const now = counted(stoodAt(asOf));
  const before = toldAt[figure] ?? [];
  if (before.length === 0) return changedStandings([], now) >= fewest(asOf.toISOString());
  return before.every(
    (moment) => changedStandings(counted(stoodAt(new Date(moment))), now) >= fewest(moment),
  );
}

/**
 * What is told after all earlier publications: every figure anew of which enough people changed, and every other one as it was
 * told last, by the policy of then. Who is in the pool and who was taken in are told anew together, or the one would be read beside the
 * other of another day. What would let a reader of all of them narrow a withheld count down is withheld, and where that does
 * not do, figures stand as they were. Undefined where nothing is to be told anew.
 *
 * @param earlier all publications of the pool, the oldest first
 * @param fresh everything as it could be told now, were nothing told before
 * @param elsewhere what else tells of the same people
 */
export async function figuresAfter(
  earlier: readonly PublishedPool[],
  fresh: ReleasedPool,
  stoodAt: (moment: Date) => readonly StoodThen[],
  asOf: Date,
  policy: DisclosurePolicy,
  elsewhere: Elsewhere = {},
): Promise<(PublishedPool & { readonly anew: ReadonlySet<PoolFigure> }) | undefined> {
  const last = earlier.at(-1) ?? { ...withheldLike(fresh), figures: NO_FIGURES, toldBy: { policy } };
  const fewest = fewestSince(earlier, policy);
  const before: Before = { last, tellings: earlier.map(tellingOf), elsewhere };
  const ripe = (figure: PoolFigure) => isRipe(figure, stoodAt, last.figures, asOf, fewest);
  for (const { pool, figures } of choicesOf(fresh, figuresAnew(fresh, last, ripe), policy)) {
    const found = await toldBeside(before, pool, figures, policy);
    if (found === undefined) continue;
    const { told, anew } = found;
    if (anew.size === 0) return undefined;
    const toldAt = { ...last.figures.toldAt, ...momentsOf(told, [...anew], asOf, last.figures) };
    return {
      ...told,
      asOf,
      figures: { toldAt },
      toldBy: toldBy(policy, standing(told, anew, last.toldBy)),
      anew,
    };
  }
  return undefined;
}

/** The figures that stand as they were told, each with the policy that it was told by. */
function standing(
  told: ReleasedPool,
  anew: ReadonlySet<PoolFigure>,
  last: ToldBy<PoolFigure>,
): ToldBy<PoolFigure>['earlier'] & object {
  const figures = POOL_FIGURES.filter((figure) => isTold(told, figure) && !anew.has(figure));
  return Object.fromEntries(figures.map((figure) => [figure, policyOf(last, figure)]));
}

/** What is known of figures that were told together at a moment. */
export function figuresToldAt(told: ReleasedPool, asOf: Date): ToldFigures {
  return { toldAt: momentsOf(told, POOL_FIGURES, asOf, NO_FIGURES) };
}

/** Which figures enough people of changed, where there is anything to tell of them, or there was. */
function figuresAnew(
  fresh: ReleasedPool,
  last: ReleasedPool,
  isRipe: (figure: PoolFigure) => boolean,
): ReadonlySet<PoolFigure> {
  const isWorth = (figure: PoolFigure) => (isTold(fresh, figure) || isTold(last, figure)) && isRipe(figure);
  const areMembersAnew = isWorth('members') && (!isTold(last, 'takenIn') || isRipe('takenIn'));
  return new Set(
    POOL_FIGURES.filter((figure) => {
      if (figure === 'members') return areMembersAnew;
      return isWorth(figure) && (figure !== 'takenIn' || areMembersAnew || !isTold(last, 'members'));
    }),
  );
}

/** What is left as it was where nothing else does, the first first. */
const LEFT_AS_THEY_WERE: readonly (readonly PoolFigure[])[] = [
  ['poolElsewhere'],
  ['pool'],
  ['outside'],
  ['turnedDown'],
  ['members', 'takenIn'],
  ['underWay'],
];

/** Everything that could be told anew; without how many were taken in, which ties it to other days; and ever less of it. */
function choicesOf(
  fresh: ReleasedPool,
  anew: ReadonlySet<PoolFigure>,
  policy: DisclosurePolicy,
): readonly Pick<PoolTelling, 'pool' | 'figures'>[] {
  const untied = withoutCells(fresh, new Set(['takenIn']), policy);
  let figures = anew;
  return [
    { pool: fresh, figures },
    { pool: untied, figures },
    ...LEFT_AS_THEY_WERE.map((left) => {
      figures = new Set([...figures].filter((figure) => !left.includes(figure)));
      return { pool: untied, figures };
    }),
  ];
}

/** What there was before something is told. */
interface Before {
  readonly last: ReleasedPool;
  readonly tellings: readonly PoolTelling[];
  readonly elsewhere: Elsewhere;
}

/** Undefined where a reader of all of it could narrow something down, whatever of it is withheld. */
async function toldBeside(
  { last, tellings, elsewhere }: Before,
  now: ReleasedPool,
  figures: ReadonlySet<PoolFigure>,
  policy: DisclosurePolicy,
): Promise<{ readonly told: ReleasedPool; readonly anew: ReadonlySet<PoolFigure> } | undefined> {
  const telling = tellingWith(mixed(now, last, figures), figures, { policy });
  const cells = await withheldOverTime(tellings, telling, policy, elsewhere);
  if (cells === undefined) return undefined;
  const left = withoutCells(now, cells, policy);
  // What is withheld for the sake of others stands as it was; of those taken in that would be of another day.
  const isLeft = (figure: PoolFigure) => isTold(left, figure) || !isTold(now, figure);
  const anew = new Set(
    [...figures].filter((figure) =>
      isLeft(figure === 'takenIn' && figures.has('members') ? 'members' : figure),
    ),
  );
  return { told: mixed(left, last, anew), anew };
}

function tellingOf({ asOf, figures: { toldAt }, toldBy: by, ...pool }: PublishedPool): PoolTelling {
  const moment = asOf.toISOString();
  return tellingWith(pool, new Set(POOL_FIGURES.filter((figure) => toldAt[figure]?.at(-1) === moment)), by);
}

/** Of what nothing is told it is told that it is withheld, each time. */
function tellingWith(pool: ReleasedPool, anew: ReadonlySet<PoolFigure>, by: ToldBy<PoolFigure>): PoolTelling {
  return {
    ...{ pool, toldBy: by },
    figures: new Set(POOL_FIGURES.filter((figure) => anew.has(figure) || !isTold(pool, figure))),
  };
}

/** When each of some figures was told, with the moment at which it is now. */
function momentsOf(
  told: ReleasedPool,
  figures: readonly PoolFigure[],
  asOf: Date,
  { toldAt }: ToldFigures,
): ToldFigures['toldAt'] {
  return Object.fromEntries(
    figures
      .filter((figure) => isTold(told, figure))
      .map((figure) => [figure, [...(toldAt[figure] ?? []), asOf.toISOString()]]),
  );
}

function withheldLike({ composition: { groups, stages } }: ReleasedPool): ReleasedPool {
  return withheldPool({
    professionalGroups: groups,
    stages,
  });
}
