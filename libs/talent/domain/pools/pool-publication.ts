import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { RegisteredPerson } from '@evenhand/people';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { changedStandings, type PoolHistory, standingsOf, type StoodThen } from './pool-standing';
import { type ReleasedPool, releasePool, withheldPool } from './released-pool';
import { NO_TIMES, type ReleasedTimes, releaseTimes, type Waited } from './released-times';
import { changedInPool, POOL_FIGURES } from './pool-figures';
import type { Elsewhere } from './pool-over-time';
import { type PlanOnPools, policiesOf, type ReportOnPools } from './told-elsewhere';
import { fewestSince, figuresAfter, isRipe, NO_FIGURES, type PublishedPool } from './told-figures';

/**
 * The counts of a pool as everybody may read them. Once it is there it never changes: whoever could compare the pool
 * before and after one person came would know of that person.
 */
export interface PoolPublication extends PublishedPool {
  /** Midnight (UTC): who came or went and what was decided later is not in it. */
  readonly asOf: Date;
  readonly times: ReleasedTimes;
}

/** What everybody is told of a pool. */
export type ToldPool = ReleasedPool & Pick<PoolPublication, 'times' | 'toldBy'>;

const DAY = 24 * 60 * 60 * 1000;

type Catalogue = Pick<CatalogueContent, 'professionalGroups' | 'stages'>;

/** What everybody is told while nothing is published: that every count is withheld. @param policy by which it will be told */
export function nothingPublished(catalogue: Catalogue, policy: DisclosurePolicy): ToldPool {
  return { ...withheldPool(catalogue), times: NO_TIMES, toldBy: { policy } };
}

/**
 * Until when a publication that is made now may count. Not until now: whoever asked every minute would see the very
 * moment at which the tenth person came, and by that how many they are altogether. A day may bring any number.
 */
export function lastMidnight(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY);
}

/**
 * Whether a publication may be due: whether as many people as the smallest count told stand elsewhere than at the last one,
 * those who took up a post from outside among them, and as many of one figure since that was told. By which policies it was
 * told before is looked at when it is made. Somebody who comes and goes again,
 * however often, has changed nothing.
 */
export function isDue(
  history: PoolHistory,
  last: PoolPublication | undefined,
  asOf: Date,
  policy: DisclosurePolicy,
): boolean {
  const stoodAt = standingsOf(history);
  const before = last === undefined ? [] : stoodAt(last.asOf);
  return (
    changedStandings(before, stoodAt(asOf)) >= policy.smallest &&
    POOL_FIGURES.some((figure) =>
      isRipe(figure, stoodAt, last?.figures ?? NO_FIGURES, asOf, () => policy.smallest),
    )
  );
}

/** What was told of a pool before it is published. */
export interface ToldBefore {
  /** All its publications, the oldest first. */
  readonly earlier: readonly PoolPublication[];
  /** What else tells of the same people. */
  readonly elsewhere?: Elsewhere;
}

/**
 * What may be published of a pool: its people and decisions as of a moment, the members' groups and stages as they are
 * when it is made, since former ones are not kept. A figure of which too few people changed stands as it was told
 * before. Undefined where nothing would be told anew: that a publication is there must not tell of what it withholds.
 *
 * @param persons at least all who were in the pool at that moment
 */
export async function publicationOf(
  history: PoolHistory,
  persons: readonly RegisteredPerson[],
  catalogue: Catalogue,
  { earlier, elsewhere = {} }: ToldBefore,
  asOf: Date,
  policy: DisclosurePolicy,
): Promise<PoolPublication | undefined> {
  const stoodAt = standingsOf(history);
  const fresh = await releasePool(stoodAt(asOf), persons, catalogue, policy);
  const beside = ofTheSamePeople(elsewhere, stoodAt, asOf, policy);
  const told = await figuresAfter(earlier, fresh, stoodAt, asOf, policy, beside);
  if (told === undefined) return undefined;
  const { anew, ...figures } = told;
  const before = earlier.at(-1)?.times ?? NO_TIMES;
  const fewest = fewestSince(earlier, policy)(before.until ?? asOf.toISOString());
  // That there were so many decisions says nothing beside a figure that as many were made for, or may have been.
  const isSaid = (['members', 'takenIn', 'turnedDown'] as const).some((figure) => anew.has(figure));
  return { ...figures, times: isSaid ? releaseTimes(waitedIn(history), before, asOf, fewest) : before };
}

/**
 * What tells of people of whom few have come to the pool or gone on since they were counted: a reader may take them for the
 * same people. What was counted of so many others says nothing of these. Where policies differ it is the larger number of both.
 */
function ofTheSamePeople(
  { otherPools = [], reports = [], plans = [] }: Elsewhere,
  stoodAt: (moment: Date) => readonly StoodThen[],
  asOf: Date,
  { smallest }: DisclosurePolicy,
): Elsewhere {
  const isOfTheSame = (counted: ReportOnPools | PlanOnPools) =>
    changedInPool(stoodAt, counted.countedAt, asOf) <
    Math.max(smallest, ...policiesOf(counted).map((policy) => policy.smallest));
  return { otherPools, reports: reports.filter(isOfTheSame), plans: plans.filter(isOfTheSame) };
}

/** From the day on which each said that they want to be considered until it was decided; of those who are erased it is not known. */
function waitedIn({ members, decisions }: PoolHistory): Waited[] {
  const declaredAt = new Map(members.map(({ id, interestDeclaredAt }) => [id, interestDeclaredAt]));
  return decisions.flatMap(({ memberId = '', decidedAt }) => {
    const since = declaredAt.get(memberId);
    return since === undefined ? [] : [{ days: (decidedAt.getTime() - since.getTime()) / DAY, decidedAt }];
  });
}
