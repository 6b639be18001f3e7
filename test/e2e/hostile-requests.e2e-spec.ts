import { may, type Permission } from '@evenhand/identity';
import fc from 'fast-check';
import type { Response } from 'supertest';
import { type Api, useService } from '../harness/service';
import {
  addressOf,
  type DescribedApi,
  type Operation,
  operationsOf,
  resolved,
  type Schema,
} from './described-api';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { insidesShownBy, refusalOf } from './refusal';
import { KeptRows } from './kept-rows';
import { bodyOf, type OfferedPair, publishedRound, untilAnswered } from './round-over-http';

const REQUESTS = 10_000;
/** So many are asked at once, as by people who do not wait for each other. */
const AT_ONCE = 10;
/** In the name and the address of everybody: it must not come out where nobody asked for people. */
const CANARY = 'Zaphoda';
const SEED = 20_261_001;
const DEEPEST = 5;

/** What people send who look for a way in, or whose program is broken. */
const HOSTILE_TEXTS = [
  ...[
    '',
    ' ',
    "'",
    "' or 1=1; --",
    '"); drop table person; --',
    '$1',
    '\\',
    '%',
    '%00',
    '%ff',
    '..',
    '../../etc/passwd',
  ],
  ...[
    '\0',
    '\ud800',
    '\u202e',
    '🦄',
    'ı',
    '\u2028',
    '\r\nSet-Cookie: a=b',
    '<script>alert(1)</script>',
    '${7*7}',
    '{{7*7}}',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'true',
    '[]',
    '{}',
    '=1+1',
    '@SUM(A1)',
  ],
  ...[
    '0',
    '-1',
    '1.5',
    '1e400',
    '0x10',
    '99999999999999999999',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    'infinity',
  ],
  ...[
    '2026-10-01T09:00:00Z',
    '0000-01-01T00:00:00Z',
    '"v1"',
    'W/"v1"',
    '*',
    'a'.repeat(300),
    'é'.repeat(250),
  ],
];

/** Words that mean something somewhere. */
const WORDS = [
  'adult_nurse',
  'london',
  '1',
  '2',
  '3',
  'SE-1.1',
  'ana',
  'en',
  'RX1',
  'ana@example.org',
  '1-3',
  'lack_of_time',
  'confidence',
  'diagnosis',
];

const service = useService();
const known = {
  /** What there is, by the noun of its address. */
  things: {} as Record<string, readonly string[]>,
  operations: [] as readonly Operation[],
  api: {} as DescribedApi,
  mentee: undefined as unknown as Api,
};

/** Nouns of what other fields and parameters name. */
const NOUN_OF: Readonly<Record<string, string>> = {
  ...{ programme: 'programmes', programmeId: 'programmes', organisationId: 'organisations' },
  ...{ person: 'people', personId: 'people', memberId: 'members', poolId: 'talent-pools' },
  ...{ round: 'matching-rounds', roundId: 'matching-rounds', requestId: 'mentoring-requests' },
  ...{ mentorId: 'mentor-profiles', championPersonId: 'people', executiveLead: 'people' },
  ...{ nonExecutiveLead: 'people', follows: 'barrier-reviews', actionId: 'barrier-actions' },
  ...{ reportId: 'equity-reports', action: 'plan-actions', risk: 'plan-risks', scenario: 'plan-scenarios' },
  ...{ snapshot: 'plan-snapshots' },
};

const marked = (id: string) => ({ id, name: `${CANARY} ${id}`, email: `${id}@${CANARY}.example` });

beforeAll(async () => {
  const answer = await service.as('public').get('/api/openapi.json').expect(200);
  known.api = answer.body as DescribedApi;
  known.operations = operationsOf(known.api);
  const api = service.as('coordinator');
  const board = service.as('talent_board');
  const idsOf = async (path: string) =>
    ((await api.get(path).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);

  const programmeId = idOf(await api.post('programmes', { name: 'Under siege' }).expect(201));
  const files = {
    mentees: csv(['ana', 'bea', 'cis'].map((id) => aMenteeRow(marked(id)))),
    // Of the organisation of those who ask, whose champions they can be.
    mentors: csv(['moe', 'nia'].map((id) => aMentorRow({ ...marked(id), organisation: 'Northfield' }))),
  };
  const imported = idOf(await api.post('imports', { programmeId, ...files }).expect(201));
  const pool = { programmeId, title: 'Heads', purpose: 'To lead.', waysIn: ['nominated', 'applied'] };
  const poolId = idOf(await board.post('talent-pools', pool).expect(201));
  const criteria = { criteria: [{ code: 'leads', sentence: 'Has led a team.' }], reason: 'First.' };
  await board.post(`talent-pools/${poolId}/criteria`, criteria).expect(201);
  await board.post(`talent-pools/${poolId}/open`).expect(200);
  const people = await idsOf(`people?programme=${programmeId}`);
  const nomination = { nomination: { personId: people[0], as: 'mentor' }, reason: 'Led the ward.' };
  const moe = await service.asHolderOf(`moe@${CANARY}.example`);
  const member = idOf(await moe.post(`talent-pools/${poolId}/members`, nomination).expect(201));
  const organisations = await idsOf(`organisations?programme=${programmeId}`);
  const [organisationId] = organisations as [string];
  const post = {
    ...{ programmeId, organisationId, region: 'london', title: 'Head', stage: '3' },
    ...{ neededAt: '1-3', roleProfile: [{ code: 'runs', sentence: 'Has run a service.' }], poolId },
  };
  const postId = idOf(await board.post('critical-posts', post).expect(201));
  const { id: published, proposals } = await publishedRound(api, programmeId);
  const draft = idOf(await api.post('matching-rounds', { programmeId, name: 'A draft' }).expect(201));
  const [pair] = proposals as [OfferedPair];
  const meeting = await metThings(programmeId, pair);
  known.things = {
    ...{ programmes: [programmeId], imports: [imported], people, members: [member] },
    ...{ 'mentee-profiles': people, 'mentor-profiles': people },
    organisations,
    'critical-posts': [postId],
    'matching-rounds': [published, draft],
    rounds: [published, draft],
    'mentoring-requests': await idsOf(`mentoring-requests?programme=${programmeId}`),
    proposals: proposals.map(({ id }) => id),
    'talent-pools': [poolId],
    ...meeting,
    ...(await organisedThings(programmeId, organisationId)),
    ...(await plannedThings(programmeId, organisationId)),
    ...(await auditedThings(programmeId)),
  };
});

type Things = Readonly<Record<string, readonly string[]>>;
const idOf = ({ body }: Response) => (body as { id: string }).id;

/** What comes of a proposal that both accept, one of whom is to send requests. */
async function metThings(programmeId: string, { id, menteeId, mentorId }: OfferedPair): Promise<Things> {
  const holderOf = async (personId: string) => {
    const { email } = (await bodyOf(service.as('coordinator').get(`people/${personId}`))) as {
      email: string;
    };
    return service.asHolderOf(email);
  };
  const [mentee, mentor] = [await holderOf(menteeId), await holderOf(mentorId)];
  known.mentee = mentee;
  for (const one of [mentee, mentor]) await one.post(`proposals/${id}/accept`).expect(200);
  const { items } = (await bodyOf(mentee.get('mentoring-relationships').expect(200))) as {
    items: { id: string }[];
  };
  const champion = { programmeId, championPersonId: mentorId };
  const championing = idOf(await mentee.post('champions', champion).expect(201));
  return { champions: [championing], 'mentoring-relationships': items.map((one) => one.id) };
}

/** What stands in an organisation's way, and what it offers. */
async function organisedThings(programmeId: string, organisationId: string): Promise<Things> {
  const board = service.as('talent_board');
  const offered = { kind: 'widening_perspectives', phase: 'early_mid_career', professions: [] };
  const opportunity = { programmeId, title: 'A day', description: 'Shadow.', ...offered };
  const review = idOf(await board.post('barrier-reviews', { programmeId, organisationId }).expect(201));
  const action = { barrier: 'lack_of_time', what: 'Protect a day.', owner: 'Director', due: '2030-01-01' };
  const acted = await board
    .post(`barrier-reviews/${review}/actions`, action)
    .set('If-Match', '"v1"')
    .expect(201);
  return {
    opportunities: [idOf(await service.as('coordinator').post('opportunities', opportunity).expect(201))],
    'barrier-reviews': [review],
    'barrier-actions': (acted.body as { actions: { id: string }[] }).actions.map(({ id }) => id),
  };
}

/** A leadership plan with one of everything, and a board. */
async function plannedThings(programmeId: string, organisationId: string): Promise<Things> {
  const api = service.as('talent_board');
  const plan = `leadership-plan/${programmeId}`;
  await api.put(plan, { title: 'Leaders', startsOn: '2026-10-01', vacancies: [] }).expect(201);
  const added = async (path: string, body: object) => [idOf(await api.post(path, body).expect(201))];
  const action = {
    chapter: 'diagnosis',
    title: 'Count',
    owner: 'Chair',
    dueOn: '2026-10-01',
    state: 'planned',
  };
  const risk = { kind: 'risk', description: 'So.', mitigation: 'So.', owner: 'Chair', state: 'open' };
  const seats = [{ role: 'chair', title: 'Chair' }];
  return {
    'leadership-plan': [programmeId],
    'plan-actions': await added(`${plan}/actions`, action),
    'plan-snapshots': await added(`${plan}/snapshots`, {}),
    'plan-risks': await added(`${plan}/risks`, { ...risk, escalation: 'local', likelihood: 1, impact: 1 }),
    'plan-scenarios': await added(`${plan}/scenarios`, { title: 'None', assumptions: [] }),
    boards: await added('boards', { programmeId, organisationId, kind: 'other', seats }),
  };
}

/** A report on equity, and its published snapshot. */
async function auditedThings(programmeId: string): Promise<Things> {
  const auditor = service.as('hr_auditor');
  const workforce = 'profession,headcount\nmidwife,9';
  await service.as('coordinator').put(`programmes/${programmeId}/baseline`, { workforce }).expect(200);
  const report = idOf(await auditor.post('equity/reports', { programmeId }).expect(202));
  await untilAnswered(auditor, `/api/v1/equity/reports/${report}`);
  const snapshot = idOf(await auditor.post('equity/snapshots', { reportId: report }).expect(201));
  await service.as('talent_board').post(`equity/snapshots/${snapshot}/approve`).expect(200);
  return { 'equity-reports': [report], 'equity-snapshots': [snapshot] };
}

const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }));

const hostileValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    hostileText(),
    fc.constantFrom<unknown>(
      null,
      0,
      -1,
      0.5,
      1e308,
      -0,
      true,
      [],
      {},
      [[]],
      [null],
      Number.MAX_SAFE_INTEGER,
    ),
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'id', 'a'), fc.jsonValue({ maxDepth: 1 })),
  );

/** Mostly the id of a thing of the kind that is asked for. */
function anId(noun: string): fc.Arbitrary<string> {
  const everything = Object.values(known.things).flat();
  return fc.oneof(
    { arbitrary: fc.constantFrom(...(known.things[noun] ?? everything)), weight: 20 },
    { arbitrary: fc.constantFrom(...everything), weight: 1 },
    { arbitrary: fc.uuid(), weight: 1 },
  );
}

/** Mostly what a schema asks for, up to its limits, so that some requests come far; now and then anything else. */
function valueOf(given: Schema, noun: string, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given, known.api);
  const asAsked = depth > DEEPEST ? hostileValue() : asked(schema, noun, depth + 1);
  return fc.oneof({ arbitrary: asAsked, weight: 40 }, { arbitrary: hostileValue(), weight: 1 });
}

function asked(schema: Schema, noun: string, depth: number): fc.Arbitrary<unknown> {
  const [alternative] = schema.allOf ?? schema.oneOf ?? [];
  if (alternative !== undefined) return valueOf(alternative, noun, depth);
  switch (schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const fields = Object.entries(properties).map(
        ([name, of]) => [name, valueOf(of, NOUN_OF[name] ?? '', depth)] as const,
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
    }
    case 'array': {
      const { items = {}, minItems = 0 } = schema;
      return fc.array(valueOf(items, noun, depth), { minLength: minItems, maxLength: 4 });
    }
    case 'integer':
    case 'number': {
      const { minimum: min = -5, maximum: max = 1_000_000 } = schema;
      const beside = fc.constantFrom(min - 1, max + 1, min + 0.5);
      return fc.oneof(
        { arbitrary: fc.integer({ min, max }), weight: 10 },
        { arbitrary: fc.constantFrom(min, max), weight: 5 },
        { arbitrary: beside, weight: 1 },
      );
    }
    case 'boolean':
      return fc.boolean();
    case 'string':
      return text(schema, noun);
    default:
      return hostileValue();
  }
}

function text({ enum: choices, format, minLength = 0, maxLength = 40 }: Schema, noun: string) {
  if (choices !== undefined) return fc.constantFrom(...choices);
  switch (format) {
    case 'uuid':
      return anId(noun);
    case 'date':
      return fc.constantFrom('2026-10-01', '0001-01-01', '9999-12-31', '2026-02-30', '0000-01-01');
    case 'date-time':
      return fc.constantFrom('2026-10-01T09:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59Z');
    default: {
      const most = Math.min(maxLength, minLength + 60);
      return fc.oneof(
        { arbitrary: fc.constantFrom(...WORDS), weight: 8 },
        { arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: most }), weight: 4 },
        { arbitrary: hostileText(), weight: 1 },
      );
    }
  }
}

interface HostileRequest {
  readonly operation: Operation;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Text as it stands in an address: half characters cannot, and a few escapes go as they are. */
const inAddress = (value: unknown): string =>
  value === '%00' || value === '%ff' ? value : encodeURIComponent(Buffer.from(asText(value)).toString());

/** A header that a client of ours can send at all. */
const inHeader = (value: unknown): string =>
  asText(value)
    .replace(/[^\x20-\x7e]/g, '')
    .slice(0, 300);

function requestFor(operation: Operation): fc.Arbitrary<HostileRequest> {
  const parameters = operation.parameters ?? [];
  const noun = (
    /^\/api\/v1\/(?:transparency\/)?((?:equity\/)?[\w-]+)/.exec(operation.path)?.[1] ?? ''
  ).replace('/', '-');
  const part = (where: string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === where)
          .map(({ name, schema }) => [name, erases ? fc.uuid() : valueOf(schema, NOUN_OF[name] ?? noun)]),
      ),
      { requiredKeys: parameters.filter((one) => one.in === where && one.required).map(({ name }) => name) },
    );
  // Whoever is erased cannot be asked about any more: that is for few of the requests.
  const erases = operation.path.endsWith('/erasure');
  const content = operation.requestBody?.content['application/json']?.schema;
  return fc
    .record({
      path: part('path'),
      query: fc.tuple(part('query'), fc.option(fc.tuple(hostileText(), hostileText()), { freq: 8 })),
      headers: part('header'),
      version: fc.constantFrom('"v1"', '"v2"', '"v3"', undefined),
      body: content === undefined ? fc.constant(undefined) : valueOf(content, ''),
    })
    .map(({ path, query: [query, extra], headers, version, body }) => {
      const search = [...Object.entries(query), ...(extra === null ? [] : [extra])]
        .flatMap(([name, value]) =>
          (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
        )
        .map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`)
        .join('&');
      const address = addressOf(operation.path, (name) => inAddress(path[name]));
      return {
        operation,
        address: search === '' ? address : `${address}?${search}`,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [
            name,
            name === 'If-Match' && version !== undefined ? version : inHeader(value),
          ]),
        ),
        ...(body === undefined ? {} : { body }),
      };
    });
}

const STAFF = ['coordinator', 'talent_board', 'hr_auditor', 'platform_admin'] as const;

/** Somebody who may, so that the request comes as far as it can. */
function whoMay({ 'x-permission': permission = [] }: Operation): Api {
  const permissions = [permission].flat() as readonly Permission[];
  const role = STAFF.find((one) => permissions.some((asked) => asked.includes(':') && may(one, asked)));
  return role === undefined ? known.mentee : service.as(role);
}

function answerTo({ operation, address, headers, body }: HostileRequest): Promise<Response> {
  const sent = whoMay(operation)
    .send(operation.method, address)
    .set({ ...headers });
  return Promise.resolve(
    body === undefined ? sent : sent.set('Content-Type', 'application/json').send(JSON.stringify(body)),
  );
}

describe('whatever is asked', () => {
  it('is answered, or refused in plain words: never a fault of the server, and nothing of its insides', async () => {
    const statuses = new Map<number, number>();
    // One for each operation, made once: to make them takes longer than to ask.
    const ofOperations = fc.oneof(...known.operations.map(requestFor));
    const requests = fc.array(ofOperations, { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(
      fc.asyncProperty(requests, async (together) => {
        const answers = await Promise.all(together.map(answerTo));
        for (const answer of answers) {
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status < 300) {
            expect(insidesShownBy(answer)).toBeUndefined();
          } else {
            refusalOf(answer);
            expect(answer.text).not.toContain(CANARY);
          }
        }
      }),
      { numRuns: REQUESTS / AT_ONCE, seed: SEED, endOnFailure: true },
    );
    // A wall that everything bounces off proves nothing: some have to come through, and to every kind of refusal.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 404, 409, 412, 422]));
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 20);
    await service.as('public').get('/health/ready').expect(200);
    expect(service.server.runs).toBe(true);
    const written = [service.server, ...service.workers].map(({ output }) => output).join('');
    expect(written.length).toBeGreaterThan(REQUESTS);
    expect(written).not.toContain(CANARY);
    const rows = new KeptRows(service);
    for (const table of ['bullmq.job', 'outbox_job', 'audit_event']) {
      expect([table, await rows.holds(table, CANARY)]).toEqual([table, false]);
    }
  }, 300_000);
});
