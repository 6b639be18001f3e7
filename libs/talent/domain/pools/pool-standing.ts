import type { CriticalPost } from '../critical-posts/critical-post';
import type { PoolDecision } from './pool-decision';
import type { PoolMember } from './pool-member';

/**
 * Where somebody stood with a pool at a moment. Under way: they want to be considered and nobody has decided. Of those who
 * were taken in: in the pool still, appointed to one of the pool's critical posts or elsewhere, or gone. Outside: somebody
 * who took up one of those posts and came from elsewhere.
 */
export const POOL_STANDINGS = [
  'under_way',
  'in_pool',
  'appointed',
  'appointed_elsewhere',
  'left',
  'turned_down',
  'outside',
] as const;
/** The code of a standing. */
export type PoolStanding = (typeof POOL_STANDINGS)[number];

/** What became of a pool until now. */
export interface PoolHistory {
  readonly members: readonly PoolMember[];
  readonly decisions: readonly PoolDecision[];
  /** Critical posts that name the pool. */
  readonly posts: readonly CriticalPost[];
}

/** One way through a pool, or one post filled from outside, as it stood at a moment. */
export interface StoodThen {
  /** Absent where they are erased since, and of those from outside, who are not known. */
  readonly personId?: string;
  /** Tells apart whoever is not known. */
  readonly id: string;
  readonly standing: PoolStanding;
}

/**
 * Where everybody stood with a pool at a moment. Who was put forward and said nothing, or went before anybody decided, had
 * nothing to do with it.
 */
export function standingsAt(history: PoolHistory, moment: Date): readonly StoodThen[] {
  const isPast = (at: Date | undefined) => at !== undefined && at < moment;
  const filled = history.posts.flatMap(({ id, filled }) =>
    filled && isPast(filled.at) ? [{ id, ...filled }] : [],
  );
  return [
    ...knownStandings(history, isPast, new Set(filled.flatMap(({ memberId }) => memberId ?? []))),
    ...erasedStandings(history, isPast, filled),
    ...filled.filter(({ fromPool }) => !fromPool).map(({ id }) => ({ id, standing: 'outside' as const })),
  ];
}

/** Where everybody stood at any moment, each found once. */
export function standingsOf(history: PoolHistory): (moment: Date) => readonly StoodThen[] {
  const found = new Map<number, readonly StoodThen[]>();
  return (moment) => {
    const stood = found.get(moment.getTime()) ?? standingsAt(history, moment);
    found.set(moment.getTime(), stood);
    return stood;
  };
}

function knownStandings(
  { members, decisions }: PoolHistory,
  isPast: (at: Date | undefined) => boolean,
  inPosts: ReadonlySet<string>,
): readonly StoodThen[] {
  const decided = new Map(decisions.map((decision) => [decision.memberId, decision]));
  return members.flatMap(({ id, personId, interestDeclaredAt, ending, state }) => {
    const decision = decided.get(id);
    const outcome = decision && isPast(decision.decidedAt) ? decision.outcome : undefined;
    const isGone = isPast(ending?.at);
    if (!isPast(interestDeclaredAt) || (isGone && outcome === undefined)) return [];
    const takenIn = !isGone
      ? 'in_pool'
      : state !== 'appointed'
        ? 'left'
        : inPosts.has(id)
          ? 'appointed'
          : 'appointed_elsewhere';
    const standing =
      outcome === undefined ? 'under_way' : outcome === 'not_in_pool' ? 'turned_down' : takenIn;
    return [{ id, personId, standing }];
  });
}

/** Of who is erased their decision stays, and that one of the pool's posts was filled from it. */
function erasedStandings(
  { decisions }: PoolHistory,
  isPast: (at: Date | undefined) => boolean,
  filled: readonly { readonly id: string; readonly fromPool: boolean; readonly memberId?: string }[],
): readonly StoodThen[] {
  const erased = decisions.filter(({ memberId, decidedAt }) => memberId === undefined && isPast(decidedAt));
  const takenIn = erased.filter(({ outcome }) => outcome === 'in_pool');
  const appointed = filled.filter(({ fromPool, memberId }) => fromPool && memberId === undefined);
  return [
    ...appointed.map(({ id }) => ({ id, standing: 'appointed' as const })),
    ...takenIn.slice(appointed.length).map(({ id }) => ({ id, standing: 'left' as const })),
    ...erased
      .filter(({ outcome }) => outcome === 'not_in_pool')
      .map(({ id }) => ({ id, standing: 'turned_down' as const })),
  ];
}

/** How many people stand elsewhere, however many ways through the pool each of them has taken. */
export function changedStandings(before: readonly StoodThen[], after: readonly StoodThen[]): number {
  const [earlier, later] = [standingsByPerson(before), standingsByPerson(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])].filter(
    (person) => earlier.get(person) !== later.get(person),
  ).length;
}

function standingsByPerson(stood: readonly StoodThen[]): ReadonlyMap<string, string> {
  const standings = new Map<string, string>();
  for (const { id, personId = id, standing } of stood) {
    standings.set(personId, [standings.get(personId), standing].join(' '));
  }
  return standings;
}
