import {
  countsBehind,
  DEFAULT_DISCLOSURE_POLICY,
  type DisclosurePolicy,
  type ReleasedCount,
} from '@evenhand/disclosure';
import { COUNTED, countOf, isTold, mixed, POOL_FIGURES, type PoolFigure, withTakenIn } from './pool-figures';
import { changedStandings, type StoodThen } from './pool-standing';
import { type ReleasedPool, withheldPool } from './released-pool';

/** What is known of figures that were published, so that further ones can be told beside them. Nobody is told of it. */
export interface ToldFigures {
  /** Until when each was counted, RFC 3339, each time that it was told anew. */
  readonly toldAt: Readonly<Partial<Record<PoolFigure, readonly string[]>>>;
  /** So many were taken in at the least, for whoever has read everything that was ever told of the pool. */
  readonly takenInAtLeast: number;
  /**
   * By group and by stage, so many were in the pool at the most that was ever told, at the least. Whoever came to another
   * group or stage since is somebody else: added up, so many different people have been in the pool.
   */
  readonly everInPool: Readonly<Record<string, number>>;
  /** The same since it was last told how many took up posts: these had left the pool by then, and are others again. */
  readonly sincePosts: Readonly<Record<string, number>>;
}

/** While nothing was told. */
export const NO_FIGURES: ToldFigures = { toldAt: {}, takenInAtLeast: 0, everInPool: {}, sincePosts: {} };

/** Figures that were published, with what is known of them. */
export interface PublishedPool extends ReleasedPool {
  readonly figures: ToldFigures;
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
  { smallest }: DisclosurePolicy,
): boolean {
  const counted = (stood: readonly StoodThen[]) =>
    stood.filter(({ standing }) => COUNTED[figure].includes(standing));
  const now = counted(stoodAt(asOf));
  const before = (toldAt[figure] ?? []).map((moment) => counted(stoodAt(new Date(moment))));
  return (before.length === 0 ? [[]] : before).every((then) => changedStandings(then, now) >= smallest);
}

/**
 * What is told after an earlier publication: every figure anew of which ten or more people changed, and every other one as
 * it was told then. Who is in the pool and who was taken in are told anew together, as each limits what the other leaves
 * for those who were appointed. Undefined where nothing is to be told anew.
 *
 * @param fresh everything as it could be told now, were nothing told before
 */
export function figuresAfter(
  before: PublishedPool | undefined,
  fresh: ReleasedPool,
  stoodAt: (moment: Date) => readonly StoodThen[],
  asOf: Date,
  policy: DisclosurePolicy,
): (PublishedPool & { readonly anew: ReadonlySet<PoolFigure> }) | undefined {
  const last = before ?? { ...withheldLike(fresh), figures: NO_FIGURES };
  // Told, withheld and told again it would be known in between: no fewer than then, and no more than now less who came.
  const wouldComeBack = last.figures.toldAt.takenIn !== undefined && !isTold(last, 'takenIn');
  const now = hasRoom(fresh, last, policy) && !wouldComeBack ? fresh : withTakenIn(fresh, null);
  const isWorth = (figure: PoolFigure) =>
    (isTold(now, figure) || isTold(last, figure)) && isRipe(figure, stoodAt, last.figures, asOf, policy);
  const areMembersAnew =
    isWorth('members') &&
    (!isTold(last, 'takenIn') || isRipe('takenIn', stoodAt, last.figures, asOf, policy));
  const isAnew = (figure: PoolFigure): boolean =>
    figure === 'members'
      ? areMembersAnew
      : isWorth(figure) && (figure !== 'takenIn' || areMembersAnew || !isTold(last, 'members'));
  const anew = new Set(POOL_FIGURES.filter(isAnew));
  if (anew.size === 0) return undefined;
  const told = mixed(now, last, anew);
  const toldAt: ToldFigures['toldAt'] = {
    ...last.figures.toldAt,
    ...momentsOf(told, [...anew], asOf, last.figures),
  };
  const everInPool = mostInPool(told, last.figures.everInPool, policy);
  const arePostsAnew = anew.has('pool') || anew.has('poolElsewhere');
  const since = arePostsAnew ? (areMembersAnew ? {} : undefined) : last.figures.sincePosts;
  const sincePosts = since === undefined ? {} : mostInPool(told, since, policy);
  const takenInAtLeast = Math.max(
    ...[last.figures.takenInAtLeast, differentPeople(told, { everInPool, sincePosts }, policy)],
    takenInBeside(told, areMembersAnew, policy),
    takenInSince(last, anew.has('takenIn'), policy),
  );
  return { ...told, figures: { toldAt, takenInAtLeast, everInPool, sincePosts }, anew };
}

/** What is known of figures that were told together at a moment. */
export function figuresToldAt(
  told: ReleasedPool,
  asOf: Date,
  policy = DEFAULT_DISCLOSURE_POLICY,
): ToldFigures {
  return {
    toldAt: momentsOf(told, POOL_FIGURES, asOf, NO_FIGURES),
    takenInAtLeast: takenInBeside(told, true, policy),
    everInPool: mostInPool(told, {}, policy),
    sincePosts: mostInPool(told, {}, policy),
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

/**
 * Whether the number of those who were taken in leaves enough values to what was withheld in earlier publications: then as
 * well no more had been taken in, and whoever was not told to be in the pool, then or now, was among the rest.
 */
function hasRoom(
  fresh: ReleasedPool,
  { figures, ...last }: PublishedPool,
  policy: DisclosurePolicy,
): boolean {
  const count = countOf(fresh, 'takenIn');
  if (count === null) return true;
  const [everInPool, sincePosts] = [figures.everInPool, figures.sincePosts].map((most) =>
    mostInPool(fresh, most, policy),
  ) as [ToldFigures['everInPool'], ToldFigures['sincePosts']];
  const highest = countsBehind(count, policy).highest;
  if (!mayAllHaveCome(fresh, last, highest, policy)) return false;
  const different = differentPeople(last, { everInPool, sincePosts }, policy);
  const atLeast = Math.max(figures.takenInAtLeast, different);
  return highest - atLeast >= policy.smallest - 1;
}

/** Of a group or stage that was withheld all may have come since: were fewer taken in since, some had been there then. */
function mayAllHaveCome(
  fresh: ReleasedPool,
  last: ReleasedPool,
  takenIn: number,
  policy: DisclosurePolicy,
): boolean {
  const before = countOf(last, 'takenIn');
  if (before === null) return true;
  const came = takenIn - leastBehind(before, policy);
  const then = new Map(membersByRow(last));
  return membersByRow(fresh).every(
    ([row, members]) => then.get(row) !== null || leastBehind(members, policy) <= came,
  );
}

function membersByRow({ composition: { groups, stages } }: ReleasedPool) {
  return [...rowsOf('group', groups), ...rowsOf('stage', stages)];
}

/** By group and stage the most that were in the pool at once, with what is told now. */
function mostInPool(
  { composition: { groups, stages } }: ReleasedPool,
  before: ToldFigures['everInPool'],
  policy: DisclosurePolicy,
): ToldFigures['everInPool'] {
  const told = [...rowsOf('group', groups), ...rowsOf('stage', stages)].map(([row, members]) => [
    row,
    Math.max(before[row] ?? 0, members === null ? 0 : countsBehind(members, policy).lowest),
  ]);
  return { ...before, ...(Object.fromEntries(told) as Record<string, number>) };
}

/** So many different people were in the pool at the least, those among them who took up posts. */
function differentPeople(
  told: ReleasedPool,
  { everInPool, sincePosts }: Pick<ToldFigures, 'everInPool' | 'sincePosts'>,
  policy: DisclosurePolicy,
): number {
  const { groups, stages } = told.composition;
  const sum = (most: Readonly<Record<string, number>>, rows: readonly (readonly [string, unknown])[]) =>
    rows.reduce((all, [row]) => all + (most[row] ?? 0), 0);
  const people = (most: Readonly<Record<string, number>>) =>
    Math.max(sum(most, rowsOf('group', groups)), sum(most, rowsOf('stage', stages)));
  return Math.max(people(everInPool), people(sincePosts) + inPosts(told, policy));
}

function inPosts(told: ReleasedPool, policy: DisclosurePolicy): number {
  return leastBehind(countOf(told, 'pool'), policy) + leastBehind(countOf(told, 'poolElsewhere'), policy);
}

function leastBehind(count: ReleasedCount, policy: DisclosurePolicy): number {
  return count === null ? 0 : countsBehind(count, policy).lowest;
}

function rowsOf(
  kind: 'group' | 'stage',
  rows: readonly { readonly code: string; readonly members: ReleasedCount }[],
): readonly (readonly [string, ReleasedCount])[] {
  return rows.map(({ code, members }) => [`${kind}:${code}`, members] as const);
}

/** How many must have been taken in when something was told: who was in the pool, and who had a post by then. */
function takenInBeside(told: ReleasedPool, areMembersAnew: boolean, policy: DisclosurePolicy): number {
  const least = (count: ReleasedCount) => leastBehind(count, policy);
  const sum = (rows: readonly { readonly members: ReleasedCount }[]) =>
    rows.reduce((all, { members }) => all + least(members), 0);
  const { groups, stages } = told.composition;
  // Of members who are told as before no more than nine are gone.
  const gone = areMembersAnew ? 0 : policy.smallest - 1;
  const members = Math.max(0, Math.max(sum(groups), sum(stages)) - gone);
  return Math.max(members + inPosts(told, policy), least(countOf(told, 'takenIn')));
}

/** How many must have been taken in by now because of how many had been before; they do not get fewer. */
function takenInSince(last: ReleasedPool, isAnew: boolean, policy: DisclosurePolicy): number {
  const count = countOf(last, 'takenIn');
  return count === null ? 0 : countsBehind(count, policy).lowest + (isAnew ? policy.smallest : 0);
}

function withheldLike({ composition: { groups, stages } }: ReleasedPool): ReleasedPool {
  return withheldPool({
    professionalGroups: groups,
    stages,
  });
}
