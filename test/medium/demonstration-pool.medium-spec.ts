import { DisclosureModule, HostModule } from '@evenhand/config';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Authority } from '@evenhand/kernel';
import { PersistenceModule, RowReach } from '@evenhand/persistence';
import {
  ListTransparentPools,
  MEMBER_STATES,
  PoolDecisionRepository,
  PoolMemberRepository,
  PublishPoolCounts,
  ReadTransparentPool,
  TalentModule,
} from '@evenhand/talent';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { DEMONSTRATION_POOL, poolStory } from '../../apps/embedded/src/pool/pool-story';
import { tellPoolStory } from '../../apps/embedded/src/pool/tell-pool-story';
import { ToldClock, ToldTimeModule } from '../../apps/embedded/src/pool/told-clock';
import { programOptionsOf, useMatchingDatabase } from './matching-database';

const kept = useMatchingDatabase();
const clock = new ToldClock();
let teller: INestApplicationContext;
let service: INestApplicationContext;

beforeAll(async () => {
  const persistence = PersistenceModule.forRoot(programOptionsOf(kept.url));
  const disclosure = DisclosureModule.forRoot(DEFAULT_DISCLOSURE_POLICY);
  @Module({ imports: [persistence, ToldTimeModule.by(clock), disclosure, TalentModule] })
  class Told {}
  const own = PersistenceModule.forRoot(programOptionsOf(kept.url));
  @Module({ imports: [own, HostModule, disclosure, TalentModule] })
  class Now {}
  const open = (one: Type) =>
    NestFactory.createApplicationContext(one, { logger: false, abortOnError: false });
  teller = await open(Told);
  service = await open(Now);
});
afterAll(() => Promise.all([teller.close(), service.close()]));

describe('The talent pool of the demonstration', () => {
  it('is gone on with where it was cut off, comes to every state, and is published at once', async () => {
    const ids = await kept.people(88);
    const persons = new Map(ids.map((id, at) => [`p${at}`, id]));
    const place = { programmeId: kept.programmeId, boardAccount: randomUUID(), persons };
    const references = [...persons.keys()];
    const story = poolStory(references.slice(0, 80), references.slice(80));
    const tell = (part: typeof story) => tellPoolStory(teller, clock, place, part);
    await tell(story.slice(0, 7));
    await tell(story);
    await tell(story);

    const all = Authority.ofProgram('test');
    const { items } = await service.get(ListTransparentPools).run({ limit: 10 });
    expect(items).toMatchObject([{ title: DEMONSTRATION_POOL.title, state: 'open' }]);
    const poolId = items[0]!.id;
    const members = await service.get(PoolMemberRepository).inStates(poolId, MEMBER_STATES);
    expect(members).toHaveLength(story.length);
    expect(new Set(members.map(({ state }) => state))).toEqual(new Set(MEMBER_STATES));
    const decisions = await service.get(PoolDecisionRepository).ofPool(poolId);
    expect(new Set(decisions.map(({ deciderAccountId }) => deciderAccountId))).toEqual(
      new Set([place.boardAccount]),
    );
    await RowReach.ALL.run(() => service.get(PublishPoolCounts).run(all));
    const { asOf, composition } = await service.get(ReadTransparentPool).run(poolId);
    expect(asOf).toBeInstanceOf(Date);
    expect(composition.members).toBeGreaterThanOrEqual(10);
  });
});
