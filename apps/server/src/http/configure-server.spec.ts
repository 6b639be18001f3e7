import { type Caller, Callers, type Session } from '@evenhand/identity';
import { Clock, Conflict, InputRefused, NotFound, StaleVersion } from '@evenhand/kernel';
import { createLogger, Metrics, NestLogger } from '@evenhand/observability';
import { Body, Controller, Get, HttpCode, Module, Post, Put, Query, Res, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { connect } from 'node:net';
import type { Server } from 'node:http';
import request from 'supertest';
import { callerWith } from '@evenhand/testing';
import { CurrentCaller, Permission, Public, SignedIn } from './access';
import type { BrowserSessions } from './browser-sessions';
import { configureServer } from './configure-server';
import type { Response } from './exchange';
import { text } from './fields/field-kind';
import { FlagField, ListField, MapField, ObjectField, TextField, WholeNumberField } from './fields/fields';
import { type Claim, IdempotencyStore, type KeptAnswer } from './idempotency-store';
import { AnsweredAnew } from './answered-anew';
import { BodyLimit } from './json-body.interceptor';
import { PageQuery, Paged, Paging } from './paging';
import { MarkedAsForm, MarkedAsPage } from './page-routes';
import { PathId } from './path-id';
import { type Counted, RequestCounter } from './throttling/request-counter';
import { ExpectedVersion, Versioned } from './versions';

const THING = '6c1f7f1e-0d3b-4b1e-9f52-0d6a4f6f0a11';

class GapDto {
  @TextField({ max: 20, description: 'A topic.' })
  topic!: string;
}

class CountsDto {
  @WholeNumberField({ min: 0, max: 9, description: 'How many asked.' })
  asked!: number;
}

class ThingDto {
  @TextField({ max: 40, description: 'Its name.', example: 'Autumn' })
  name!: string;

  @ListField(() => GapDto, { max: 3, description: 'Gaps.', optional: true })
  gaps?: GapDto[];

  @ListField(text({ max: 5 }), { max: 3, unique: true, description: 'Words.', optional: true })
  words?: string[];

  @ObjectField(() => GapDto, { description: 'The first of them.', optional: true })
  first?: GapDto;

  @MapField(CountsDto, {
    max: 2,
    keys: /^[a-z/]+$/,
    keysLookLike: 'groups',
    description: 'Counts by group.',
    optional: true,
  })
  prior?: Record<string, CountsDto>;
}

class ThingQuery extends PageQuery {
  @FlagField({ description: 'Only open ones.', optional: true })
  open?: boolean;
}

/** What the controller was called for, so that "nothing was done" can be seen. */
const done: string[] = [];
let hold: Promise<void> | undefined;

@Controller('things')
class ThingsController {
  @Get()
  @Permission('people:read')
  list(@Query() query: ThingQuery, @Paged() paging: Paging) {
    const from = Number(paging.request.after ?? 0);
    const items = [0, 1, 2, 3, 4].slice(from, from + paging.request.limit);
    const next = from + paging.request.limit < 5 ? { next: String(from + paging.request.limit) } : {};
    return paging.answer({ items, ...next }, (at) => ({ at, open: query.open ?? null }));
  }

  @Post()
  @Permission('people:register')
  async add(@Body() thing: ThingDto, @Res({ passthrough: true }) response: Response) {
    done.push(thing.name);
    await hold;
    switch (thing.name) {
      case 'taken':
        throw new Conflict('thing.taken', 'There is a thing of this name.');
      case 'wrong':
        throw new InputRefused(['row 2: no email', 'row 3: no name']);
      case 'away':
        throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      case 'broken':
        throw new Error('SELECT secret FROM person');
    }
    response.setHeader('Location', `/api/v1/things/${THING}`);
    return { keys: Object.keys(thing), number: done.length };
  }

  @Post('large')
  @Permission('people:register')
  @BodyLimit(1_000_000)
  @HttpCode(200)
  large() {
    return { done: true };
  }

  @Post('looks')
  @Permission('people:register')
  @AnsweredAnew()
  look(@Body() { name }: ThingDto) {
    return { number: done.push(name) };
  }

  @Get(':id')
  @Permission('people:read', 'people:read-own')
  @Versioned()
  one(@PathId('id') id: string, @CurrentCaller() caller: Caller) {
    if (id !== THING) throw new NotFound('thing', id);
    return { id, version: 3, readBy: caller.roles[0]!.role };
  }

  @Put(':id')
  @Permission('people:register')
  @Versioned()
  change(@PathId('id') id: string, @ExpectedVersion() version: number, @Body() thing: ThingDto) {
    if (version !== 3) throw new StaleVersion('thing');
    return { id, name: thing.name, version: version + 1 };
  }
}

@Controller()
class FrontController {
  @Get()
  @Public()
  page() {
    return 'a page';
  }
}

@Controller('undeclared')
class UndeclaredController {
  @Get()
  one() {
    return {};
  }
}

@MarkedAsPage()
@Public()
@Controller('careless')
class CarelessPageController {
  @Get()
  read() {
    return 'a page';
  }

  @Post()
  change() {
    return 'changed';
  }
}

@MarkedAsPage()
@Controller('account')
class OfficePageController {
  @Get()
  @Permission('people:register')
  show() {
    return 'an office';
  }

  @Post()
  @MarkedAsForm()
  @SignedIn()
  change() {
    return 'changed';
  }
}

class TwoCallers extends Callers {
  override byToken(token: string): Promise<Caller | undefined> {
    const callers: Record<string, Caller> = {
      coordinator: callerWith('coordinator'),
      other: callerWith('coordinator', THING),
      mentor: callerWith('mentor', THING),
    };
    return Promise.resolve(callers[token]);
  }
}

class IdempotencyInMemory extends IdempotencyStore {
  override together<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }

  readonly kept = new Map<string, { fingerprint: string; answer?: KeptAnswer }>();

  override claim(scope: string, key: string, fingerprint: string): Promise<Claim> {
    const found = this.kept.get(scope + key);
    if (found === undefined) {
      this.kept.set(scope + key, { fingerprint });
      return Promise.resolve({ kind: 'claimed' });
    }
    if (found.fingerprint !== fingerprint) return Promise.resolve({ kind: 'other-body' });
    return Promise.resolve(
      found.answer === undefined ? { kind: 'in-progress' } : { kind: 'replay', answer: found.answer },
    );
  }

  override complete(scope: string, key: string, answer: KeptAnswer): Promise<void> {
    // As a store outside of the process would: what comes back was text in between.
    this.kept.get(scope + key)!.answer = JSON.parse(JSON.stringify(answer)) as KeptAnswer;
    return Promise.resolve();
  }

  override release(scope: string, key: string): Promise<void> {
    this.kept.delete(scope + key);
    return Promise.resolve();
  }
}

class CountedInMemory extends RequestCounter {
  readonly counts = new Map<string, number>();

  override count(from: string): Promise<Counted> {
    const requests = (this.counts.get(from) ?? 0) + 1;
    this.counts.set(from, requests);
    return Promise.resolve({ requests, windowEndsAt: new Date(Date.now() + 30_000) });
  }
}

const GENEROUS = { perAddress: 100_000, perAccount: 100_000, refusedPerAddress: 100_000 };

class FixedClock extends Clock {
  override now() {
    return new Date('2026-10-01T09:00:00Z');
  }
}

const logged: string[] = [];
const logger = createLogger('info', { write: (line) => void logged.push(line) });

async function serverOf(
  controllers: Type[],
  publicUrl?: string,
  requestLimits = GENEROUS,
  sessions?: BrowserSessions,
  trustProxy = 0,
): Promise<NestExpressApplication> {
  @Module({
    controllers,
    providers: [
      { provide: Callers, useClass: TwoCallers },
      { provide: Clock, useClass: FixedClock },
      { provide: IdempotencyStore, useClass: IdempotencyInMemory },
      { provide: RequestCounter, useClass: CountedInMemory },
    ],
  })
  class TestModule {}

  const options = { bodyParser: false, logger: new NestLogger(logger), abortOnError: false };
  const app = await NestFactory.create<NestExpressApplication>(TestModule, options);
  const configuration = { trustProxy, requestLimits, ...(publicUrl === undefined ? {} : { publicUrl }) };
  try {
    await configureServer(app, configuration, {
      logger,
      metrics: new Metrics(),
      problemPage: ({ body }) => `<h1>${body.code}</h1>`,
      ...(sessions === undefined ? {} : { sessions }),
    });
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

let app: NestExpressApplication;
let server: Server;

beforeAll(async () => {
  app = await serverOf([ThingsController, FrontController]);
  server = app.getHttpServer();
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
});

beforeEach(() => {
  done.length = 0;
  logged.length = 0;
  hold = undefined;
});

const asCoordinator = (test: request.Test) => test.set('Authorization', 'Bearer coordinator');
const get = (path: string) => asCoordinator(request(server).get(path));
const post = (body: unknown, path = '/api/v1/things') =>
  asCoordinator(request(server).post(path))
    .set('Content-Type', 'application/json')
    .send(typeof body === 'string' ? body : JSON.stringify(body));

/** Status, code and problems of an answer, which must be a whole problem document. */
async function refusal(test: request.Test) {
  const response = await test;
  const body = response.body as { code: string; status: number; problems?: unknown };
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(response.body).toMatchObject({
    type: `urn:evenhand:problem:${body.code}`,
    title: expect.any(String) as string,
    status: response.status,
    detail: expect.any(String) as string,
    instance: `urn:evenhand:request:${response.headers['x-request-id']!}`,
  });
  return { status: response.status, code: body.code, problems: body.problems, headers: response.headers };
}

describe('A body', () => {
  const nested = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

  it.each([
    ['of 20 levels', nested(20), 400, 'body.too-deep'],
    ['that is cut off', '{"name":"Aut', 400, 'body.not-json'],
    ['of white space', '  ', 400, 'body.not-json'],
    ['with a __proto__ key', '{"name":"x","__proto__":{"admin":true}}', 400, 'body.forbidden-key'],
    ['with an escaped __proto__ key', '{"name":"x","__pr\\u006fto__":1}', 400, 'body.forbidden-key'],
    ['with a key that every object has', '{"name":"x","gaps":[{"toString":1}]}', 400, 'body.forbidden-key'],
    ['with a constructor key inside', '{"name":"x","gaps":[{"constructor":1}]}', 400, 'body.forbidden-key'],
    ['with a key that stands twice', '{"name":"x","name":"y"}', 400, 'body.key-twice'],
    ['that is a list', '[{"name":"x"}]', 400, 'request.invalid'],
  ])('%s is refused', async (_, body, status, code) => {
    expect(await refusal(post(body))).toMatchObject({ status, code });
    expect(done).toEqual([]);
  });

  it('of 10 MB is refused, and the connection lives on', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(10_000_000) });
    expect(await refusal(post(large))).toMatchObject({ status: 413, code: 'body.too-large' });
    expect(done).toEqual([]);
  });

  it('that grows too large without having said so is refused', async () => {
    const answer = await exchange([
      'POST /api/v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer coordinator\r\n',
      'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
      ...Array.from({ length: 300 }, () => `400\r\n${'x'.repeat(1024)}\r\n`),
      '0\r\n\r\n',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('may be larger where its route says so', async () => {
    const response = await post({ name: 'x'.repeat(500_000) }, '/api/v1/things/large');
    expect(response.status).toBe(200);
  });

  it('that is not UTF-8 is refused', async () => {
    const answer = await exchange([
      'POST /api/v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer coordinator\r\n',
      'Content-Type: application/json\r\nContent-Length: 14\r\nConnection: close\r\n\r\n',
      Buffer.concat([Buffer.from('{"name":"Zo'), Buffer.from([0xeb]), Buffer.from('"}')]),
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*"code":"body\.not-utf-8"/);
    expect(done).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'of type %s is refused',
    async (type) => {
      const test = asCoordinator(request(server).post('/api/v1/things'));
      expect(await refusal(test.set('Content-Type', type).send('{"name":"x"}'))).toMatchObject({
        status: 415,
        code: 'body.wrong-type',
      });
    },
  );

  it('is not read for a stranger', async () => {
    const answer = await exchange([
      'POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n',
      'Content-Length: 100\r\nConnection: close\r\n\r\n{',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('A field', () => {
  it('that nobody knows, or that is wrong, is named with its path, all at once', async () => {
    const body = {
      name: '',
      nickname: 'x',
      gaps: [{ topic: 'a' }, { topic: 7, depth: 1 }, 3],
      words: ['good', 'far too long', 5],
      first: 'none',
      prior: { ahp: { asked: 10, given: 1 } },
    };
    const { status, code, problems } = await refusal(post(body));
    expect({ status, code }).toEqual({ status: 400, code: 'request.invalid' });
    expect(problems).toHaveLength(10);
    expect(problems).toEqual(
      expect.arrayContaining([
        { where: 'body.nickname', what: 'is not known here' },
        { where: 'body.name', what: 'must be text of 1 to 40 characters' },
        { where: 'body.gaps[1].depth', what: 'is not known here' },
        { where: 'body.gaps[1].topic', what: 'must be text of 1 to 20 characters' },
        { where: 'body.gaps[2]', what: 'must be an object' },
        { where: 'body.words[1]', what: 'must be text of 1 to 5 characters' },
        { where: 'body.words[2]', what: 'must be text of 1 to 5 characters' },
        { where: 'body.first', what: 'must be an object' },
        { where: 'body.prior["ahp"].given', what: 'is not known here' },
        { where: 'body.prior["ahp"].asked', what: 'must be a whole number from 0 to 9' },
      ]),
    );
  });

  it.each([
    [{ name: null }, 'body.name'],
    [{ name: 'a\u0000b' }, 'body.name'],
    [{ name: 'x', words: null }, 'body.words'],
    [{ name: 'x', words: ['a', 'a'] }, 'body.words'],
    [{ name: 'x', gaps: {} }, 'body.gaps'],
    [{ name: 'x', prior: { A: { asked: 1 } } }, 'body.prior'],
    [{ name: 'x', prior: { a: { asked: 1 }, b: { asked: 1 }, c: { asked: 1 } } }, 'body.prior'],
  ])('refuses %j', async (body, where) => {
    expect((await refusal(post(body))).problems).toMatchObject([{ where }]);
  });

  it('that was left out is not there, rather than undefined', async () => {
    const response = await post({ name: 'x', gaps: [{ topic: 'a' }] });
    expect(response.body).toMatchObject({ keys: ['name', 'gaps'] });
  });

  it('in the path that cannot be an id is refused', async () => {
    expect(await refusal(get('/api/v1/things/7'))).toMatchObject({
      code: 'request.invalid',
      problems: [{ where: 'path.id' }],
    });
  });
});

describe('What goes wrong', () => {
  it.each([
    ['taken', 409, 'thing.taken', undefined],
    ['wrong', 422, 'input.refused', [{ what: 'row 2: no email' }, { what: 'row 3: no name' }]],
    ['away', 503, 'database.away', undefined],
    ['broken', 500, 'server.failed', undefined],
  ])('is told: %s', async (name, status, code, problems) => {
    const response = await refusal(post({ name }));
    expect(response).toMatchObject({ status, code, problems });
    expect(response.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
  });

  it('in the server is logged, and not shown', async () => {
    const response = await post({ name: 'broken' });
    expect(response.text).not.toMatch(/SELECT|\bat /);
    const line = logged.map((text) => JSON.parse(text) as { error?: unknown; requestId?: string });
    expect(line.find(({ error }) => error !== undefined)).toMatchObject({
      requestId: response.headers['x-request-id'],
      error: { message: 'SELECT secret FROM person' },
    });
  });

  it.each(['/nowhere', '/api/v1/nowhere', '/api/nowhere', '/health/nowhere'])(
    'at %s is 404',
    async (path) => {
      expect(await refusal(get(path))).toMatchObject({ status: 404, code: 'route.not-found' });
    },
  );

  it('about a thing that is not there is 404', async () => {
    expect(await refusal(get(`/api/v1/things/${THING.replace('6', '7')}`))).toMatchObject({
      status: 404,
      code: 'thing.not-found',
    });
  });

  it('is told as a page to a browser, save by the programming interface', async () => {
    const browse = (path: string) => get(path).set('Accept', 'text/html,*/*;q=0.8');
    const response = await browse('/nowhere');
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect({ status: response.status, text: response.text }).toEqual({
      status: 404,
      text: '<h1>route.not-found</h1>',
    });
    expect(await refusal(browse('/api/v1/nowhere'))).toMatchObject({ status: 404 });
  });

  it('with a path that cannot be decoded is 400', async () => {
    expect(await refusal(get('/api/v1/things/%E0%A4%A'))).toMatchObject({ status: 400 });
  });

  it('with a method that the address does not know says which it knows', async () => {
    const { status, headers } = await refusal(
      asCoordinator(request(server).delete(`/api/v1/things/${THING}`)),
    );
    expect({ status, allow: headers['allow'] }).toEqual({ status: 405, allow: 'GET, HEAD, PUT' });
  });
});

describe('Access', () => {
  it.each([
    [undefined, 'access.no-token', 'Bearer realm="evenhand"'],
    ['Basic abc', 'access.no-token', 'Bearer realm="evenhand"'],
    ['Bearer nobody', 'access.unknown-token', 'Bearer realm="evenhand", error="invalid_token"'],
  ])('with %p is refused', async (authorization, code, challenge) => {
    const test = request(server).get('/api/v1/things');
    const { status, headers, ...told } = await refusal(
      authorization === undefined ? test : test.set('Authorization', authorization),
    );
    expect({ status, code: told.code }).toEqual({ status: 401, code });
    expect(headers['www-authenticate']).toBe(challenge);
  });

  it('without the permission is refused', async () => {
    const test = request(server).get('/api/v1/things').set('Authorization', 'Bearer mentor');
    expect(await refusal(test)).toMatchObject({ status: 403, code: 'access.forbidden' });
  });

  it('with any one of several permissions is given, and the method knows who calls', async () => {
    const path = `/api/v1/things/${THING}`;
    const response = await request(server).get(path).set('Authorization', 'Bearer mentor');
    expect(response.body).toMatchObject({ readBy: 'mentor' });
  });

  it('to what is public needs no token', async () => {
    expect((await request(server).get('/')).text).toBe('a page');
  });

  it('must be declared, or the server does not start', async () => {
    await expect(serverOf([ThingsController, UndeclaredController])).rejects.toThrow(
      'No permission is declared for UndeclaredController.one',
    );
  });

  it('must see to it that forms are ours where it is a page that changes something, or the server does not start', async () => {
    await expect(serverOf([ThingsController, CarelessPageController])).rejects.toThrow(
      'Any site could make a browser use CarelessPageController.change: put @PageForm() there.',
    );
  });
});

describe('A page', () => {
  let pages: NestExpressApplication;
  const session: Session = {
    ...{ sha256: '', accountId: THING, holderName: 'Ines', formToken: '', idToken: '' },
    ...{ signedInAt: new Date(0), lastSeenAt: new Date(0) },
  };
  /** Somebody is signed in whose cookie is the name of their role. */
  const sessions: BrowserSessions = {
    endAt: 'https://id.example',
    of: ({ headers: { cookie } }) =>
      Promise.resolve(
        cookie === undefined ? undefined : { session, caller: callerWith(cookie as 'coordinator') },
      ),
  };
  const visit = (cookie?: string) => {
    const asked = request(pages.getHttpServer()).get('/account').set('Accept', 'text/html');
    return cookie === undefined ? asked : asked.set('Cookie', cookie);
  };

  beforeAll(async () => {
    pages = await serverOf([OfficePageController, ThingsController], undefined, GENEROUS, sessions);
    await pages.listen(0, '127.0.0.1');
  });
  afterAll(() => pages.close());

  it('sends whoever is not signed in to sign in, and back', async () => {
    const { status, headers } = await visit();
    expect([status, headers['location']]).toEqual([303, '/sign-in?to=%2Faccount']);
  });

  it('takes no token, as the programming interface takes no cookie', async () => {
    expect((await visit().set('Authorization', 'Bearer coordinator')).status).toBe(303);
    const asked = request(pages.getHttpServer()).get('/api/v1/things').set('Cookie', 'coordinator');
    expect((await asked).status).toBe(401);
  });

  it('is for those whose role may see it, and lets their forms end where signing out does', async () => {
    const [may, mayNot] = [await visit('coordinator'), await visit('mentor')];
    expect([may.status, may.text]).toEqual([200, 'an office']);
    expect(may.headers['content-security-policy']).toContain("form-action 'self' https://id.example;");
    expect([mayNot.status, mayNot.text]).toEqual([403, '<h1>access.forbidden</h1>']);
  });
});

describe('A list', () => {
  it('comes in pages, each of which links to the next', async () => {
    const seen: number[] = [];
    let path: string | undefined = '/api/v1/things?limit=2&open=true';
    while (path !== undefined) {
      const response: request.Response = await get(path);
      const { items } = response.body as { items: { at: number; open: boolean }[] };
      expect(items.every(({ open }) => open)).toBe(true);
      seen.push(...items.map(({ at }) => at));
      path = /^<(.*)>; rel="next"$/.exec(response.headers['link'] ?? '')?.[1];
    }
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  it('refuses a cursor of another query, and one that nobody gave out', async () => {
    const { nextCursor } = (await get('/api/v1/things?limit=2&open=true')).body as { nextCursor: string };
    expect((await get(`/api/v1/things?limit=3&open=true&cursor=${nextCursor}`)).status).toBe(200);
    expect(await refusal(get(`/api/v1/things?limit=2&cursor=${nextCursor}`))).toMatchObject({
      status: 400,
      code: 'cursor.other-query',
    });
    for (const cursor of ['abc', 'W10', Buffer.from('[1,2]').toString('base64url'), '%00']) {
      const { status } = await refusal(get(`/api/v1/things?cursor=${cursor}`));
      expect(status).toBe(400);
    }
  });

  it.each(['limit=0', 'limit=201', 'limit=two', 'limit=1&limit=2', 'open=maybe', 'sort=name', 'cursor='])(
    'refuses %s',
    async (query) => {
      expect(await refusal(get(`/api/v1/things?${query}`))).toMatchObject({ status: 400 });
    },
  );
});

describe('A version', () => {
  const path = `/api/v1/things/${THING}`;
  const put = (ifMatch?: string) => {
    const test = asCoordinator(request(server).put(path));
    return (ifMatch === undefined ? test : test.set('If-Match', ifMatch)).send({ name: 'x' });
  };

  it('stands in the ETag; who has it already gets no body', async () => {
    const response = await get(path);
    expect(response.headers['etag']).toBe('"v3"');
    expect((await get(path).set('If-None-Match', '"v3"')).status).toBe(304);
    expect((await get(path).set('If-None-Match', '"v2"')).status).toBe(200);
  });

  it('is changed by whoever has read it', async () => {
    const response = await put('"v3"');
    expect({ status: response.status, etag: response.headers['etag'] }).toEqual({
      status: 200,
      etag: '"v4"',
    });
    expect((await put('W/"v3"')).status).toBe(200);
  });

  it.each([
    ['"v2"', 412, 'version.stale'],
    [undefined, 428, 'version.required'],
    ['3', 400, 'version.malformed'],
    ['*', 400, 'version.malformed'],
    ['"v3", "v4"', 400, 'version.malformed'],
  ])('%p is refused with %d', async (ifMatch, status, code) => {
    const { headers, ...told } = await refusal(put(ifMatch));
    expect(told).toMatchObject({ status, code });
    expect(headers['etag']).toBeUndefined();
  });
});

describe('An idempotency key', () => {
  const once = (key: string, body: unknown, token = 'coordinator') =>
    request(server)
      .post('/api/v1/things')
      .set({ Authorization: `Bearer ${token}`, 'Idempotency-Key': key, 'Content-Type': 'application/json' })
      .send(JSON.stringify(body));

  it('gives the same answer again, and does nothing again', async () => {
    const first = await once('a', { name: 'x', words: ['a'] });
    const second = await once('a', { words: ['a'], name: 'x' });
    expect(done).toEqual(['x']);
    expect(second.body).toEqual(first.body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('gives the same refusal again, to the letter', async () => {
    const first = await once('b', { name: 'taken' });
    const second = await once('b', { name: 'taken' });
    expect(done).toEqual(['taken']);
    expect(second.status).toBe(409);
    expect(second.text).toBe(first.text);
    expect(second.headers['content-type']).toBe('application/problem+json');
  });

  it('says nothing to what is answered anew each time', async () => {
    const look = () => post({ name: 'x' }, '/api/v1/things/looks').set('Idempotency-Key', 'look');
    const answers = [await look(), await look()];
    expect(answers.map(({ body }) => body as object)).toEqual([{ number: 1 }, { number: 2 }]);
    expect(answers[1]!.headers['idempotency-replayed']).toBeUndefined();
  });

  it('is refused with another body', async () => {
    await once('c', { name: 'x' });
    expect(await refusal(once('c', { name: 'y' }))).toMatchObject({
      status: 422,
      code: 'idempotency.other-body',
    });
    expect(done).toEqual(['x']);
  });

  it('is refused while the first request is under way', async () => {
    let letGo = (): void => undefined;
    hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const first = once('d', { name: 'x' }).then((response) => response.status);
    while (done.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const { status, code, headers } = await refusal(once('d', { name: 'x' }));
    letGo();
    expect({ status, code, retry: headers['retry-after'] }).toEqual({
      status: 409,
      code: 'idempotency.in-progress',
      retry: '1',
    });
    expect(await first).toBe(201);
  });

  it.each(['broken', 'away', ''])('stays free where nothing was decided: %p', async (name) => {
    await once('e', { name });
    const { status } = await once('e', { name: 'x' });
    expect(status).toBe(201);
    done.length = 0;
    await once('e', { name: 'x' });
    expect(done).toEqual([]);
    await app.get(IdempotencyStore).release('coordinator - POST /api/v1/things', 'e');
  });

  it('belongs to the caller who made it up', async () => {
    await once('f', { name: 'x' });
    await once('f', { name: 'y' }, 'other');
    expect(done).toEqual(['x', 'y']);
  });

  it.each(['', 'a b', 'x'.repeat(201)])('must be visible ASCII: %p', async (key) => {
    expect(await refusal(once(key, { name: 'x' }))).toMatchObject({ code: 'idempotency.malformed' });
  });
});

describe('Every answer', () => {
  it('tells browsers to load nothing from elsewhere and to keep no copy', async () => {
    const { headers } = await get('/api/v1/things');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
        "form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('forbids http where people come by https', async () => {
    const secure = await serverOf([FrontController], 'https://evenhand.example');
    const { headers } = await request(secure.getHttpServer()).get('/');
    await secure.close();
    expect(headers['strict-transport-security']).toContain('max-age=');
  });

  it('carries the id of its request: the one it brought, or a new one where that is not fit for a log', async () => {
    expect((await get('/').set('x-request-id', 'abc-1')).headers['x-request-id']).toBe('abc-1');
    expect((await get('/').set('x-request-id', 'a b')).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('leaves one line in the log, without what was asked for by name', async () => {
    await get('/api/v1/things?name=Maria');
    await get('/Maria');
    await get(`/api/v1/things/${THING}`);
    // The line is written when the answer is gone, which its reader may see first.
    while (logged.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    const lines = logged.map((line) => JSON.parse(line) as { route: string });
    expect(lines).toMatchObject([
      { route: '/api/v1/things', status: 400 },
      { route: 'unknown', status: 404 },
      { route: '/api/v1/things/:id', status: 200, ids: { id: THING } },
    ]);
    expect(logged.join('')).not.toMatch(/Maria|Bearer/);
  });
});

describe('The OpenAPI document', () => {
  let document: OpenAPIObject;

  beforeAll(async () => {
    document = (await request(server).get('/api/openapi.json')).body as OpenAPIObject;
  });

  it('is OpenAPI 3.1 and knows every route', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/things',
      '/api/v1/things/large',
      '/api/v1/things/looks',
      '/api/v1/things/{id}',
      '/',
    ]);
  });

  it('says which permission each operation asks for', () => {
    expect(document.paths['/']?.get).toMatchObject({ 'x-permission': 'public', security: [] });
    expect(document.paths['/api/v1/things']?.post).toMatchObject({
      operationId: 'things.add',
      'x-permission': 'people:register',
      security: [{ token: [] }],
    });
    expect(document.paths['/api/v1/things/{id}']?.get).toMatchObject({
      'x-permission': ['people:read', 'people:read-own'],
    });
  });

  it('says what each operation refuses, and what it needs for that', () => {
    const change = document.paths['/api/v1/things/{id}']!.put!;
    expect(Object.keys(change.responses)).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '409', '412', '413', '415', '422', '428', '503']),
    );
    expect(change.parameters).toMatchObject([
      { name: 'id', in: 'path', schema: { format: 'uuid' } },
      { name: 'If-Match', in: 'header', required: true },
    ]);
    expect(document.paths['/api/v1/things']?.post?.parameters).toMatchObject([{ name: 'Idempotency-Key' }]);
    expect(document.components?.schemas).toHaveProperty('Problem');
  });

  it('says the same about fields as their rules do', () => {
    expect(document.components?.schemas?.['ThingDto']).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', description: 'Its name.', example: 'Autumn', minLength: 1, maxLength: 40 },
        gaps: {
          type: 'array',
          description: 'Gaps.',
          minItems: 0,
          maxItems: 3,
          items: { $ref: '#/components/schemas/GapDto' },
        },
        words: {
          type: 'array',
          description: 'Words.',
          minItems: 0,
          maxItems: 3,
          uniqueItems: true,
          items: { type: 'string', minLength: 1, maxLength: 5 },
        },
        first: { description: 'The first of them.', allOf: [{ $ref: '#/components/schemas/GapDto' }] },
        prior: {
          type: 'object',
          description: 'Counts by group.',
          maxProperties: 2,
          additionalProperties: { $ref: '#/components/schemas/CountsDto' },
        },
      },
      required: ['name'],
    });
    expect(document.components?.schemas).toHaveProperty('CountsDto');
  });
});

/** Sends bytes as they are, and reads until the server closes the connection. */
function exchange(parts: readonly (string | Buffer)[]): Promise<string> {
  const { port } = server.address() as { port: number };
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => parts.forEach((part) => socket.write(part)));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer in time')));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('Who asks too often', () => {
  const thing = `/api/v1/things/${THING}`;

  async function limited(
    requestLimits: typeof GENEROUS,
    ask: (server: Server) => Promise<void>,
    trustProxy = 0,
  ): Promise<void> {
    const controllers = [ThingsController, FrontController];
    const small = await serverOf(controllers, undefined, requestLimits, undefined, trustProxy);
    try {
      await small.listen(0, '127.0.0.1');
      await ask(small.getHttpServer());
    } finally {
      await small.close();
    }
  }

  it('from one address is told to wait, whatever a proxy that nobody knows says of the address', () =>
    limited({ ...GENEROUS, perAddress: 3 }, async (small) => {
      const statuses = [];
      for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4']) {
        const answer = await request(small).get(thing).set('X-Forwarded-For', address);
        statuses.push([answer.status, answer.headers['retry-after']]);
      }
      expect(statuses).toEqual([...Array<unknown>(3).fill([401, undefined]), [429, '30']]);
      const refused = await request(small).get(thing);
      expect(refused.headers['content-type']).toBe('application/problem+json');
      expect(refused.body).toMatchObject({ code: 'request.too-many' });
    }));

  it('with one account is told to wait, while another is not', () =>
    limited({ ...GENEROUS, perAccount: 2 }, async (small) => {
      const as = async (token: string) =>
        (await request(small).get(thing).set('Authorization', `Bearer ${token}`)).status;
      expect([await as('coordinator'), await as('coordinator'), await as('coordinator')]).toEqual([
        200, 200, 429,
      ]);
      expect(await as('mentor')).toBe(200);
    }));

  it('tries a thousand tokens gets sixty answers, and from behind one proxy is known by what that proxy says', () =>
    limited(
      { ...GENEROUS, refusedPerAddress: 60 },
      async (small) => {
        const known = { answered: 0, toldToWait: 0 };
        for (let tried = 0; tried < 1_000; tried += 1) {
          const { status } = await request(small)
            .get(thing)
            .set('Authorization', `Bearer guess${tried}`)
            // The last address is the one that our proxy adds; what stands before it is for anybody to make up.
            .set('X-Forwarded-For', `10.0.0.${tried % 250}, 192.0.2.7`);
          if (status === 401) known.answered += 1;
          if (status === 429) known.toldToWait += 1;
        }
        expect(known).toEqual({ answered: 60, toldToWait: 940 });
        const neighbour = request(small).get(thing).set('Authorization', 'Bearer guess');
        expect((await neighbour.set('X-Forwarded-For', '192.0.2.8')).status).toBe(401);
      },
      1,
    ));

  it('tries tokens is told to wait, while those who are known from there are not', () =>
    limited({ ...GENEROUS, refusedPerAddress: 5 }, async (small) => {
      const statuses = [];
      for (let tried = 0; tried < 8; tried += 1) {
        statuses.push((await request(small).get(thing).set('Authorization', `Bearer guess${tried}`)).status);
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
      expect((await request(small).get(thing).set('Authorization', 'Bearer coordinator')).status).toBe(200);
    }));
});
