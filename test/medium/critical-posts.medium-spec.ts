import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { DisclosureModule, HostModule } from '@evenhand/config';
import { Authority, Transaction } from '@evenhand/kernel';
import { OrganisationRepository } from '@evenhand/people';
import { PersistenceModule } from '@evenhand/persistence';
import {
  AddCriteriaVersion,
  Apply,
  AskForDecisionReview,
  Assess,
  ChangeCriticalPost,
  CreateTalentPool,
  type CriticalPost,
  CriticalPostRepository,
  Decide,
  type DecisionOutcome,
  DecisionReviewRepository,
  FillCriticalPost,
  ListCriticalPosts,
  ListDecisionReviews,
  OpenCriticalPost,
  OpenTalentPool,
  ReadCover,
  ReadCriteriaMet,
  ReadPoolMember,
  SettleDecisionReview,
  TalentModule,
} from '@evenhand/talent';
import { authorityIn, authorityOfPerson } from '@evenhand/testing';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { outcomesOf, programOptionsOf, useMatchingDatabase } from './matching-database';

const kept = useMatchingDatabase();
const board = () => authorityIn(kept.programmeId, 'talent_board');
const anotherOfTheBoard = () => {
  const { programmeId } = kept;
  return new Authority({ kind: 'account', id: randomUUID(), persons: [] }, [
    { role: 'talent_board', programmeId },
  ]);
};
const own = (personId: string) => authorityOfPerson(personId, kept.programmeId);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;
let service: INestApplicationContext;
let organisationId: string;

beforeAll(async () => {
  @Module({
    imports: [
      PersistenceModule.forRoot(programOptionsOf(kept.url)),
      HostModule,
      DisclosureModule.forRoot(DEFAULT_DISCLOSURE_POLICY),
      TalentModule,
    ],
  })
  class Talent {}
  service = await NestFactory.createApplicationContext(Talent, { logger: false, abortOnError: false });
  await kept.people(1);
  organisationId = (await service.get(OrganisationRepository).ofProgramme(kept.programmeId))[0]!.id;
});
afterAll(() => service.close());

async function aPool(): Promise<string> {
  const { id } = await service.get(CreateTalentPool).run(board(), {
    ...{ programmeId: kept.programmeId, title: 'Heads of service', purpose: 'To lead a service.' },
    waysIn: ['applied'],
  });
  const criteria = [
    { code: 'leads', sentence: 'Leads at this level.', rule: [{ asks: 'readiness', horizon: '1-3' }] },
  ];
  await service.get(AddCriteriaVersion).run(board(), id, { criteria, reason: 'First.' });
  await service.get(OpenTalentPool).run(board(), id);
  return id;
}

async function decidedOn(poolId: string, outcome: DecisionOutcome) {
  const [personId] = (await kept.people(1)) as [string];
  const { id: memberId } = await service.get(Apply).run(own(personId), poolId, 'I lead a ward.');
  const at = { poolId, memberId };
  const potential = { dimension: 'potential', level: 3, evidence: 'Took over a second team.' } as const;
  await service
    .get(Assess)
    .run(board(), at, { horizon: '0-1', evidence: 'Led a ward.', dimensions: [potential] });
  const decision = await service.get(Decide).run(board(), at, { outcome, reason: 'By the criteria.' });
  return { personId, memberId, decision, at };
}

function aPost(parts: Partial<CriticalPost> = {}): Promise<CriticalPost> {
  return service.get(OpenCriticalPost).run(board(), {
    ...{ programmeId: kept.programmeId, organisationId, region: 'london', title: 'Head of therapies' },
    ...{ stage: '3', roleProfile: [{ code: 'runs', sentence: 'Has run a service.' }], neededAt: '1-3' },
    ...parts,
  });
}

describe('critical posts in PostgreSQL', () => {
  it('come back as they were kept, open, filled and closed', async () => {
    const posts = service.get(CriticalPostRepository);
    const poolId = await aPool();
    const reserved = { profession: 'adult_nurse', professionReason: 'The regulations on boards.' };
    const post = await aPost({ ...reserved, grade: 'afc_9', poolId });
    expect(await posts.byId(post.id)).toEqual(post);
    const { memberId } = await decidedOn(poolId, 'in_pool');
    const { post: filled } = await service.get(FillCriticalPost).run(board(), post.id, memberId);
    expect(filled).toMatchObject({ state: 'filled', filled: { fromPool: true, memberId }, version: 2 });
    expect(await posts.byId(post.id)).toEqual(filled);
    expect(await posts.ofPool(poolId)).toEqual([filled]);
    const { id: unfilled } = await aPost();
    const { post: outside } = await service.get(FillCriticalPost).run(board(), unfilled, undefined);
    expect((await posts.listOf(kept.programmeId)).map(({ id }) => id)).toContain(outside.id);
    expect((await posts.byId(outside.id))!.filled).toEqual(outside.filled);
  });

  it('are filled once, however many fill at once, and appoint one person', async () => {
    const poolId = await aPool();
    const post = await aPost({ poolId });
    const members = [await decidedOn(poolId, 'in_pool'), await decidedOn(poolId, 'in_pool')];
    const { succeeded, errors } = await outcomesOf(
      members.map(({ memberId }) => service.get(FillCriticalPost).run(board(), post.id, memberId)),
    );
    expect([succeeded, errors]).toEqual([1, [refused('critical-post.not-open')]]);
    const states = [];
    for (const { at } of members) states.push((await service.get(ReadPoolMember).run(board(), at)).state);
    expect(states.sort()).toEqual(['appointed', 'in_pool']);
  });

  it('are changed only by whoever read the latest version', async () => {
    const { id, ...details } = await aPost();
    await service.get(ChangeCriticalPost).run(board(), id, 1, { ...details, neededAt: 'now' });
    await expect(service.get(ChangeCriticalPost).run(board(), id, 1, details)).rejects.toThrow(
      refused('version.stale'),
    );
    const posts = service.get(CriticalPostRepository);
    await expect(posts.save({ ...(await posts.byId(id))!, version: 1 })).rejects.toThrow(
      refused('version.stale'),
    );
  });

  it('are listed page by page, by state and by whether they name a profession', async () => {
    const reserved = { profession: 'adult_nurse', professionReason: 'The regulations on boards.' };
    const made = [await aPost(reserved), await aPost(reserved), await aPost()];
    const list = service.get(ListCriticalPosts);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list.run(
        board(),
        { states: ['open'], namesProfession: true },
        { limit: 1, ...(after === undefined ? {} : { after }) },
      );
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(seen.slice(0, 2)).toEqual([made[1]!.id, made[0]!.id]);
    expect(seen).not.toContain(made[2]!.id);
    expect((await list.run(authorityIn(randomUUID()), {}, { limit: 9 })).items).toEqual([]);
  });

  it.each([
    ['critical_post_profession', `profession = 'adult_nurse'`],
    ['critical_post_filled', `state = 'filled', filled_at = now()`],
    ['critical_post_closed', `state = 'closed'`],
    ['critical_post_from_pool', `state = 'filled', filled_at = now(), from_pool = true, pool_id = null`],
  ])('are held to %s by the database itself', async (constraint, change) => {
    const { id } = await aPost();
    await expect(
      kept.database.query(`update critical_post set ${change} where id = $1`, [id]),
    ).rejects.toThrow(constraint);
  });

  it('still say that the pool was used once the member is erased', async () => {
    const poolId = await aPool();
    const { id } = await aPost({ poolId });
    const { memberId } = await decidedOn(poolId, 'in_pool');
    await service.get(FillCriticalPost).run(board(), id, memberId);
    await kept.database.query('delete from talent_pool_member where id = $1', [memberId]);
    const { filled } = (await service.get(CriticalPostRepository).byId(id))!;
    expect(filled).toMatchObject({ fromPool: true });
    expect(filled).not.toHaveProperty('memberId');
  });

  it('are covered by the members of their pools', async () => {
    const poolId = await aPool();
    const { id } = await aPost({ poolId });
    await decidedOn(poolId, 'in_pool');
    await decidedOn(poolId, 'not_in_pool');
    const { posts } = await service.get(ReadCover).run(board(), kept.programmeId);
    expect(posts.find(({ post }) => post.id === id)).toMatchObject({ ready: 1, postsOfPool: 1 });
  });
});

describe('what is known of a member in PostgreSQL', () => {
  it('comes back with its dimensions, and is held against the rules', async () => {
    const poolId = await aPool();
    const { at, personId } = await decidedOn(poolId, 'in_pool');
    const { assessment } = await service.get(ReadPoolMember).run(own(personId), at);
    expect(assessment!.dimensions).toEqual([
      { dimension: 'potential', level: 3, evidence: 'Took over a second team.' },
    ]);
    expect(await service.get(ReadCriteriaMet).run(own(personId), at)).toMatchObject({
      criteriaVersion: 1,
      findings: [{ code: 'leads', finding: 'met' }],
    });
  });
});

describe('reviews of decisions in PostgreSQL', () => {
  it('come back as they were kept, and are asked for once at a time', async () => {
    const { personId, decision } = await decidedOn(await aPool(), 'not_in_pool');
    const wanted = { poolId: decision.poolId, decisionId: decision.id };
    const { succeeded, errors } = await outcomesOf(
      Array.from({ length: 4 }, () => service.get(AskForDecisionReview).run(own(personId), wanted)),
    );
    expect(succeeded).toBe(1);
    expect(errors).toEqual(Array.from({ length: 3 }, () => refused('pool-decision-review.exists')));

    const list = service.get(ListDecisionReviews);
    const [review] = (await list.run(own(personId), {}, { limit: 9 })).items;
    const changed = { outcome: 'changed', finding: 'The second team was not looked at.' } as const;
    await expect(service.get(SettleDecisionReview).run(board(), review!.id, changed)).rejects.toThrow(
      refused('pool-decision-review.own-decision'),
    );
    const settled = await service.get(SettleDecisionReview).run(anotherOfTheBoard(), review!.id, changed);
    const reviews = service.get(DecisionReviewRepository);
    expect(await service.get(Transaction).run(() => reviews.lock(review!.id))).toEqual(settled);
    const again = { poolId: decision.poolId, memberId: settled.newMemberId! };
    expect(await service.get(ReadPoolMember).run(own(personId), again)).toMatchObject({
      state: 'interested',
    });
    const shown = await list.run(board(), { state: 'changed' }, { limit: 200 });
    expect(shown.items).toContainEqual(settled);
    await expect(reviews.save({ ...settled, version: 1 })).rejects.toThrow(refused('version.stale'));
  });

  it('name a new membership only where something was changed', async () => {
    const { personId, decision, memberId } = await decidedOn(await aPool(), 'not_in_pool');
    await service
      .get(AskForDecisionReview)
      .run(own(personId), { poolId: decision.poolId, decisionId: decision.id });
    await expect(
      kept.database.query('update pool_decision_review set new_member_id = $1 where decision_id = $2', [
        memberId,
        decision.id,
      ]),
    ).rejects.toThrow('pool_decision_review_changed');
  });
});
