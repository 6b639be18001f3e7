import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from '@evenhand/disclosure';
import type { RegisteredPerson } from '@evenhand/people';
import type { CatalogueContent } from '@evenhand/taxonomy';
import type { CriticalPost } from '../critical-posts/critical-post';
import { headcountsOf } from './pool-composition';
import type { DecisionOutcome, PoolDecision } from './pool-decision';
import type { PoolMember } from './pool-member';
import {
  releaseComposition,
  type ReleasedComposition,
  type ReleasedDecisions,
  releaseDecisions,
} from './released-composition';
import {
  NO_APPOINTMENTS,
  NO_TIMES,
  releaseAppointments,
  type ReleasedAppointments,
  type ReleasedTimes,
  releaseTimes,
  type Waited,
} from './released-history';

/**
 * The counts of a pool as everybody may read them. Once it is there it never changes: whoever could compare the pool
 * before and after one person came would know of that person.
 */
export interface PoolPublication {
  /** Midnight (UTC): who came or went and what was decided later is not in it. */
  readonly asOf: Date;
  readonly composition: ReleasedComposition;
  readonly decisions: ReleasedDecisions;
  readonly times: ReleasedTimes;
  readonly appointments: ReleasedAppointments;
}

/** What became of a pool until now. */
export interface PoolHistory {
  readonly members: readonly PoolMember[];
  readonly decisions: readonly PoolDecision[];
  /** Critical posts that name the pool. */
  readonly posts: readonly CriticalPost[];
}

const NOBODY_YET = new Date(0);
const DAY = 24 * 60 * 60 * 1000;

type Catalogue = Pick<CatalogueContent, 'professionalGroups' | 'stages'>;

/** What everybody is told while nothing is published: that every count is withheld. */
export function nothingPublished(catalogue: Catalogue): Omit<PoolPublication, 'asOf'> {
  return {
    ...released([], [], catalogue, DEFAULT_DISCLOSURE_POLICY),
    times: NO_TIMES,
    appointments: NO_APPOINTMENTS,
  };
}

/**
 * Until when a publication that is made now may count. Not until now: whoever asked every minute would see the very
 * moment at which the tenth person came, and by that how many they are altogether. A day may bring any number.
 */
export function lastMidnight(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY);
}

/**
 * Whether a publication is due: whether as many people changed something since the last one as the smallest count told. Somebody who comes and
 * goes again, however often, has changed nothing.
 */
export function isDue(
  history: PoolHistory,
  last: PoolPublication | undefined,
  asOf: Date,
  { smallest } = DEFAULT_DISCLOSURE_POLICY,
): boolean {
  const since = last?.asOf ?? NOBODY_YET;
  const before = membersAt(history, since);
  const after = membersAt(history, asOf);
  const personOf = new Map(history.members.map(({ id, personId }) => [id, personId]));
  const decidedOn = history.decisions
    .filter(({ decidedAt }) => decidedAt >= since && decidedAt < asOf)
    .flatMap(({ memberId = '' }) => personOf.get(memberId) ?? []);
  const cameOrWent = [...before, ...after].filter((id) => before.has(id) !== after.has(id));
  const changed = new Set([...cameOrWent, ...decidedOn]);
  return changed.size >= smallest;
}

/**
 * What may be published of a pool: its members and decisions as of a moment, the members' groups and stages as they are
 * when it is made, since former ones are not kept.
 *
 * @param persons at least all who were members at that moment
 * @param last the publication before, where there is one
 */
export function publicationOf(
  history: PoolHistory,
  persons: readonly RegisteredPerson[],
  catalogue: Catalogue,
  last: PoolPublication | undefined,
  asOf: Date,
  policy = DEFAULT_DISCLOSURE_POLICY,
): PoolPublication {
  const members = membersAt(history, asOf);
  return {
    asOf,
    ...released(
      persons.filter(({ id }) => members.has(id)),
      history.decisions.filter(({ decidedAt }) => decidedAt < asOf),
      catalogue,
      policy,
    ),
    times: releaseTimes(waitedIn(history), last?.times ?? NO_TIMES, asOf, policy),
    appointments: releaseAppointments(
      appointedIn(history),
      last?.appointments ?? NO_APPOINTMENTS,
      asOf,
      policy,
    ),
  };
}

/** From the day on which each said that they want to be considered until it was decided; of those who are erased it is not known. */
function waitedIn({ members, decisions }: PoolHistory): Waited[] {
  const declaredAt = new Map(members.map(({ id, interestDeclaredAt }) => [id, interestDeclaredAt]));
  return decisions.flatMap(({ memberId = '', decidedAt }) => {
    const since = declaredAt.get(memberId);
    return since === undefined ? [] : [{ days: (decidedAt.getTime() - since.getTime()) / DAY, decidedAt }];
  });
}

/** When members were appointed, those who are erased since among them, and when somebody else took up a post of the pool. */
function appointedIn({ members, posts }: PoolHistory) {
  const filled = posts.flatMap((post) => post.filled ?? []);
  const erased = filled.filter(({ fromPool, memberId }) => fromPool && memberId === undefined);
  return {
    pool: [
      ...members.flatMap(({ state, ending }) => (state === 'appointed' && ending ? [ending.at] : [])),
      ...erased.map(({ at }) => at),
    ],
    outside: filled.filter(({ fromPool }) => !fromPool).map(({ at }) => at),
  };
}

/** Who belonged to a pool's composition at a moment. */
function membersAt({ members, decisions }: PoolHistory, moment: Date): ReadonlySet<string> {
  const isPast = (at: Date | undefined) => at !== undefined && at < moment;
  const turnedDown = new Set(
    decisions
      .filter(({ outcome, decidedAt }) => outcome === 'not_in_pool' && isPast(decidedAt))
      .map(({ memberId }) => memberId),
  );
  return new Set(
    members
      .filter(
        ({ id, interestDeclaredAt, ending }) =>
          isPast(interestDeclaredAt) && !isPast(ending?.at) && !turnedDown.has(id),
      )
      .map(({ personId }) => personId),
  );
}

function released(
  persons: readonly RegisteredPerson[],
  decisions: readonly PoolDecision[],
  catalogue: Catalogue,
  policy: DisclosurePolicy,
): Pick<PoolPublication, 'composition' | 'decisions'> {
  const of = (outcome: DecisionOutcome) => decisions.filter((each) => each.outcome === outcome).length;
  return {
    composition: releaseComposition(headcountsOf(persons, catalogue), policy),
    decisions: releaseDecisions({ in_pool: of('in_pool'), not_in_pool: of('not_in_pool') }, policy),
  };
}
