import { may, type Permission, type Role, ROLES } from '@evenhand/identity';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { type Api, useService } from '../harness/service';
import {
  addressOf,
  type DescribedApi,
  faultsOf,
  type Operation,
  operationsOf,
  resolved,
  type Schema,
} from './described-api';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { bodyOf, publishedRound, solvedRound } from './round-over-http';

/**
 * Who may do what, as a table of every route × every role × {their own, somebody else's, another programme's, one that is
 * not there}, generated from the description of the interface: a route that nobody thought of is in it all the same.
 */

const service = useService();

type Who = 'public' | Role;
const EVERYBODY: readonly Who[] = ['public', ...ROLES];

/** Ids by the parameter of an address, of one programme. What is a person's own is that of one person. */
type Things = Readonly<Record<string, string>>;

interface Tenant {
  readonly programmeId: string;
  /** What belongs to the mentee and the mentor who ask. */
  readonly own: Things;
  /** What belongs to others in the programme. */
  readonly others: Things;
}

const known = {} as {
  api: DescribedApi;
  operations: readonly Operation[];
  callers: Record<Who, Api>;
  ours: Tenant;
  theirs: Tenant;
};

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;
const itemsOf = async (api: Api, path: string) =>
  ((await bodyOf(api.get(path).expect(200))) as { items: Record<string, string>[] }).items;

/** A programme with something of every kind in it. The letter tells its people from those of another. */
async function tenant(letter: string): Promise<Tenant> {
  const api = service.as('coordinator');
  const board = service.as('talent_board');
  const programmeId = idOf(await api.post('programmes', { name: `Programme ${letter}` }).expect(201));
  const person = (name: string) => ({
    id: `${name}-${letter}`,
    name: `Name-of-${name}-${letter}`,
    email: `${name}-${letter}@example.org`,
  });
  const importId = idOf(
    await api
      .post('imports', {
        programmeId,
        mentees: csv([aMenteeRow(person('ana')), aMenteeRow(person('bea'))]),
        mentors: csv([
          aMentorRow({ ...person('moe'), capacity: '1' }),
          aMentorRow({ ...person('nia'), capacity: '1' }),
        ]),
      })
      .expect(201),
  );
  const people = await itemsOf(api, `people?programme=${programmeId}`);
  const idOfPerson = (name: string) =>
    people.find(({ reference }) => reference === `${name}-${letter}`)!['id']!;
  const [ana, bea, moe, nia] = ['ana', 'bea', 'moe', 'nia'].map(idOfPerson) as [
    string,
    string,
    string,
    string,
  ];
  const requests = await itemsOf(api, `mentoring-requests?programme=${programmeId}`);
  const requestOf = (personId: string) =>
    requests.find((request) => request['personId'] === personId)!['id']!;

  const solved = await solvedRound(api, programmeId);
  const replay = await bodyOf(api.post(`matching-rounds/${solved}/replay`).expect(202));
  await api.post(`matching-rounds/${solved}/discard`).expect(200);
  const { id: published, proposals } = await publishedRound(api, programmeId);
  const proposalOf = (menteeId: string) => proposals.find((proposal) => proposal.menteeId === menteeId)!;

  const pool = {
    programmeId,
    title: `Heads ${letter}`,
    purpose: 'To lead.',
    waysIn: ['nominated', 'applied'],
  };
  const poolId = idOf(await board.post('talent-pools', pool).expect(201));
  const criteria = { criteria: [{ code: 'leads', sentence: 'Has led a team.' }], reason: 'First.' };
  await board.post(`talent-pools/${poolId}/criteria`, criteria).expect(201);
  await board.post(`talent-pools/${poolId}/open`).expect(200);
  const nominated = async (personId: string) =>
    idOf(
      await board
        .post(`talent-pools/${poolId}/members`, { nomination: { personId, as: 'manager' }, reason: 'Led.' })
        .expect(201),
    );
  const [memberAna, memberBea] = [await nominated(ana), await nominated(bea)];
  const [organisation] = await itemsOf(api, `organisations?programme=${programmeId}`);

  const shared = {
    programme: programmeId,
    organisation: organisation!['id']!,
    import: importId,
    round: published,
    solvedRound: solved,
    replay: (replay as { id: string }).id,
    pool: poolId,
  };
  return {
    programmeId,
    own: {
      ...shared,
      person: ana,
      mentor: proposalOf(ana).mentorId === moe ? moe : nia,
      request: requestOf(ana),
      proposal: proposalOf(ana).id,
      member: memberAna,
    },
    others: {
      ...shared,
      person: bea,
      mentor: proposalOf(bea).mentorId,
      request: requestOf(bea),
      proposal: proposalOf(bea).id,
      member: memberBea,
    },
  };
}

beforeAll(async () => {
  known.api = (await bodyOf(service.as('public').get('/api/openapi.json').expect(200))) as DescribedApi;
  known.operations = operationsOf(known.api).filter(({ path }) => path.startsWith('/api/v1/'));
  [known.ours, known.theirs] = [await tenant('a'), await tenant('b')];
  for (const role of ['coordinator', 'hr_auditor', 'talent_board'] as const) {
    const words = ['--role', role, '--email', `${role}@programme-a.example`, '--programme', 'Programme a'];
    service.command(['grant', ...words]);
  }
  const mentorOfAna = await bodyOf(service.as('coordinator').get(`people/${known.ours.own['mentor']!}`));
  known.callers = {
    public: service.as('public'),
    platform_admin: service.as('platform_admin'),
    aspiring_leader: await service.asHolderOf('ana-a@example.org'),
    mentor: await service.asHolderOf((mentorOfAna as { email: string }).email),
    coordinator: await service.asHolderOf('coordinator@programme-a.example'),
    hr_auditor: await service.asHolderOf('hr_auditor@programme-a.example'),
    talent_board: await service.asHolderOf('talent_board@programme-a.example'),
  };
}, 240_000);

/** What a parameter of an address stands for, by where it stands. */
function kindOf(path: string, parameter: string): string {
  const noun = path.slice('/api/v1/'.length).split(`/{${parameter}}`)[0]!.split('/').pop()!;
  const kinds: Readonly<Record<string, string>> = {
    ...{ programmes: 'programme', organisations: 'organisation', imports: 'import', people: 'person' },
    ...{ 'mentee-profiles': 'person', 'mentor-profiles': 'mentor', 'mentoring-requests': 'request' },
    ...{ proposals: 'proposal', explanations: 'request', 'talent-pools': 'pool', members: 'member' },
    ...{ rounds: 'round' },
    ...{ 'matching-rounds': path.includes('/replays/') ? 'solvedRound' : 'round', replays: 'replay' },
  };
  return kinds[noun] ?? noun;
}

/** Kinds that are somebody's own, and so another's as well. */
const PERSONAL = new Set(['person', 'mentor', 'request', 'proposal', 'member']);

/** Bodies where what the description asks for is not enough to be read. */
const BODIES: Readonly<Record<string, (of: Things) => object>> = {
  'proposals.postDecline': () => ({ reason: 'no_time' }),
  'mentoringRequests.post': (of) => ({ programmeId: of['programme'], personId: of['person'] }),
  'mentoringRequests.patch': () => ({ welcomedAgain: [] }),
  'poolMembers.post': () => ({ nomination: { personId: randomUUID(), as: 'manager' }, reason: 'Led.' }),
  'menteeProfiles.put': () => ({ targetStage: '2', gaps: [{ topic: 'SE-1.1', size: 2 }] }),
  'mentorProfiles.put': () => ({ strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 1 }),
  'overrides.post': (of) => ({
    kind: 'forbid',
    requestId: of['request'],
    mentorId: of['mentor'],
    reason: 'So.',
  }),
  'overrides.postPreview': (of) => ({ requestId: of['request'] }),
  'imports.post': (of) => ({ programmeId: of['programme'], mentees: csv([aMenteeRow({ id: 'new' })]) }),
  'poolMembers.postAssessment': () => ({ horizon: 'now', evidence: 'Has done it.' }),
};

/** A body with what the description requires, about these things. */
function bodyFor({ operationId, requestBody }: Operation, of: Things): unknown {
  const schema = requestBody?.content['application/json']?.schema;
  const made = BODIES[operationId]?.(of);
  return made ?? (schema === undefined ? undefined : valueFor(schema, '', of));
}

function valueFor(given: Schema, name: string, of: Things): unknown {
  const schema = resolved(given, known.api);
  const [alternative] = schema.allOf ?? schema.oneOf ?? [];
  if (alternative !== undefined) return valueFor(alternative, name, of);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((field) => [field, valueFor(schema.properties![field]!, field, of)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => valueFor(schema.items!, name, of));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      if (name === 'programmeId') return of['programme'];
      if (name === 'personId') return of['person'];
      if (schema.format === 'uuid') return randomUUID();
      return schema.enum?.[0] ?? (schema.format === 'date-time' ? '2026-10-01T09:00:00Z' : 'text');
  }
}

/** Something of every kind that is nowhere. */
const nowhere = (): Things => new Proxy({}, { get: () => randomUUID() });

function ask(operation: Operation, who: Who, of: Things): Promise<Response> {
  const { method, path, parameters = [] } = operation;
  const asked = parameters.some(({ in: where, name }) => where === 'query' && name === 'programme');
  const address = addressOf(path, (name) => {
    const choices = parameters.find((one) => one.name === name)?.schema.enum;
    return choices?.[0] ?? of[kindOf(path, name)] ?? randomUUID();
  });
  const sent = known.callers[who].send(method, asked ? `${address}?programme=${of['programme']!}` : address);
  const edits = parameters.some(({ name }) => name === 'If-Match');
  const headed = edits ? sent.set('If-Match', '"v1"') : sent;
  const body = method === 'get' ? undefined : bodyFor(operation, of);
  return Promise.resolve(body === undefined ? headed : headed.send(body as object));
}

const permissionsOf = (operation: Operation): 'public' | readonly Permission[] => {
  const asked = operation['x-permission'];
  return asked === 'public' ? asked : ([asked].flat() as readonly Permission[]);
};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** All that came over the wire, save for ids, the time of day and what was sent back of what was asked. */
const bytes = ({ status, text, headers }: Response) => {
  const { date: _, 'x-request-id': __, 'content-length': ___, ...others } = headers as Record<string, string>;
  return JSON.stringify([status, text.replace(UUID, '<id>'), others]).replace(UUID, '<id>');
};

/** Whether an answer says that the thing is there for whoever asked, whatever became of what they wanted of it. */
const isReached = ({ status }: Response) => ![401, 403, 404].includes(status) && status < 500;

const namesProgramme = ({ parameters = [], requestBody }: Operation): boolean => {
  const schema = requestBody?.content['application/json']?.schema;
  const fields = schema === undefined ? {} : (resolved(schema, known.api).properties ?? {});
  return (
    parameters.some(({ in: where, name }) => where === 'query' && name === 'programme') ||
    'programmeId' in fields
  );
};

/** Kinds of things in the address of an operation. */
const kindsIn = ({ path, parameters = [] }: Operation) =>
  parameters.filter(({ in: where }) => where === 'path').map(({ name }) => kindOf(path, name));

/** What stands above programmes: an admin's, and what is asked of everybody alike. */
const OF_NO_PROGRAMME =
  /^\/api\/v1\/(?:accounts|role-grants|break-glass|jobs|me|taxonomy|transparency)(?:\/|$)/;

/** A mentor is a person of the programme as well, and so an aspiring leader. */
const holds = (who: Who, permission: Permission): boolean =>
  who !== 'public' && (may(who, permission) || (who === 'mentor' && may('aspiring_leader', permission)));

describe('who may do what', () => {
  it.each(EVERYBODY)('%s: what nobody of them may, whatever it is about', async (who) => {
    const surprises: string[] = [];
    let refused = 0;
    for (const operation of known.operations) {
      const permissions = permissionsOf(operation);
      if (permissions === 'public') continue;
      if (permissions.some((permission) => holds(who, permission))) continue;
      const answers = [];
      for (const things of [known.ours.own, known.ours.others, known.theirs.own, nowhere()]) {
        answers.push(await ask(operation, who, things));
      }
      refused += answers.length;
      const wanted = who === 'public' ? 401 : 403;
      const differ = new Set(answers.map(bytes)).size > 1;
      if (differ || answers.some(({ status }) => status !== wanted)) {
        surprises.push(`${operation.operationId}: ${answers.map(({ status }) => status).join(' ')}`);
      }
    }
    expect(surprises).toEqual([]);
    expect(refused).toBeGreaterThan(30);
  });

  it.each(ROLES.filter((role) => role !== 'platform_admin'))(
    '%s: what another programme has is to them as if it were not there',
    async (who) => {
      const surprises: string[] = [];
      let compared = 0;
      for (const operation of known.operations) {
        const permissions = permissionsOf(operation);
        if (permissions === 'public' || !permissions.some((permission) => holds(who, permission))) continue;
        const isAboutProgramme = kindsIn(operation).length > 0 || namesProgramme(operation);
        if (!isAboutProgramme || OF_NO_PROGRAMME.test(operation.path)) continue;
        const missing = await ask(operation, who, nowhere());
        const theirs = await ask(operation, who, known.theirs.own);
        compared += 1;
        if (bytes(theirs) !== bytes(missing) || (isReached(theirs) && operation.method !== 'get')) {
          surprises.push(
            `${operation.operationId}: ${theirs.status} ${missing.status} ${theirs.text.slice(0, 200)}`,
          );
        }
      }
      expect(surprises).toEqual([]);
      expect(compared).toBeGreaterThan(4);
    },
  );

  it.each(['aspiring_leader', 'mentor'] as const)(
    '%s: what is somebody else’s is to them as if it were not there',
    async (who) => {
      const surprises: string[] = [];
      let compared = 0;
      for (const operation of known.operations) {
        const permissions = permissionsOf(operation);
        if (permissions === 'public') continue;
        const held = permissions.filter((permission) => holds(who, permission));
        const isOwnOnly = held.length > 0 && held.every((permission) => permission.endsWith('-own'));
        if (!isOwnOnly || !kindsIn(operation).some((kind) => PERSONAL.has(kind))) continue;
        const others = await ask(operation, who, known.ours.others);
        const missing = await ask(operation, who, { ...known.ours.others, ...personalOf(nowhere()) });
        compared += 1;
        if (bytes(others) !== bytes(missing) || isReached(others)) {
          surprises.push(
            `${operation.operationId}: ${others.status} ${missing.status} ${others.text.slice(0, 200)}`,
          );
        }
      }
      expect(surprises).toEqual([]);
      expect(compared).toBeGreaterThan(8);
    },
  );

  it('everybody reaches what is their own, in the fields that its description names, and no other', async () => {
    const surprises: string[] = [];
    const reachedBy = new Map<Who, number>();
    for (const operation of known.operations.filter(({ method }) => method === 'get')) {
      const permissions = permissionsOf(operation);
      for (const who of EVERYBODY) {
        const mayRead = permissions === 'public' || permissions.some((one) => holds(who, one));
        if (!mayRead || NOT_MADE_HERE.test(operation.path)) continue;
        const answer = await ask(operation, who, ownOf(who));
        const faults = describedFaults(operation, answer);
        if (isReached(answer) && faults.length === 0) {
          reachedBy.set(who, (reachedBy.get(who) ?? 0) + 1);
        } else if (!EXPECTED_ABSENT.has(`${who} ${operation.operationId}`)) {
          surprises.push(
            `${who} ${operation.operationId}: ${answer.status} ${faults[0] ?? answer.text.slice(0, 200)}`,
          );
        }
      }
    }
    expect(surprises).toEqual([]);
    for (const who of EVERYBODY) expect([who, (reachedBy.get(who) ?? 0) > 3]).toEqual([who, true]);
  });

  it('nobody reads more of people in an answer than their role allows', async () => {
    const seen = new Map<Who, Set<string>>(EVERYBODY.map((who) => [who, new Set()]));
    for (const operation of known.operations.filter(({ method }) => method === 'get')) {
      for (const who of EVERYBODY) {
        for (const things of [known.ours.own, known.ours.others, known.theirs.own]) {
          const { text } = await ask(operation, who, things);
          for (const [fact, pattern] of Object.entries(PERSONAL_FACTS)) {
            if (pattern.test(text)) seen.get(who)!.add(fact);
          }
        }
      }
    }
    expect(Object.fromEntries(EVERYBODY.map((who) => [who, [...seen.get(who)!].sort()]))).toEqual(
      ALLOWED_FACTS,
    );
  });
});

const personalOf = (of: Things): Things =>
  Object.fromEntries([...PERSONAL].map((kind) => [kind, of[kind]!] as const));

/** A mentor's own person is the mentor. */
const ownOf = (who: Who): Things =>
  who === 'mentor' ? { ...known.ours.own, person: known.ours.own['mentor']! } : known.ours.own;

/** What would have to be made for it, and other tests make. */
const NOT_MADE_HERE =
  /\/(?:previews|frontiers|recruitments|override-previews|overrides)\/\{|\/progress$|\/corrections?|\/transparency\/(?:audit-head|signing-keys)/;

/** A mentor asks for nobody, and a mentee offers nothing: they have no such profile, request or explanation. */
const EXPECTED_ABSENT = new Set([
  'mentor menteeProfiles.get',
  'mentor mentoringRequests.get',
  'mentor matchingRounds.getExplanation',
  'mentor poolMembers.get',
  'aspiring_leader mentorProfiles.get',
  // Nobody of the platform, or of the staff, is a person of the programme by that alone.
  'hr_auditor people.get',
  'hr_auditor menteeProfiles.get',
  'hr_auditor mentorProfiles.get',
  'talent_board people.get',
  'talent_board menteeProfiles.get',
  'talent_board mentorProfiles.get',
  'talent_board poolMembers.get',
  'platform_admin people.get',
  'platform_admin menteeProfiles.get',
  'platform_admin mentorProfiles.get',
  'coordinator equalityAnswers.get',
  'hr_auditor equalityAnswers.get',
  'talent_board equalityAnswers.get',
  'platform_admin equalityAnswers.get',
]);

function describedFaults({ responses }: Operation, { status, body, headers }: Response): readonly string[] {
  const type = (headers['content-type'] ?? '').split(';')[0]!;
  const schema = responses[String(status)]?.content?.[type]?.schema;
  if (type !== 'application/json' || schema === undefined)
    return status < 300 || status === 409 ? [] : [`${status}`];
  return faultsOf(body, schema, known.api);
}

/** What would tell who somebody is. */
const PERSONAL_FACTS = {
  'own name': /Name-of-(?:ana|moe|nia)-a/,
  "another mentee's name": /Name-of-bea-a/,
  "another mentee's address": /bea-a@example/,
  "another programme's people": /Name-of-\w+-b|\w+-b@example/,
};

/** By role, what of it may stand in an answer at all (the matrix of roles). */
const ALLOWED_FACTS: Readonly<Record<Who, readonly string[]>> = {
  public: [],
  aspiring_leader: ['own name'],
  mentor: ['own name'],
  coordinator: ["another mentee's address", "another mentee's name", 'own name'],
  hr_auditor: [],
  talent_board: [],
  platform_admin: [],
};
