import { DEFAULT_DISCLOSURE_POLICY, DisclosureSettings } from '@evenhand/disclosure';
import { type Caller, Callers } from '@evenhand/identity';
import { AuditTrail, Clock, Random, Transaction } from '@evenhand/kernel';
import { createLogger, Metrics, NestLogger } from '@evenhand/observability';
import {
  MentorProfileRepository,
  OrganisationRepository,
  PersonRepository,
  ProgrammeRepository,
  WorkforceRepository,
} from '@evenhand/people';
import {
  CriticalPostRepository,
  DecisionReviewRepository,
  type Nominee,
  Nominees,
  PoolDecisionRepository,
  PoolMemberRepository,
  NOTHING_TOLD,
  PoolPublicationRepository,
  ToldOfPools,
  TalentPoolRepository,
} from '@evenhand/talent';
import {
  callerWith,
  InMemoryCriticalPosts,
  InMemoryDecisionReviews,
  InMemoryPoolDecisions,
  InMemoryPoolMembers,
  InMemoryPoolPublications,
  InMemoryTalentPools,
  RememberedTrail,
} from '@evenhand/testing';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { configureServer } from '../../http/configure-server';
import { IdempotencyStore } from '../../http/idempotency-store';
import { RequestCounter } from '../../http/throttling/request-counter';
import { TalentPoolsModule } from './talent-pools.module';

const PROGRAMME = randomUUID();
const [ANN, BOB] = [randomUUID(), randomUUID()];
const CALLERS: Readonly<Record<string, Caller>> = {
  ann: callerWith('aspiring_leader', ANN, PROGRAMME),
  bob: callerWith('mentor', BOB, PROGRAMME),
  board: callerWith('talent_board'),
  coordinator: callerWith('coordinator'),
};

class NamedCallers extends Callers {
  override byToken(token: string): Promise<Caller | undefined> {
    return Promise.resolve(CALLERS[token]);
  }
}

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-10-01T09:00:00Z');
  }
}

class TrueRandom extends Random {
  override uuid(): string {
    return randomUUID();
  }
  override secret(): string {
    return randomUUID();
  }
}

class Directly extends Transaction {
  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

const person = (id: string) => ({
  id,
  programmeId: PROGRAMME,
  name: 'Ann Lee',
  active: true,
  background: { group: 'ahp' },
  posts: [{ stage: '1' }],
});

const PORTS = [
  { provide: Callers, useClass: NamedCallers },
  { provide: Clock, useClass: StandingClock },
  { provide: Random, useClass: TrueRandom },
  { provide: Transaction, useClass: Directly },
  { provide: AuditTrail, useClass: RememberedTrail },
  { provide: TalentPoolRepository, useClass: InMemoryTalentPools },
  { provide: PoolMemberRepository, useClass: InMemoryPoolMembers },
  {
    provide: PoolDecisionRepository,
    inject: [PoolMemberRepository],
    useFactory: (members: PoolMemberRepository) => new InMemoryPoolDecisions(members),
  },
  { provide: PoolPublicationRepository, useClass: InMemoryPoolPublications },
  {
    provide: ToldOfPools,
    useValue: { ofProgramme: () => Promise.resolve(NOTHING_TOLD), mark: () => Promise.resolve('') },
  },
  { provide: CriticalPostRepository, useClass: InMemoryCriticalPosts },
  { provide: DecisionReviewRepository, useClass: InMemoryDecisionReviews },
  { provide: OrganisationRepository, useValue: { ofProgramme: () => Promise.resolve([]) } },
  { provide: MentorProfileRepository, useValue: { byPersonId: () => Promise.resolve(undefined) } },
  { provide: DisclosureSettings, useValue: { policy: DEFAULT_DISCLOSURE_POLICY } },
  { provide: WorkforceRepository, useValue: { read: () => Promise.resolve(new Map([['paramedic', 10]])) } },
  { provide: ProgrammeRepository, useValue: { lock: () => Promise.resolve({ state: 'open' }) } },
  {
    provide: PersonRepository,
    useValue: {
      byIds: (ids: readonly string[]) => Promise.resolve(ids.map(person)),
    },
  },
  {
    provide: Nominees,
    useValue: {
      find: (_: string, nominee: Nominee) =>
        Promise.resolve(
          'personId' in nominee ? nominee.personId : nominee.reference === 'ann-1' ? ANN : undefined,
        ),
    },
  },
  { provide: IdempotencyStore, useValue: {} },
  {
    provide: RequestCounter,
    useValue: { count: () => Promise.resolve({ requests: 1, windowEndsAt: new Date() }) },
  },
];

@Global()
@Module({ providers: PORTS, exports: PORTS.map(({ provide }) => provide) })
class PortsModule {}

@Module({ imports: [PortsModule, TalentPoolsModule] })
class TestModule {}

const logger = createLogger('fatal');
let app: NestExpressApplication;
let server: Server;

beforeAll(async () => {
  const options = { bodyParser: false, logger: new NestLogger(logger), abortOnError: false };
  app = await NestFactory.create<NestExpressApplication>(TestModule, options);
  await configureServer(
    app,
    { trustProxy: 0, requestLimits: { perAddress: 1000, perAccount: 1000, refusedPerAddress: 1000 } },
    { logger, metrics: new Metrics(), problemPage: ({ body }) => body.code },
  );
  await app.listen(0, '127.0.0.1');
  server = app.getHttpServer();
});
afterAll(() => app.close());

/** What a caller is answered. Without a caller it is the public that asks. */
async function ask(
  caller: string | undefined,
  method: 'get' | 'post' | 'patch',
  path: string,
  body?: object,
) {
  let asked = request(server)[method](`/api/v1/${path}`);
  if (caller !== undefined) asked = asked.set('Authorization', `Bearer ${caller}`);
  const answer = await (body === undefined ? asked : asked.send(body));
  return {
    status: answer.status,
    headers: answer.headers as Record<string, string>,
    body: answer.body as Record<string, unknown>,
  };
}

async function idOf(answer: ReturnType<typeof ask>): Promise<string> {
  const { status, body } = await answer;
  expect(status).toBe(201);
  return body['id'] as string;
}

async function aDraft(): Promise<string> {
  const wanted = {
    programmeId: PROGRAMME,
    title: 'Heads',
    purpose: 'To lead.',
    waysIn: ['nominated', 'applied'],
  };
  return idOf(ask('board', 'post', 'talent-pools', wanted));
}

async function opened(id: string): Promise<string> {
  const criteria = { criteria: [{ code: 'leads', sentence: 'Has led a team.' }], reason: 'First.' };
  expect((await ask('board', 'post', `talent-pools/${id}/criteria`, criteria)).status).toBe(201);
  expect((await ask('board', 'post', `talent-pools/${id}/open`)).status).toBe(200);
  return id;
}

async function anOpenPool(): Promise<string> {
  return opened(await aDraft());
}

const nomination = { nomination: { personId: ANN, as: 'mentor' }, reason: 'Led the winter plan.' };

describe('/talent-pools', () => {
  it('are edited with If-Match while they are drafts', async () => {
    const id = await aDraft();
    const read = await ask('board', 'get', `talent-pools/${id}`);
    expect(read.headers['etag']).toBe('"v1"');
    const change = (version: string) =>
      request(server)
        .patch(`/api/v1/talent-pools/${id}`)
        .set('Authorization', 'Bearer board')
        .set('If-Match', version)
        .send({ title: 'Heads of service' });
    expect((await change('"v1"')).body).toMatchObject({ title: 'Heads of service', version: 2 });
    expect((await change('"v1"')).status).toBe(412);
    await opened(id);
    expect(await change('"v4"')).toMatchObject({ status: 409, body: { code: 'talent-pool.cannot-change' } });
  });

  it('refuse what cannot be a pool, and say where', async () => {
    const wrong = { programmeId: 'x', title: '', purpose: 'P', waysIn: ['asked'], secret: true };
    const { status, body } = await ask('board', 'post', 'talent-pools', wrong);
    expect(status).toBe(400);
    expect((body['problems'] as { where: string }[]).map(({ where }) => where).sort()).toEqual([
      'body.programmeId',
      'body.secret',
      'body.title',
      'body.waysIn[0]',
    ]);
  });

  it('take a nominated person in by their own word and the decision of the board', async () => {
    const pool = `talent-pools/${await anOpenPool()}`;
    const nominated = await ask('bob', 'post', `${pool}/members`, nomination);
    expect(nominated).toMatchObject({
      status: 201,
      body: { state: 'nominated' },
    });
    // As whom, and nothing else of the caller.
    expect(nominated.body['nomination']).toEqual({ as: 'mentor', by: { role: 'mentor', personId: BOB } });
    const member = `${pool}/members/${nominated.body['id'] as string}`;
    expect(nominated.headers['location']).toBe(`/api/v1/${member}`);

    expect((await ask('board', 'get', member)).status).toBe(404);
    expect((await ask('coordinator', 'get', member)).status).toBe(200);
    expect((await ask('bob', 'post', `${member}/interest`)).status).toBe(404);
    expect((await ask('board', 'post', `${member}/interest`)).status).toBe(403);
    expect((await ask('ann', 'post', `${member}/interest`)).body).toMatchObject({ state: 'interested' });

    const readiness = { horizon: '1-3', evidence: 'Led the move of a ward.' };
    expect((await ask('bob', 'post', `${member}/assessment`, readiness)).status).toBe(403);
    expect((await ask('board', 'post', `${member}/assessment`, readiness)).body).toMatchObject({
      state: 'assessed',
      assessment: { ...readiness, criteriaVersion: 1 },
    });
    const verdict = { memberId: nominated.body['id'], outcome: 'in_pool', reason: 'Meets it.' };
    const decision = (await ask('board', 'post', `${pool}/decisions`, verdict)).body;
    expect(decision).toMatchObject({ outcome: 'in_pool', criteriaVersion: 1 });
    expect(decision['decider']).toEqual({ role: 'talent_board' });
    expect((await ask('board', 'post', `${pool}/decisions`, verdict)).body).toMatchObject({
      code: 'talent-pool-member.cannot-take-in',
    });
    expect((await ask('ann', 'get', `${pool}/decisions`)).body['items']).toHaveLength(1);
    expect((await ask('bob', 'get', `${pool}/decisions`)).body['items']).toHaveLength(0);
    const groups = (await ask('board', 'get', `${pool}/composition`)).body['groups'];
    expect(groups).toContainEqual({ code: 'ahp', counts: { interested: 0, assessed: 0, inPool: 1 } });
    expect((await ask('ann', 'get', `${pool}/composition`)).status).toBe(403);
    expect(
      (await ask('board', 'post', `${member}/appointment`, { post: 'Head of ward' })).body,
    ).toMatchObject({
      state: 'appointed',
    });
  });

  it('are applied to by the person themselves, who may leave again', async () => {
    const pool = `talent-pools/${await anOpenPool()}`;
    expect((await ask('board', 'post', `${pool}/members`, { reason: 'Me.' })).status).toBe(403);
    expect((await ask('ann', 'post', `${pool}/members`, { ...nomination })).status).toBe(403);
    const id = await idOf(ask('ann', 'post', `${pool}/members`, { reason: 'I lead a ward.' }));
    expect((await ask('ann', 'post', `${pool}/members`, { reason: 'Again.' })).status).toBe(409);
    expect((await ask('bob', 'get', `${pool}/members`)).body['items']).toHaveLength(0);
    expect((await ask('board', 'get', `${pool}/members?state=interested`)).body['items']).toHaveLength(1);
    expect((await ask('bob', 'post', `${pool}/members/${id}/leaving`, {})).status).toBe(404);
    expect((await ask('ann', 'post', `${pool}/members/${id}/leaving`, {})).body).toMatchObject({
      state: 'left',
    });
  });

  it('show who somebody is to coordinators at once, to the board by their word, and to nominators not at all', async () => {
    const pool = `talent-pools/${await anOpenPool()}`;
    const byReference = { nomination: { reference: 'ann-1', as: 'mentor' }, reason: 'Led the winter plan.' };
    const nominated = await ask('bob', 'post', `${pool}/members`, byReference);
    expect(nominated).toMatchObject({ status: 201, body: { personId: ANN, state: 'nominated' } });
    expect(nominated.body).not.toHaveProperty('card');
    const member = `${pool}/members/${nominated.body['id'] as string}`;
    const card = { name: 'Ann Lee', group: 'ahp', stage: '1' };
    const cardsIn = async (caller: string) =>
      ((await ask(caller, 'get', `${pool}/members`)).body['items'] as { card?: object }[]).map(
        (shown) => shown.card,
      );

    expect(await cardsIn('coordinator')).toEqual([card]);
    expect(await cardsIn('board')).toEqual([]);
    await ask('ann', 'post', `${member}/interest`);
    expect(await cardsIn('board')).toEqual([card]);
    expect((await ask('board', 'get', member)).body['card']).toEqual(card);
    const readiness = { horizon: '1-3', evidence: 'Led the move of a ward.' };
    expect((await ask('board', 'post', `${member}/assessment`, readiness)).body['card']).toEqual(card);
    expect(await cardsIn('ann')).toEqual([undefined]);
    expect((await ask('board', 'post', `${member}/leaving`, {})).body).not.toHaveProperty('card');
  });

  it('are nominated for by mentors alone, who read again what they said and not what came of it', async () => {
    const pool = `talent-pools/${await anOpenPool()}`;
    for (const caller of ['board', 'coordinator']) {
      expect((await ask(caller, 'post', `${pool}/members`, nomination)).status).toBe(403);
      expect((await ask(caller, 'get', `${pool}/nominations`)).status).toBe(403);
    }
    const id = await idOf(ask('bob', 'post', `${pool}/members`, nomination));
    await ask('ann', 'post', `${pool}/members/${id}/decline`, { note: 'Not with them.' });
    expect((await ask('bob', 'get', `${pool}/nominations`)).body['items']).toEqual([
      { id, personId: ANN, as: 'mentor', reason: nomination.reason, nominatedAt: '2026-10-01T09:00:00.000Z' },
    ]);
    expect((await ask('bob', 'get', `${pool}/members/${id}`)).status).toBe(404);
  });

  it.each([{}, { personId: ANN, reference: 'ann-1' }])('refuse %j as a nominee', async (nominee) => {
    const pool = `talent-pools/${await anOpenPool()}`;
    const body = { nomination: { ...nominee, as: 'mentor' }, reason: 'Led the winter plan.' };
    const { status, body: problem } = await ask('bob', 'post', `${pool}/members`, body);
    expect(status).toBe(422);
    expect(JSON.stringify(problem)).toContain('give either the personId or the reference of the person');
  });

  it('let a nominated person decline', async () => {
    const pool = `talent-pools/${await anOpenPool()}`;
    const id = await idOf(ask('bob', 'post', `${pool}/members`, nomination));
    expect(
      (await ask('ann', 'post', `${pool}/members/${id}/decline`, { note: 'Not now.' })).body,
    ).toMatchObject({
      state: 'declined',
      ending: { note: 'Not now.' },
    });
  });
});

describe('/transparency/talent-pools', () => {
  it('tell everybody the criteria, and no small count', async () => {
    const id = await anOpenPool();
    await ask('ann', 'post', `talent-pools/${id}/members`, { reason: 'I lead a ward.' });
    expect((await ask('board', 'post', `talent-pools/${id}/close`)).body).toMatchObject({ state: 'closed' });
    const listed = (await ask(undefined, 'get', 'transparency/talent-pools')).body['items'];
    expect(listed).toContainEqual(expect.objectContaining({ id, state: 'closed' }));
    const { status, body } = await ask(undefined, 'get', `transparency/talent-pools/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      waysIn: ['nominated', 'applied'],
      criteria: [{ number: 1, criteria: [{ code: 'leads' }], from: '2026-10-01T09:00:00.000Z' }],
      composition: { members: null },
      decisions: { decisions: null },
    });
    expect(body).not.toHaveProperty('asOf');
    const { groups, stages } = body['composition'] as Record<string, Record<string, unknown>[]>;
    expect([...groups!, ...stages!]).toEqual(
      [...groups!, ...stages!].map(({ code }) => ({ code, members: null, share: null })),
    );
    expect(JSON.stringify(body)).not.toContain(ANN);
  });

  it('have nothing to tell of a draft', async () => {
    const wanted = { programmeId: PROGRAMME, title: 'Draft', purpose: 'P.', waysIn: ['applied'] };
    const id = await idOf(ask('board', 'post', 'talent-pools', wanted));
    expect((await ask(undefined, 'get', `transparency/talent-pools/${id}`)).status).toBe(404);
    expect((await ask(undefined, 'get', `talent-pools/${id}`)).status).toBe(401);
  });
});
