import { may, type Permission, type Role, ROLES } from '@evenhand/identity';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { type Api, useService } from '../harness/service';
import {
  addressOf,
  type DescribedApi,
  faultsOf,
  fieldsOf,
  type Operation,
  operationsOf,
  resolved,
  type Schema,
} from './described-api';
import { FIELDS_BY_ROLE, LETTERS, tellsOfPeople } from './fields-by-role';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { bodyOf, publishedRound, solvedRound, untilAnswered } from './round-over-http';

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
          // Of the organisation of those who ask, whose champions they can be.
          aMentorRow({ ...person('moe'), organisation: 'Northfield' }),
          aMentorRow({ ...person('nia'), organisation: 'Northfield' }),
        ]),
      })
      .expect(201),
  );
  const people = await itemsOf(api, `people?programme=${programmeId}`);
  const idOfPerson = (name: string) =>
    people.find(({ reference }) => reference === `${name}-${letter}`)!['id']!;
  const [ana, bea, moe] = ['ana', 'bea', 'moe'].map(idOfPerson) as [string, string, string];
  const requests = await itemsOf(api, `mentoring-requests?programme=${programmeId}`);
  const requestOf = (personId: string) =>
    requests.find((request) => request['personId'] === personId)!['id']!;

  const solved = await solvedRound(api, programmeId);
  const enquiries = await askedAbout(solved, requestOf(ana), moe);
  await api.post(`matching-rounds/${solved}/discard`).expect(200);
  const { id: published, proposals } = await publishedRound(api, programmeId);
  const proposalOf = (menteeId: string) => proposals.find((proposal) => proposal.menteeId === menteeId)!;

  const between = async (menteeId: string) => {
    const { id, mentorId } = proposalOf(menteeId);
    const holderOf = async (personId: string) =>
      service.asHolderOf(((await bodyOf(api.get(`people/${personId}`))) as { email: string }).email);
    const [mentee, mentor] = [await holderOf(menteeId), await holderOf(mentorId)];
    await mentee.post(`proposals/${id}/accept`).expect(200);
    await mentor.post(`proposals/${id}/accept`).expect(200);
    const [relationship] = await itemsOf(mentee, 'mentoring-relationships');
    const champion = { programmeId, championPersonId: mentorId };
    return {
      relationship: relationship!['id']!,
      championing: idOf(await mentee.post('champions', champion).expect(201)),
    };
  };

  const poolId = await anOpenPool(board, programmeId, `Heads ${letter}`);
  const decidedPool = await anOpenPool(board, programmeId, `Chairs ${letter}`);
  const { mentorId } = proposalOf(ana);
  const mentorOfAna = { id: mentorId, reference: `${mentorId === moe ? 'moe' : 'nia'}-${letter}` };
  const mentor = await service.asHolderOf(`${mentorOfAna.reference}@example.org`);
  const nominated = async (personId: string) =>
    idOf(
      await mentor
        .post(`talent-pools/${poolId}/members`, { nomination: { personId, as: 'mentor' }, reason: 'Led.' })
        .expect(201),
    );
  const [memberAna, memberBea] = [await nominated(ana), await nominated(bea)];
  const mentee = await service.asHolderOf(`ana-${letter}@example.org`);
  const otherMentee = await service.asHolderOf(`bea-${letter}@example.org`);
  await mentee.post(`talent-pools/${poolId}/members/${memberAna}/interest`).expect(200);
  const asked = { programmeId, field: 'email', wanted: `${letter}@example.org` };
  const correction = idOf(await mentee.post('me/correction-requests', asked).expect(201));
  const explanation = `matching-rounds/${published}/explanations/${requestOf(ana)}`;
  const review = idOf(await mentee.post(`${explanation}/review`, { reason: 'Why?' }).expect(201));
  const [organisation] = await itemsOf(api, `organisations?programme=${programmeId}`);
  const post = {
    ...{ programmeId, organisationId: organisation!['id'], ...CRITICAL_POST },
  };
  const postId = idOf(await board.post('critical-posts', post).expect(201));

  const offered = { kind: 'widening_perspectives', phase: 'early_mid_career', professions: [] };
  const opportunity = idOf(
    await api
      .post('opportunities', { programmeId, title: 'A day', description: 'Shadow.', ...offered })
      .expect(201),
  );
  const organisationId = organisation!['id']!;
  const barrierReview = idOf(
    await board.post('barrier-reviews', { programmeId, organisationId }).expect(201),
  );
  const acted = (await bodyOf(
    board
      .post(`barrier-reviews/${barrierReview}/actions`, A_BARRIER_ACTION)
      .set('If-Match', '"v1"')
      .expect(201),
  )) as { actions: { id: string }[] };

  const planned = await aPlan(board, programmeId, organisationId);
  await service.grant(`approver@${letter}.example`, 'talent_board', { programmeId });
  const ofPlan = `leadership-plan/${programmeId}/snapshots`;
  const planSnapshot = idOf(await board.post(ofPlan).expect(201));
  const other = await service.asHolderOf(`approver@${letter}.example`);
  await other.post(`${ofPlan}/${planSnapshot}/approve`).expect(200);
  const auditor = service.as('hr_auditor');
  await api
    .put(`programmes/${programmeId}/baseline`, { workforce: 'profession,headcount\nmidwife,9' })
    .expect(200);
  const reportId = idOf(await auditor.post('equity/reports', { programmeId }).expect(202));
  await untilAnswered(auditor, `/api/v1/equity/reports/${reportId}`);
  const snapshotId = idOf(await auditor.post('equity/snapshots', { reportId }).expect(201));
  await board.post(`equity/snapshots/${snapshotId}/approve`).expect(200);

  const shared = {
    ...planned,
    planSnapshot,
    opportunity,
    barrierReview,
    action: acted.actions[0]!.id,
    question: 'confidence',
    barrier: 'lack_of_time',
    programme: programmeId,
    organisation: organisation!['id']!,
    import: importId,
    round: published,
    solvedRound: solved,
    ...enquiries,
    ...{ correction, review },
    pool: poolId,
    decidedPool,
    post: postId,
    equityReport: reportId,
    equitySnapshot: snapshotId,
  };
  return {
    programmeId,
    own: {
      ...shared,
      ...{ person: ana, reference: `ana-${letter}` },
      mentor: mentorOfAna.id,
      mentorReference: mentorOfAna.reference,
      request: requestOf(ana),
      proposal: proposalOf(ana).id,
      member: memberAna,
      ...(await turnedDown(board, mentee, decidedPool)),
      ...(await between(ana)),
    },
    others: {
      ...shared,
      ...{ person: bea, reference: `bea-${letter}` },
      mentor: proposalOf(bea).mentorId,
      request: requestOf(bea),
      proposal: proposalOf(bea).id,
      member: memberBea,
      ...(await turnedDown(board, otherMentee, decidedPool)),
      ...(await between(bea)),
    },
  };
}

/** One of everything that can be asked about a solved round, and a decision about a pair of it. */
async function askedAbout(round: string, requestId: string, mentorId: string): Promise<Things> {
  const api = service.as('coordinator');
  const at = `matching-rounds/${round}`;
  const { version } = (await bodyOf(api.get(at).expect(200))) as { version: number };
  const decided = await api
    .post(`${at}/overrides`, { kind: 'pin', requestId, mentorId, reason: 'Both asked for it.' })
    .set('If-Match', `"v${version}"`)
    .expect(202);
  await untilAnswered(api, decided.headers['location']!);
  return {
    override: idOf(decided),
    replay: idOf(await api.post(`${at}/replay`).expect(202)),
    preview: idOf(await api.post(`${at}/preview`, { rules: { floor: 100 } }).expect(202)),
    frontier: idOf(await api.post(`${at}/frontier`).expect(202)),
    recruitment: idOf(await api.post(`${at}/recruitment`).expect(202)),
    overridePreview: idOf(await api.post(`${at}/override-preview`, { requestId }).expect(202)),
  };
}

/** A leadership plan with something of every kind in it, and a board. */
async function aPlan(board: Api, programmeId: string, organisationId: string): Promise<Things> {
  const plan = `leadership-plan/${programmeId}`;
  await board.put(plan, A_PLAN).expect(201);
  await board.put(`${plan}/population-baseline`, A_BASELINE).expect(201);
  const added = async (path: string, body: object) => idOf(await board.post(path, body).expect(201));
  const risk = { kind: 'risk', description: 'So.', escalation: 'local', likelihood: 1, impact: 1 };
  const seats = [{ role: 'chair', title: 'Chair' }];
  const sections = { readiness: 'led_from_the_top', behaviours: 'values_diversity', chapters: 'diagnosis' };
  for (const [kind, code] of Object.entries(sections)) {
    await board.put(`${plan}/${kind}/${code}`, A_SECTION).expect(201);
  }
  return {
    ...sections,
    planAction: await added(`${plan}/actions`, AN_ACTION),
    planRisk: await added(`${plan}/risks`, { ...risk, mitigation: 'So.', owner: 'Chair', state: 'open' }),
    planScenario: await added(`${plan}/scenarios`, { title: 'None', assumptions: [] }),
    board: await added('boards', { programmeId, organisationId, kind: 'other', seats }),
  };
}

async function anOpenPool(board: Api, programmeId: string, title: string): Promise<string> {
  const pool = { programmeId, title, purpose: 'To lead.', waysIn: ['nominated', 'applied'] };
  const id = idOf(await board.post('talent-pools', pool).expect(201));
  const criteria = { criteria: [{ code: 'leads', sentence: 'Has led a team.' }], reason: 'First.' };
  await board.post(`talent-pools/${id}/criteria`, criteria).expect(201);
  await board.post(`talent-pools/${id}/open`).expect(200);
  return id;
}

/** Somebody applies to a pool, is turned down, and asks that another looks again. */
async function turnedDown(board: Api, person: Api, poolId: string): Promise<Things> {
  const pool = `talent-pools/${poolId}`;
  const memberId = idOf(await person.post(`${pool}/members`, { reason: 'Led.' }).expect(201));
  await board.post(`${pool}/members/${memberId}/assessment`, AN_ASSESSMENT).expect(200);
  const verdict = { memberId, outcome: 'not_in_pool', reason: 'Not yet.' };
  const decision = idOf(await board.post(`${pool}/decisions`, verdict).expect(201));
  return {
    decision,
    decisionReview: idOf(await person.post(`${pool}/decisions/${decision}/review`).expect(201)),
  };
}

const AN_ASSESSMENT = { horizon: 'now', evidence: 'Has done it.' };
const A_BARRIER_ACTION = {
  ...{ barrier: 'lack_of_time', what: 'Protect a day.', owner: 'Director', due: '2030-01-01' },
};
const A_PLAN = { title: 'Leaders', startsOn: '2026-10-01', vacancies: [] };
const A_BASELINE = {
  ...{ source: 'Census', asOf: '2026-03-31' },
  populations: [{ population: 'community', total: 0, counts: [] }],
};
const A_SECTION = { owner: 'Chair', evidence: 'Seen.', state: 'under_way' };
const AN_ACTION = {
  ...{ chapter: 'diagnosis', title: 'Count', owner: 'Chair', dueOn: '2026-10-01', state: 'planned' },
};

beforeAll(async () => {
  known.api = (await bodyOf(service.as('public').get('/api/openapi.json').expect(200))) as DescribedApi;
  known.operations = operationsOf(known.api).filter(({ path }) => path.startsWith('/api/v1/'));
  [known.ours, known.theirs] = [await tenant('a'), await tenant('b')];
  for (const role of ['coordinator', 'hr_auditor', 'talent_board'] as const) {
    const { programmeId, own } = known.ours;
    // The auditor is an organisation's own.
    const where = role === 'hr_auditor' ? { organisationId: own['organisation']! } : {};
    await service.grant(`${role}@programme-a.example`, role, { programmeId, ...where });
  }
  known.callers = {
    public: service.as('public'),
    platform_admin: service.as('platform_admin'),
    aspiring_leader: await service.asHolderOf('ana-a@example.org'),
    mentor: await service.asHolderOf(`${known.ours.own['mentorReference']!}@example.org`),
    coordinator: await service.asHolderOf('coordinator@programme-a.example'),
    hr_auditor: await service.asHolderOf('hr_auditor@programme-a.example'),
    talent_board: await service.asHolderOf('talent_board@programme-a.example'),
  };
  // Whoever signs in for the first time takes over the account of their address, and does nothing else meanwhile.
  for (const role of ROLES) await known.callers[role].get('me').expect(200);
}, 240_000);

/** What was asked about the round that was solved and not published. */
const OF_SOLVED_ROUND = /\/(?:replays|previews|frontiers|recruitments|overrides|override-previews)\/\{/;
/** A post, but for whose it is. */
const CRITICAL_POST = {
  ...{ region: 'london', title: 'Head of service', stage: '3', neededAt: '1-3' },
  roleProfile: [{ code: 'runs', sentence: 'Has run a service.' }],
};

/** What a parameter of an address stands for, by where it stands. */
function kindOf(path: string, parameter: string): string {
  const noun = path.slice('/api/v1/'.length).split(`/{${parameter}}`)[0]!.split('/').pop()!;
  const kinds: Readonly<Record<string, string>> = {
    ...{ programmes: 'programme', organisations: 'organisation', imports: 'import', people: 'person' },
    ...{ 'mentee-profiles': 'person', 'mentor-profiles': 'mentor', 'mentoring-requests': 'request' },
    ...{ proposals: 'proposal', explanations: 'request', members: 'member' },
    'talent-pools': path.includes('/decisions/') ? 'decidedPool' : 'pool',
    ...{ decisions: 'decision', 'decision-reviews': 'decisionReview' },
    ...{ rounds: 'round', 'correction-requests': 'correction', 'explanation-reviews': 'review' },
    ...{ replays: 'replay', previews: 'preview', frontiers: 'frontier', recruitments: 'recruitment' },
    ...{ overrides: 'override', 'override-previews': 'overridePreview' },
    'matching-rounds': OF_SOLVED_ROUND.test(path) ? 'solvedRound' : 'round',
    ...{ opportunities: 'opportunity', 'barrier-reviews': 'barrierReview' },
    ...{ answers: 'question', judgements: 'barrier' },
    actions: path.includes('/barrier-reviews/') ? 'action' : 'planAction',
    ...{ 'mentoring-relationships': 'relationship', champions: 'championing' },
    'critical-posts': 'post',
    ...{ 'leadership-plan': 'programme', boards: 'board', risks: 'planRisk', scenarios: 'planScenario' },
    ...{ reports: 'equityReport', 'equity-snapshots': 'equitySnapshot', 'leadership-plans': 'planSnapshot' },
    snapshots: path.includes('/leadership-plan/') ? 'planSnapshot' : 'equitySnapshot',
  };
  return kinds[noun] ?? noun;
}

/** Kinds that are somebody's own, and so another's as well. */
const PERSONAL = new Set([
  ...['person', 'mentor', 'request', 'proposal', 'member'],
  ...['relationship', 'championing', 'decision', 'barrierReview'],
]);

/** Bodies where what the description asks for is not enough to be read. */
const BODIES: Readonly<Record<string, (of: Things) => object>> = {
  'proposals.postDecline': () => ({ reason: 'no_time' }),
  'mentoringRequests.post': (of) => ({ programmeId: of['programme'], personId: of['person'] }),
  'mentoringRequests.patch': () => ({ welcomedAgain: [] }),
  'people.put': (of) => ({
    ...{ reference: of['reference'], email: `${of['reference']!}@example.org` },
    background: { profession: 'adult_nurse' },
    posts: [{ organisationId: of['organisation'], region: 'london', stage: '1' }],
    ...{ consent: true, active: true },
  }),
  'poolMembers.post': (of) => ({ nomination: { personId: of['person'], as: 'mentor' }, reason: 'Led.' }),
  'poolDecisions.post': (of) => ({ memberId: of['member'], outcome: 'in_pool', reason: 'Meets it.' }),
  'menteeProfiles.put': () => ({ targetStage: '2', gaps: [{ topic: 'SE-1.1', size: 2 }] }),
  'mentorProfiles.put': () => ({ strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 1 }),
  'overrides.post': (of) => ({
    kind: 'forbid',
    requestId: of['request'],
    mentorId: of['mentor'],
    reason: 'So.',
  }),
  'overrides.postPreview': (of) => ({ requestId: of['request'] }),
  'baselines.put': () => ({ workforce: 'profession,headcount\nmidwife,9' }),
  'equityReports.post': (of) => ({ programmeId: of['programme'] }),
  'imports.post': (of) => ({ programmeId: of['programme'], mentees: csv([aMenteeRow({ id: 'new' })]) }),
  'mentoringRelationships.postFirstMeeting': () => ({ on: '2026-10-01' }),
  'champions.post': (of) => ({ programmeId: of['programme'], championPersonId: of['mentor'] }),
  'champions.postPutForward': () => ({ what: 'A board', on: '2026-01-01' }),
  'barrierReviews.postAction': () => A_BARRIER_ACTION,
  'criticalPosts.post': (of) => ({
    ...{ programmeId: of['programme'], organisationId: of['organisation'], ...CRITICAL_POST },
  }),
  'criticalPosts.put': (of) => ({ organisationId: of['organisation'], ...CRITICAL_POST }),
  'leadershipPlan.putPlan': () => A_PLAN,
  'leadershipPlan.putPopulations': () => A_BASELINE,
  'planActions.post': () => AN_ACTION,
  'planActions.putOne': () => AN_ACTION,
  'poolMembers.postAssessment': () => AN_ASSESSMENT,
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
      if (name === 'organisationId') return of['organisation'];
      if (name === 'reportId') return of['equityReport'];
      if (schema.format === 'uuid') return randomUUID();
      return schema.enum?.[0] ?? (schema.format === 'date-time' ? '2026-10-01T09:00:00Z' : 'text');
  }
}

/** Something of every kind that is nowhere. */
const nowhere = (): Things => new Proxy({}, { get: () => randomUUID() });

/** What was read, by who read it and where: reading changes nothing, so that nothing is read twice. */
const readings = new Map<string, Promise<Response>>();

function ask(operation: Operation, who: Who, of: Things): Promise<Response> {
  const { method, path, parameters = [] } = operation;
  const asked = parameters.some(({ in: where, name }) => where === 'query' && name === 'programme');
  const address = addressOf(path, (name) => {
    const choices = parameters.find((one) => one.name === name)?.schema.enum;
    return choices?.[0] ?? of[kindOf(path, name)] ?? randomUUID();
  });
  const whole = asked ? `${address}?programme=${of['programme']!}` : address;
  if (method === 'get') {
    const reading = `${who} ${whole}`;
    if (!readings.has(reading)) readings.set(reading, Promise.resolve(known.callers[who].send('get', whole)));
    return readings.get(reading)!;
  }
  const sent = known.callers[who].send(method, whole);
  const edits = parameters.some(({ name }) => name === 'If-Match');
  const headed = edits ? sent.set('If-Match', '"v1"') : sent;
  const body = bodyFor(operation, of);
  return Promise.resolve(body === undefined ? headed : headed.send(body as object));
}

/** So many readings are under way at once. */
const AT_ONCE = 8;

/** What is read with these things, asked before anybody looks at one answer after the other. */
async function readAhead(thingsOf: (who: Who) => readonly Things[]): Promise<void> {
  const left = known.operations
    .filter(({ method }) => method === 'get')
    .flatMap((operation) =>
      EVERYBODY.flatMap((who) => thingsOf(who).map((things) => [operation, who, things] as const)),
    )
    .values();
  const reader = async () => {
    for (const [operation, who, things] of left) await ask(operation, who, things);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
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
    'programmeId' in fields ||
    'reportId' in fields
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

  it.each(ROLES)('%s: what another programme has is to them as if it were not there', async (who) => {
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
      if (who === 'platform_admin' && OF_EVERY_PROGRAMME.has(operation.operationId)) {
        if (!isReached(theirs)) surprises.push(`${operation.operationId}: ${theirs.status}`);
        continue;
      }
      if (bytes(theirs) !== bytes(missing) || (isReached(theirs) && operation.method !== 'get')) {
        surprises.push(
          `${operation.operationId}: ${theirs.status} ${missing.status} ${theirs.text.slice(0, 200)}`,
        );
      }
    }
    expect(surprises).toEqual([]);
    expect(compared).toBeGreaterThan(3);
  });

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
    await readAhead((who) => [ownOf(who)]);
    for (const operation of known.operations.filter(({ method }) => method === 'get')) {
      const permissions = permissionsOf(operation);
      for (const who of EVERYBODY) {
        const mayRead = permissions === 'public' || permissions.some((one) => holds(who, one));
        if (!mayRead) continue;
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
    await readAhead(() => [known.ours.own, known.ours.others, known.theirs.own]);
    for (const operation of known.operations.filter(({ method }) => method === 'get')) {
      for (const who of EVERYBODY) {
        for (const things of [known.ours.own, known.ours.others, known.theirs.own]) {
          const { text } = await ask(operation, who, things);
          // Who signed in has an account, which an admin lists by its address.
          if (who === 'platform_admin' && operation.operationId === 'accounts.getAll') continue;
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

  it('every field that tells of people is allowed to roles by name, and no route gives it to another', () => {
    const undeclared: string[] = [];
    const declared = new Map<string, string>();
    for (const [schema, fields] of Object.entries(FIELDS_BY_ROLE)) {
      for (const [letters, names] of Object.entries(fields)) {
        for (const name of names) declared.set(`${schema}.${name}`, letters);
      }
    }
    const reachable = reachableFields();
    for (const [field, who] of reachable) {
      if (!tellsOfPeople(field)) continue;
      const letters = declared.get(field);
      if (letters === undefined) undeclared.push(`${field} (as far as the routes go: ${lettersOf(who)})`);
    }
    expect(undeclared).toEqual([]);
    const beyond = [...declared].filter(
      ([field, letters]) =>
        !Array.from(letters).every((letter) => lettersOf(reachable.get(field) ?? []).includes(letter)),
    );
    expect(beyond).toEqual([]);
  });

  it('nobody is answered with a field that their role is not allowed', async () => {
    const seen = new Map<string, Set<Who>>();
    for (const operation of known.operations.filter(({ method }) => method === 'get')) {
      for (const who of EVERYBODY) {
        for (const things of [ownOf(who), known.ours.own, known.ours.others, known.theirs.own]) {
          for (const field of answeredFields(operation, await ask(operation, who, things))) {
            if (!seen.has(field)) seen.set(field, new Set());
            seen.get(field)!.add(who);
          }
        }
      }
    }
    const surprises: string[] = [];
    let allowed = 0;
    for (const [schema, fields] of Object.entries(FIELDS_BY_ROLE)) {
      for (const [letters, names] of Object.entries(fields)) {
        for (const name of names) {
          for (const letter of lettersOf(seen.get(`${schema}.${name}`) ?? [])) {
            if (letters.includes(letter)) allowed += 1;
            else surprises.push(`${schema}.${name}: ${letter}`);
          }
        }
      }
    }
    expect(surprises).toEqual([]);
    expect(allowed).toBeGreaterThan(200);
  });

  // The last one: from here on nothing is as it was made.
  it.each([...ROLES].reverse())('%s: what they may do, they may do with what is theirs', async (who) => {
    const surprises: string[] = [];
    let reached = 0;
    for (const operation of [...known.operations].sort(byWhatEnds).filter(({ method }) => method !== 'get')) {
      const permissions = permissionsOf(operation);
      const mayDo =
        permissions !== 'public' &&
        permissions.some((one) => holds(who, one) && (isPerson(who) || !one.endsWith('-own')));
      // Whoever is erased has nothing left to try the rest with.
      if (!mayDo || operation.path.endsWith('/erasure')) continue;
      const answer = await ask(operation, who, ownOf(who));
      if (isReached(answer)) reached += 1;
      else if (!NOT_THEIRS_TO_DO.has(`${who} ${operation.operationId}`)) {
        surprises.push(`${who} ${operation.operationId}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(surprises).toEqual([]);
    expect(reached).toBeGreaterThan(0);
  });
});

/** Staff of this programme are nobody in it, so that nothing there is their own. */
const isPerson = (who: Who): boolean => who === 'aspiring_leader' || who === 'mentor';

/** What ends a thing comes last. */
const ENDS = /\/(?:leaving|withdraw|decline|close|discard|appointment)$/;
const ends = ({ method, path }: Operation): boolean => method === 'delete' || ENDS.test(path);
const byWhatEnds = (one: Operation, other: Operation): number => Number(ends(one)) - Number(ends(other));

const lettersOf = (who: Iterable<Who>): string => {
  const held = new Set(who);
  return EVERYBODY.filter((one) => held.has(one))
    .map((one) => LETTERS[one])
    .join('');
};

/** Every field of an answer that some route gives, by name of its schema, and to whom the routes give it. */
function reachableFields(): ReadonlyMap<string, ReadonlySet<Who>> {
  const reachable = new Map<string, Set<Who>>();
  const walk = (given: Schema, who: readonly Who[], on: ReadonlySet<string>): void => {
    const name = given.$ref?.split('/').pop();
    if (name !== undefined && on.has(name)) return;
    const schema = resolved(given, known.api);
    const further = name === undefined ? on : new Set([...on, name]);
    for (const [field, of] of Object.entries(schema.properties ?? {})) {
      if (name !== undefined) {
        const key = `${name}.${field}`;
        if (!reachable.has(key)) reachable.set(key, new Set());
        for (const one of who) reachable.get(key)!.add(one);
      }
      walk(of, who, further);
    }
    for (const of of [
      schema.items,
      schema.additionalProperties,
      ...(schema.allOf ?? []),
      ...(schema.oneOf ?? []),
    ]) {
      if (typeof of === 'object') walk(of, who, further);
    }
  };
  for (const operation of known.operations) {
    const permissions = permissionsOf(operation);
    const who = EVERYBODY.filter(
      (one) => permissions === 'public' || permissions.some((permission) => holds(one, permission)),
    );
    for (const [status, answer] of Object.entries(operation.responses)) {
      const schema = answer?.content?.['application/json']?.schema;
      if (status.startsWith('2') && schema !== undefined) walk(schema, who, new Set());
    }
  }
  return reachable;
}

/** The fields that an answer has, by name of their schema. */
function answeredFields({ responses }: Operation, { status, body, headers }: Response): ReadonlySet<string> {
  const type = (headers['content-type'] ?? '').split(';')[0]!;
  const schema = responses[String(status)]?.content?.[type]?.schema;
  return status >= 300 || type !== 'application/json' || schema === undefined
    ? new Set()
    : fieldsOf(body, schema, known.api);
}

const personalOf = (of: Things): Things =>
  Object.fromEntries([...PERSONAL].map((kind) => [kind, of[kind]!] as const));

/** A mentor's own person is the mentor. */
const ownOf = (who: Who): Things =>
  who === 'mentor'
    ? { ...known.ours.own, person: known.ours.own['mentor']!, reference: known.ours.own['mentorReference']! }
    : known.ours.own;

/** What no programme has, and so an admin of the service sees, whose programme it is. */
const OF_EVERY_PROGRAMME = new Set(['programmes.get', 'organisations.get', 'organisations.getAll']);

/** What a role may do in principle, and not with these things: each with the reason. */
const NOT_THEIRS_TO_DO = new Set([
  // Puts others forward, and offers a place.
  'aspiring_leader poolMembers.post',
  'aspiring_leader mentorProfiles.putOne',
  // The mentee's request and membership.
  'mentor mentoringRequests.patch',
  'mentor mentoringRequests.postSubmit',
  'mentor mentoringRequests.postWithdraw',
  'mentor poolMembers.postInterest',
  'mentor poolMembers.postDecline',
  'mentor poolMembers.postLeaving',
  'mentor decisionReviews.post',
  'mentor mentoringRelationships.postRematch',
  // Each of the two for themselves: the champion puts forward, and the person takes it up.
  'aspiring_leader champions.postPutForward',
  // By then a coordinator has moved them: the mentor is senior to them no more, and as if they were not there.
  'aspiring_leader champions.post',
  'mentor champions.postTakeUp',
  // Of those who lead the review: `barrier-reviews-over-http` has them.
  ...['putAnswer', 'putJudgement', 'postAction', 'putOutcome'].flatMap((move) => [
    `aspiring_leader barrierReviews.${move}`,
    `mentor barrierReviews.${move}`,
  ]),
  // Their role holds in this programme alone.
  'coordinator programmes.post',
  // The auditor here is an organisation's own, and these count the people of all: `equity-reports-over-http` has others.
  'hr_auditor programmes.putWorkforce',
  'hr_auditor baselines.put',
  // Of accounts, roles and glass there is none here: `roles-over-http` has them.
  'platform_admin accounts.postDisable',
  'platform_admin accounts.postEnable',
  'platform_admin roleGrants.postConfirm',
  'platform_admin roleGrants.postEnd',
  'platform_admin breakGlass.postApprove',
]);

/** A mentor asks for nobody, and a mentee offers nothing: they have no such profile, request or explanation. */
const EXPECTED_ABSENT = new Set([
  'mentor menteeProfiles.get',
  'mentor mentoringRequests.get',
  'mentor matchingRounds.getExplanation',
  'mentor poolMembers.get',
  'mentor poolMembers.getCriteria',
  'aspiring_leader mentorProfiles.get',
  // They lead no review here: `barrier-reviews-over-http` has those who do.
  ...['get', 'getChange', 'getCeilings'].flatMap((reading) => [
    `aspiring_leader barrierReviews.${reading}`,
    `mentor barrierReviews.${reading}`,
  ]),
  // Headcounts of all, less those of the auditor's own organisation, are another's.
  'hr_auditor programmes.getWorkforce',
  // Nobody of the platform, or of the staff, is a person of the programme by that alone.
  'hr_auditor people.get',
  'hr_auditor menteeProfiles.get',
  'hr_auditor mentorProfiles.get',
  'talent_board people.get',
  'talent_board menteeProfiles.get',
  'talent_board mentorProfiles.get',
  'talent_board poolMembers.getCriteria',
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
  // Of somebody who wants to be considered for a pool.
  talent_board: ['own name'],
  platform_admin: [],
};
