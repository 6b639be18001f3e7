import type { Authority } from '@evenhand/kernel';
import {
  AddCriteriaVersion,
  Apply,
  Assess,
  CreateTalentPool,
  Decide,
  DeclareInterest,
  DeclineNomination,
  ListTalentPools,
  Nominate,
  OpenTalentPool,
  PoolMemberRepository,
  RecordAppointment,
  RecordLeaving,
  type TalentPool,
} from '@evenhand/talent';
import type { INestApplicationContext } from '@nestjs/common';
import { onTheWordOf, wordOfAccount, wordOfPerson } from '../service/on-the-word-of';
import { DEMONSTRATION_CRITERIA, DEMONSTRATION_POOL, MADE_DAYS_AGO, type Way } from './pool-story';
import type { ToldClock } from './told-clock';

/** Who acts, where nobody of the pool does. */
export interface PoolPlace {
  readonly programmeId: string;
  /** The account of the member of the talent board. */
  readonly boardAccount: string;
  /** Ids of persons by the reference that the programme has. */
  readonly persons: ReadonlyMap<string, string>;
}

/**
 * Takes people through the pool by the very use cases that the API has, on the word of each of them, as far as that was not
 * done when an earlier start was cut off.
 */
export async function tellPoolStory(
  service: INestApplicationContext,
  clock: ToldClock,
  place: PoolPlace,
  story: readonly Way[],
): Promise<void> {
  const board = wordOfAccount(place.programmeId, place.boardAccount, 'talent_board');
  const pool = await openPool(service, clock, place, board);
  const known = await onTheWordOf(board, () =>
    service.get(PoolMemberRepository).list({ poolId: pool.id }, EVERYBODY),
  );
  const there = new Set(known.items.map(({ personId }) => personId));
  for (const way of story) {
    if (!there.has(place.persons.get(way.reference)!))
      await walk(service, clock, { place, board, pool }, way);
  }
}

const EVERYBODY = { limit: 10_000 };

async function openPool(
  service: INestApplicationContext,
  clock: ToldClock,
  { programmeId }: PoolPlace,
  board: Authority,
): Promise<TalentPool> {
  clock.daysAgo = MADE_DAYS_AGO;
  const pools = await onTheWordOf(board, () =>
    service.get(ListTalentPools).run(board, { programmeId }, EVERYBODY),
  );
  let pool = pools.items.find(({ title }) => title === DEMONSTRATION_POOL.title);
  pool ??= await onTheWordOf(board, () =>
    service.get(CreateTalentPool).run(board, { programmeId, ...DEMONSTRATION_POOL }),
  );
  for (const criteria of DEMONSTRATION_CRITERIA.slice(pool.criteriaVersion)) {
    await onTheWordOf(board, () => service.get(AddCriteriaVersion).run(board, pool.id, criteria));
    clock.daysAgo -= 3;
  }
  return pool.state === 'draft'
    ? onTheWordOf(board, () => service.get(OpenTalentPool).run(board, pool.id))
    : pool;
}

interface Inside {
  readonly place: PoolPlace;
  readonly board: Authority;
  readonly pool: TalentPool;
}

async function walk(
  service: INestApplicationContext,
  clock: ToldClock,
  { place, board, pool }: Inside,
  { reference, nominator, outcome, horizon, words, days }: Way,
): Promise<void> {
  const personId = place.persons.get(reference)!;
  const self = wordOfPerson(place.programmeId, personId, 'aspiring_leader');
  const on = <Result>(day: number, who: Authority, work: () => Promise<Result>): Promise<Result> => {
    clock.daysAgo = day;
    return onTheWordOf(who, work);
  };
  const by =
    nominator === undefined ? self : wordOfPerson(place.programmeId, place.persons.get(nominator)!, 'mentor');
  const { id: memberId } = await on(days.came, by, () =>
    nominator === undefined
      ? service.get(Apply).run(by, pool.id, words)
      : service.get(Nominate).run(by, pool.id, { personId, as: 'mentor', reason: words }),
  );
  const at = { poolId: pool.id, memberId };
  if (outcome === 'nominated') return;
  if (outcome === 'declined') {
    await on(days.interested, self, () => service.get(DeclineNomination).run(self, at, undefined));
    return;
  }
  if (nominator !== undefined) {
    await on(days.interested, self, () => service.get(DeclareInterest).run(self, at));
  }
  if (outcome === 'interested') return;
  const assessment = { horizon, evidence: words };
  await on(days.assessed, board, () => service.get(Assess).run(board, at, assessment));
  if (outcome === 'assessed') return;
  const decided = outcome === 'not_in_pool' ? 'not_in_pool' : 'in_pool';
  const reason =
    decided === 'in_pool' ? 'Meets each of the criteria.' : 'Has yet to work across professions.';
  await on(days.decided, board, () => service.get(Decide).run(board, at, { outcome: decided, reason }));
  if (outcome === 'appointed') {
    await on(days.ended, board, () =>
      service.get(RecordAppointment).run(board, at, 'Deputy head of a service'),
    );
  }
  if (outcome === 'left') {
    await on(days.ended, self, () => service.get(RecordLeaving).run(self, at, undefined));
  }
}
