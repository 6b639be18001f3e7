import { type Caller, Callers, type Role } from '@evenhand/identity';
import { createLogger, Metrics, NestLogger } from '@evenhand/observability';
import { PeopleInMemory } from '@evenhand/testing';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import request from 'supertest';
import { configureServer } from '../http/configure-server';
import { callerWith } from '@evenhand/testing';
import { IdempotencyStore } from '../http/idempotency-store';
import { RequestCounter } from '../http/throttling/request-counter';
import { PeopleApiModule } from './people-api.module';

/** `coordinator`, or `mentor.<id of a person>`; `glass.<id of a person>` for an admin who sees that person for a while. */
class NamedCallers extends Callers {
  override byToken(token: string): Promise<Caller | undefined> {
    const [name, personId] = token.split('.') as [Role | 'glass', string?];
    if (name !== 'glass') {
      return Promise.resolve(callerWith(name, personId));
    }
    const admin = callerWith('platform_admin');
    const glass = { role: 'platform_admin', personId: personId!, through: 'break_glass' } as const;
    return Promise.resolve({ ...admin, roles: [...admin.roles, glass] });
  }
}

const SHELL = [
  { provide: Callers, useClass: NamedCallers },
  { provide: IdempotencyStore, useValue: {} },
  {
    provide: RequestCounter,
    useValue: { count: () => Promise.resolve({ requests: 1, windowEndsAt: new Date() }) },
  },
];

@Module({})
class TestModule {}

const logger = createLogger('fatal');
let app: NestExpressApplication;
let server: Server;

beforeEach(async () => {
  app = await NestFactory.create<NestExpressApplication>(
    {
      module: TestModule,
      imports: [new PeopleInMemory().ports, PeopleApiModule],
      providers: SHELL,
    },
    { bodyParser: false, logger: new NestLogger(logger), abortOnError: false },
  );
  await configureServer(
    app,
    { trustProxy: 0, requestLimits: { perAddress: 1000, perAccount: 1000, refusedPerAddress: 1000 } },
    { logger, metrics: new Metrics(), problemPage: ({ body }) => body.code },
  );
  await app.listen(0, '127.0.0.1');
  server = app.getHttpServer();
});

afterEach(() => app.close());

type Method = 'get' | 'post' | 'put' | 'patch';

/** What a caller is answered; the version stands in If-Match. */
async function ask(caller: string, method: Method, path: string, body?: object, version?: number) {
  let asked = request(server)[method](`/api/v1/${path}`).set('Authorization', `Bearer ${caller}`);
  if (version !== undefined) asked = asked.set('If-Match', `"v${version}"`);
  const answer = await (body === undefined ? asked : asked.send(body));
  return {
    status: answer.status,
    headers: answer.headers as Record<string, string | undefined>,
    body: answer.body as Record<string, unknown> & { id: string },
  };
}

const coordinator = (method: Method, path: string, body?: object, version?: number) =>
  ask('coordinator', method, path, body, version);

async function aProgramme(): Promise<string> {
  return (await coordinator('post', 'programmes', { name: 'Leaders of the North' })).body.id;
}

async function aPerson(programmeId: string, more: object = {}): Promise<string> {
  const organisation = await coordinator('post', 'organisations', {
    programmeId,
    name: `Trust ${Object.keys(more).length}`,
  });
  const { status, body } = await coordinator('post', 'people', {
    programmeId,
    reference: 'p1',
    background: { profession: 'adult_nurse' },
    posts: [{ organisationId: organisation.body.id, region: 'london', stage: '1' }],
    consent: true,
    active: true,
    ...more,
  });
  expect(status).toBe(201);
  return body.id;
}

const GAPS = { gaps: [{ topic: 'SE-1.1' }] };
const MENTEES = 'id,organisation,region,profession,stage,gaps\nm1,Northfield,london,adult_nurse,1,SE-1.1\n';
const MENTORS = 'id,organisation,region,profession,stage,strengths,capacity\n';

describe('/programmes', () => {
  it('are made, read, listed and changed', async () => {
    const made = await coordinator('post', 'programmes', { name: 'Leaders of the North' });
    expect(made.status).toBe(201);
    expect(made.headers).toMatchObject({ etag: '"v1"', location: `/api/v1/programmes/${made.body.id}` });
    const path = `programmes/${made.body.id}`;
    expect((await ask('mentor', 'get', path)).body).toEqual(made.body);
    expect((await ask('mentor', 'get', 'programmes')).body).toEqual({ items: [made.body] });
    expect((await coordinator('patch', path, { state: 'closed' })).status).toBe(428);
    const closed = await coordinator('patch', path, { state: 'closed' }, 1);
    expect(closed).toMatchObject({ status: 200, headers: { etag: '"v2"' }, body: { state: 'closed' } });
    expect((await coordinator('patch', path, { name: 'Late' }, 1)).status).toBe(412);
    const shut = await coordinator('post', 'organisations', {
      programmeId: made.body.id,
      name: 'Northfield',
    });
    expect(shut).toMatchObject({ status: 409, body: { code: 'programme.closed' } });
  });

  it('have headcounts, which a mentor may not see', async () => {
    const path = `programmes/${await aProgramme()}/workforce`;
    const workforce = { headcounts: [{ profession: 'adult_nurse', headcount: 40 }] };
    expect((await coordinator('put', path, workforce)).body).toEqual(workforce);
    expect((await ask('hr_auditor', 'get', path)).body).toEqual(workforce);
    expect((await ask('mentor', 'get', path)).status).toBe(403);
  });
});

describe('/people', () => {
  it('are registered, read, listed and replaced', async () => {
    const programmeId = await aProgramme();
    const id = await aPerson(programmeId);
    const read = await coordinator('get', `people/${id}`);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"v1"' } });
    const listed = await coordinator('get', `people?programme=${programmeId}`);
    expect(listed.body).toEqual({ items: [read.body] });
    const { id: _, programmeId: __, version, background, ...said } = read.body;
    const whole = { ...said, background: { profession: 'adult_nurse' }, name: 'Ana' };
    const changed = await coordinator('put', `people/${id}`, whole, version as number);
    expect(changed).toMatchObject({ status: 200, body: { ...said, background, name: 'Ana', version: 2 } });
  });

  it('are refused with every fault: of the shape first, then of what is said', async () => {
    const programmeId = await aProgramme();
    const shape = await coordinator('post', 'people', { programmeId, reference: 'p 1', secret: 1 });
    expect(shape.status).toBe(400);
    const said = {
      programmeId,
      reference: 'p1',
      background: { profession: 'astronaut' },
      posts: [{ organisationId: programmeId, region: 'london', stage: '9' }],
      ...{ consent: true, active: true },
    };
    const { status, body } = await coordinator('post', 'people', said);
    expect(status).toBe(422);
    expect((body['problems'] as { what: string }[]).map(({ what }) => what.split(':')[0])).toEqual([
      'background.profession',
      'posts[0].stage',
      'posts[0].organisationId',
    ]);
  });

  it('see themselves and, of anybody else, as much as of nobody', async () => {
    const programmeId = await aProgramme();
    const id = await aPerson(programmeId);
    const other = await aPerson(programmeId, { reference: 'p2' });
    const me = await ask(`mentor.${id}`, 'get', 'me');
    expect(me.body).toMatchObject({ people: [{ id }] });
    expect((await ask('talent_board', 'get', 'me')).body).toMatchObject({
      roles: [{ role: 'talent_board' }],
      people: [],
    });
    expect((await ask(`mentor.${id}`, 'get', `people/${id}`)).status).toBe(200);
    const hidden = await ask(`mentor.${id}`, 'get', `people/${other}`);
    const missing = await ask(`mentor.${id}`, 'get', `people/${programmeId}`);
    expect(hidden.status).toBe(404);
    expect({ ...hidden.body, detail: '', instance: '' }).toEqual({
      ...missing.body,
      detail: '',
      instance: '',
    });
    expect((await ask(`mentor.${id}`, 'get', `people?programme=${programmeId}`)).status).toBe(403);
  });
});

describe('Somebody for whom the glass is broken', () => {
  it('reads that one record, changes nothing and stays who they are', async () => {
    const programmeId = await aProgramme();
    const id = await aPerson(programmeId);
    const other = await aPerson(programmeId, { reference: 'p2' });
    const admin = `glass.${id}`;
    expect((await ask(admin, 'get', `people/${id}`)).status).toBe(200);
    expect((await ask(admin, 'get', `people/${other}`)).status).toBe(404);
    const { body } = await coordinator('get', `people/${id}`);
    const { id: _, programmeId: __, version, background, ...said } = body;
    const whole = { ...said, background: { profession: 'adult_nurse' } };
    expect((await ask(admin, 'put', `people/${id}`, whole, version as number)).status).toBe(403);
    expect(background).toMatchObject(whole.background);
    const me = await ask(admin, 'get', 'me');
    expect(me.body).toMatchObject({ roles: [{ role: 'platform_admin' }], people: [] });
  });
});

describe('/mentee-profiles and /mentor-profiles', () => {
  it('are made by a PUT without a version and replaced by one with it', async () => {
    const programmeId = await aProgramme();
    const id = await aPerson(programmeId);
    const own = `aspiring_leader.${id}`;
    const path = `mentee-profiles/${id}`;
    const made = await ask(own, 'put', path, GAPS);
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"v1"' },
      body: { personId: id, targetStage: '2' },
    });
    expect((await ask(own, 'put', path, GAPS)).body).toMatchObject({ code: 'mentee-profile.exists' });
    expect(await ask(own, 'put', path, GAPS, 1)).toMatchObject({ status: 200, headers: { etag: '"v2"' } });
    expect((await ask(own, 'put', path, GAPS, 1)).status).toBe(412);
    expect((await ask(own, 'get', path)).body).toMatchObject({ version: 2 });
    const listed = await coordinator('get', `mentee-profiles?programme=${programmeId}`);
    expect(listed.body).toMatchObject({ items: [{ personId: id }] });
    expect((await ask(`mentor.${programmeId}`, 'put', path, GAPS, 2)).status).toBe(404);

    const offer = { strengths: [{ topic: 'SE-1.1', stage: '3' }], capacity: 2 };
    expect((await ask(own, 'put', `mentor-profiles/${id}`, offer)).status).toBe(201);
    expect((await coordinator('get', `mentor-profiles/${id}`)).body).toMatchObject(offer);
    const mentors = await coordinator('get', `mentor-profiles?programme=${programmeId}`);
    expect(mentors.body).toMatchObject({ items: [{ personId: id }] });
  });

  it('refuse a version that is none', async () => {
    const id = await aPerson(await aProgramme());
    const answer = await request(server)
      .put(`/api/v1/mentee-profiles/${id}`)
      .set('Authorization', `Bearer aspiring_leader.${id}`)
      .set('If-Match', '*')
      .send(GAPS);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'version.malformed' });
  });
});

describe('/mentor-cards', () => {
  it('show an aspiring leader who chose to be listed, and of them no more than helps to choose', async () => {
    const programmeId = await aProgramme();
    const id = await aPerson(programmeId, { name: 'Ana', email: 'ana@example.test', exclude: ['p9'] });
    const offer = { strengths: [{ topic: 'SE-1.1', stage: '3' }], capacity: 2, protectedHours: 3 };
    const own = `aspiring_leader.${id}`;
    await ask(own, 'put', `mentor-profiles/${id}`, { ...offer, accessibility: ['step_free'] });
    const path = `mentor-cards?programme=${programmeId}`;
    const { status, body } = await ask('aspiring_leader', 'get', path);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          ...{ personId: id, name: 'Ana', organisation: 'Trust 3', professionalGroup: 'Nurses' },
          ...{ profession: 'Adult nurses', stage: expect.any(String) as string },
          ...{ strengths: offer.strengths, peer: false },
        },
      ],
    });
    for (const other of ['mentor', 'coordinator', 'talent_board', 'hr_auditor', 'platform_admin']) {
      expect((await ask(other, 'get', path)).status).toBe(403);
    }
    await ask(own, 'put', `mentor-profiles/${id}`, { ...offer, listed: false }, 1);
    expect((await ask('aspiring_leader', 'get', path)).body).toEqual({ items: [] });
  });
});

describe('/imports', () => {
  it('are carried out, read and listed', async () => {
    const programmeId = await aProgramme();
    const done = await coordinator('post', 'imports', { programmeId, mentees: MENTEES, mentors: MENTORS });
    expect(done).toMatchObject({
      status: 201,
      headers: { location: `/api/v1/imports/${done.body.id}` },
      body: { persons: { created: 1 }, requestsSubmitted: 1, importedAt: '2026-10-01T09:00:00.000Z' },
    });
    expect((await coordinator('get', `imports/${done.body.id}`)).body).toEqual(done.body);
    expect((await coordinator('get', `imports?programme=${programmeId}`)).body).toEqual({
      items: [done.body],
    });
  });

  it('read somebody else’s columns by a map', async () => {
    const programmeId = await aProgramme();
    const columns = ['organisation', 'region', 'profession', 'stage', 'gaps'].map(
      (name) => [name, { from: name }] as const,
    );
    const map = {
      format: 'evenhand.people-map/1',
      mentees: Object.fromEntries([['id', { from: 'Staff number' }], ...columns]),
    };
    const mentees = MENTEES.replace('id,', 'Staff number,');
    const done = await coordinator('post', 'imports', { programmeId, mentees, mentors: MENTORS, map });
    expect(done.body).toMatchObject({ persons: { created: 1 } });
    const listed = await coordinator('get', `people?programme=${programmeId}`);
    expect(listed.body).toMatchObject({ items: [{ reference: 'm1' }] });
  });

  it('are refused with every line that is wrong, whichever text it is in', async () => {
    const programmeId = await aProgramme();
    const told = async (body: object) => {
      const answer = await coordinator('post', 'imports', {
        programmeId,
        mentees: MENTEES,
        mentors: MENTORS,
        ...body,
      });
      return [answer.status, (answer.body['problems'] as { what: string }[]).map(({ what }) => what)];
    };
    const map = { format: 'another' };
    expect(await told({ mentees: 'id,id\n', workforce: 'a;b\n', map })).toEqual([
      422,
      [
        'mentees: row 1: columns 1 and 2 have the same heading "id"',
        'map: format: expected "evenhand.people-map/1"',
        'workforce: row 1: semicolons stand between the headings; save it with commas',
      ],
    ]);
    const [status, lines] = await told({ mentees: `${MENTEES}m2,Northfield,narnia,adult_nurse,1,SE-9.9\n` });
    expect(status).toBe(422);
    expect((lines as string[]).map((line) => line.split(' (')[0])).toEqual([
      'mentees: row 3, column region: "narnia" is no region',
      'mentees: row 3, column gaps: "SE-9.9" is no competency or experience',
    ]);
    expect((await told({ map: [] }))[0]).toBe(400);
  });
});

describe('/taxonomy', () => {
  it('is open to everybody, list by list, and says when nothing has changed', async () => {
    const lists = await request(server).get('/api/v1/taxonomy');
    expect(lists.status).toBe(200);
    const names = (lists.body as { lists: string[] }).lists;
    for (const name of names) {
      const answer = await request(server).get(`/api/v1/taxonomy/${name}`);
      expect(answer.status).toBe(200);
      expect((answer.body as { items: unknown[] }).items.length).toBeGreaterThan(0);
    }
    const professions = await request(server).get('/api/v1/taxonomy/professions');
    expect(professions.headers['cache-control']).toBe('public, max-age=300');
    expect(professions.body).toMatchObject({ version: 'draft-2025-09-04' });
    const again = await request(server)
      .get('/api/v1/taxonomy/professions')
      .set('If-None-Match', professions.headers['etag']!);
    expect(again.status).toBe(304);
    expect((await request(server).get('/api/v1/taxonomy/constructor')).status).toBe(400);
  });
});
