import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from '@evenhand/disclosure';
import type { RegisteredPerson } from '@evenhand/people';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { type PoolHistory, standingsAt, type StoodThen } from './pool-standing';
import { type ReleasedPool, releasePool, withheldPool } from './released-pool';
import { NO_TIMES, type ReleasedTimes, releaseTimes, type Waited } from './released-times';

/**
 * The counts of a pool as everybody may read them. Once it is there it never changes: whoever could compare the pool
 * before and after one person came would know of that person.
 */
export interface PoolPublication extends ReleasedPool {
  /** Midnight (UTC): who came or went and what was decided later is not in it. */
  readonly asOf: Date;
  readonly times: ReleasedTimes;
}

const NOBODY_YET = new Date(0);
const DAY = 24 * 60 * 60 * 1000;

type Catalogue = Pick<CatalogueContent, 'professionalGroups' | 'stages'>;

/** What everybody is told while nothing is published: that every count is withheld. */
export function nothingPublished(catalogue: Catalogue): Omit<PoolPublication, 'asOf'> {
  return { ...withheldPool(catalogue), times: NO_TIMES };
}

/**
 * Until when a publication that is made now may count. Not until now: whoever asked every minute would see the very
 * moment at which the tenth person came, and by that how many they are altogether. A day may bring any number.
 */
export function lastMidnight(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY);
}

/**
 * Whether a publication is due: whether ten or more people stand elsewhere than at the last one, those who took up a post
 * from outside among them, and whether of those who are in the pool ten or more changed, or nobody. It is told of them by
 * group and stage, and a few who changed there would be hidden behind nobody. Somebody who comes and goes again, however
 * often, has changed nothing.
 */
export function isDue(
  history: PoolHistory,
  last: PoolPublication | undefined,
  asOf: Date,
  { smallest } = DEFAULT_DISCLOSURE_POLICY,
): boolean {
  const before = standingsAt(history, last?.asOf ?? NOBODY_YET);
  const after = standingsAt(history, asOf);
  const inPool = ({ standing }: StoodThen) => standing === 'in_pool';
  const [all, members] = [changed(before, after), changed(before.filter(inPool), after.filter(inPool))];
  return all >= smallest && (members === 0 || members >= smallest);
}

/**
 * What may be published of a pool: its people and decisions as of a moment, the members' groups and stages as they are
 * when it is made, since former ones are not kept.
 *
 * @param persons at least all who were in the pool at that moment
 * @param last the publication before, where there is one
 */
export async function publicationOf(
  history: PoolHistory,
  persons: readonly RegisteredPerson[],
  catalogue: Catalogue,
  last: PoolPublication | undefined,
  asOf: Date,
  policy?: DisclosurePolicy,
): Promise<PoolPublication> {
  return {
    asOf,
    ...(await releasePool(standingsAt(history, asOf), persons, catalogue, policy)),
    times: releaseTimes(waitedIn(history), last?.times ?? NO_TIMES, asOf, policy),
  };
}

/** How many people stand elsewhere, however many ways through the pool each of them has taken. */
function changed(before: readonly StoodThen[], after: readonly StoodThen[]): number {
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

/** From the day on which each said that they want to be considered until it was decided; of those who are erased it is not known. */
function waitedIn({ members, decisions }: PoolHistory): Waited[] {
  const declaredAt = new Map(members.map(({ id, interestDeclaredAt }) => [id, interestDeclaredAt]));
  return decisions.flatMap(({ memberId = '', decidedAt }) => {
    const since = declaredAt.get(memberId);
    return since === undefined ? [] : [{ days: (decidedAt.getTime() - since.getTime()) / DAY, decidedAt }];
  });
}
