import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { useService } from '../harness/service';
import { type DescribedApi, faultsOf, type Operation, operationsOf, type Schema } from './described-api';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { untilAnswered, untilRound } from './round-over-http';

const COMMITTED = join(__dirname, '..', '..', 'docs', 'openapi.json');

// A round and what is asked about it go through a worker.

const service = useService();
const served = {} as { text: string; api: DescribedApi; operations: readonly Operation[] };

beforeAll(async () => {
  const { text } = await service.as('public').get('/api/openapi.json').expect(200);
  const api = JSON.parse(text) as DescribedApi;
  Object.assign(served, { text, api, operations: operationsOf(api) });
});

/** The names of the operations of which something does not hold. */
const thoseWithout = (holds: (operation: Operation) => boolean): readonly string[] =>
  served.operations.filter((operation) => !holds(operation)).map(({ operationId }) => operationId);

const goodAnswersOf = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => status.startsWith('2'));

/** Every schema of the document, at any depth. */
function everySchema(value: unknown): Schema[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(everySchema)];
}

describe('the description of the interface', () => {
  it('is kept in the repository as the server serves it', () => {
    const told = 'docs/openapi.json is not what the server says: write it anew with npm run openapi';
    const kept = readFileSync(COMMITTED, 'utf8');
    expect(kept === `${JSON.stringify(JSON.parse(served.text), null, 2)}\n` ? 'the same' : told).toBe(
      'the same',
    );
  });

  it('is OpenAPI 3.1, in which every reference leads somewhere', () => {
    expect(served.api.openapi).toBe('3.1.0');
    const known = new Set(Object.keys(served.api.components.schemas));
    const references = everySchema(served.api).flatMap(({ $ref }) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter(($ref) => !known.has($ref.replace('#/components/schemas/', '')))).toEqual([]);
    // 3.0 said nullable; 3.1 has the type null.
    expect(everySchema(served.api).filter((schema) => 'nullable' in schema)).toEqual([]);
  });

  it('names, sums up and permits every operation', () => {
    expect(served.operations.length).toBeGreaterThan(60);
    expect(thoseWithout(({ summary }) => summary !== undefined && summary.length > 5)).toEqual([]);
    expect(thoseWithout(({ tags }) => tags?.length === 1)).toEqual([]);
    expect(thoseWithout((operation) => operation['x-permission'] !== undefined)).toEqual([]);
    const names = served.operations.map(({ operationId }) => operationId);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('declares every parameter of a path, and takes an Idempotency-Key with every POST but one', () => {
    const declares = ({ parameters = [] }: Operation, name: string, where: string) =>
      parameters.some((parameter) => parameter.name === name && parameter.in === where);
    expect(
      thoseWithout((operation) =>
        [...operation.path.matchAll(/\{(\w+)\}/g)].every(([, name]) => declares(operation, name!, 'path')),
      ),
    ).toEqual([]);
    expect(
      thoseWithout(
        (operation) => operation.method !== 'post' || declares(operation, 'Idempotency-Key', 'header'),
      ),
      // What a look answered is kept nowhere: each is one of its own, and is logged.
    ).toEqual(['equityLooks.post']);
  });

  it('shows what comes back, for better and for worse', () => {
    expect(
      thoseWithout((operation) => {
        const answers = goodAnswersOf(operation);
        return (
          answers.length > 0 &&
          answers.every(([, answer]) => {
            const contents = Object.values(answer?.content ?? {});
            return answer!.description !== '' && contents.length === 1 && contents[0]!.schema !== undefined;
          })
        );
      }),
    ).toEqual([]);
    expect(thoseWithout(({ responses }) => '500' in responses && '503' in responses)).toEqual([]);
  });

  it('has every list that comes in pages say where the next one starts', () => {
    const paged = served.operations.filter(({ parameters = [] }) =>
      parameters.some(({ name }) => name === 'cursor'),
    );
    expect(paged.length).toBeGreaterThan(8);
    const without = paged.filter((operation) => {
      const schema = goodAnswersOf(operation)[0]?.[1]?.content?.['application/json']?.schema;
      const { properties = {} } = served.api.components.schemas[schema?.$ref?.split('/').pop() ?? ''] ?? {};
      return !('nextCursor' in properties) || properties['items']?.type !== 'array';
    });
    expect(without.map(({ operationId }) => operationId)).toEqual([]);
  });
});

/** What can be asked about a solved round. */
const ENQUIRIES = [
  ['replay', 'Replay', {}],
  ['preview', 'Preview', { rules: { objectives: ['coverage', 'score'] } }],
  ['frontier', 'Frontier', {}],
] as const;

describe('a real answer has the fields that its description names, and no other', () => {
  const known = {} as Record<'programme' | 'organisation' | 'round' | 'person', string>;
  const seen = new Set<string>();

  /** The body of an answer to something that went well, once it is as the operation says. */
  function described(operationId: string, { status, body, headers }: Response): Record<string, unknown> {
    const { responses } = served.operations.find((one) => one.operationId === operationId)!;
    const type = (headers['content-type'] ?? '').split(';')[0]!;
    const schema = responses[String(status)]?.content?.[type]?.schema;
    if (status >= 300 || schema === undefined) {
      throw new Error(`${operationId} answers ${status} ${type}: ${JSON.stringify(body)}`);
    }
    expect({ operationId, faults: faultsOf(body, schema, served.api) }).toEqual({ operationId, faults: [] });
    seen.add(operationId);
    return body as Record<string, unknown>;
  }

  const coordinator = () => service.as('coordinator');
  const board = () => service.as('talent_board');
  const themselves = async (personId: string) => {
    const { body } = (await coordinator().get(`people/${personId}`)) as { body: { email: string } };
    return service.asHolderOf(body.email);
  };
  const idOf = ({ id }: Record<string, unknown>) => id as string;

  it('of programmes, organisations and imports', async () => {
    known.programme = idOf(
      described('programmes.post', await coordinator().post('programmes', { name: 'Described' })),
    );
    described('programmes.get', await coordinator().get(`programmes/${known.programme}`));
    described('programmes.getAll', await coordinator().get('programmes'));
    described(
      'programmes.patch',
      await coordinator().patch(`programmes/${known.programme}`, { name: 'Described well' }, 1),
    );
    const organisation = { programmeId: known.programme, name: 'Northfield', odsCode: 'RX1' };
    known.organisation = idOf(
      described('organisations.post', await coordinator().post('organisations', organisation)),
    );
    described('organisations.get', await coordinator().get(`organisations/${known.organisation}`));
    const done = described(
      'imports.post',
      await coordinator().post('imports', {
        programmeId: known.programme,
        mentees: csv([
          aMenteeRow(),
          aMenteeRow({ id: 'bea', name: 'Bea', languages: 'cy', gaps: 'MP-1.1' }),
          aMenteeRow({ id: 'cis' }),
        ]),
        mentors: csv([
          aMentorRow(),
          aMentorRow({ id: 'nia', protected_hours: '2.5', strengths: 'SE-2.1@3' }),
        ]),
        workforce: 'profession,headcount\nadult_nurse,1200\n',
      }),
    );
    described('imports.get', await coordinator().get(`imports/${idOf(done)}`));
    described('imports.getAll', await coordinator().get(`imports?programme=${known.programme}`));
    described(
      'organisations.getAll',
      await coordinator().get(`organisations?programme=${known.programme}&limit=1`),
    );
    described('programmes.getWorkforce', await coordinator().get(`programmes/${known.programme}/workforce`));
  });

  it('of people and their profiles', async () => {
    const people = described('people.getAll', await coordinator().get(`people?programme=${known.programme}`));
    known.person = idOf((people['items'] as Record<string, unknown>[])[0]!);
    described('people.get', await coordinator().get(`people/${known.person}`));
    described('menteeProfiles.get', await coordinator().get(`mentee-profiles/${known.person}`));
    for (const kind of ['mentee', 'mentor'] as const) {
      described(
        `${kind}Profiles.getAll`,
        await coordinator().get(`${kind}-profiles?programme=${known.programme}`),
      );
    }
    described('me.get', await coordinator().get('me'));
    described('taxonomy.getAll', await service.as('public').get('taxonomy'));
    described('taxonomy.get', await service.as('public').get('taxonomy/competencies'));
  });

  it('of rounds, their outcome and what they propose', async () => {
    const asked = described(
      'mentoringRequests.getAll',
      await coordinator().get(`mentoring-requests?programme=${known.programme}`),
    );
    const [first] = asked['items'] as { id: string }[];
    described('mentoringRequests.get', await coordinator().get(`mentoring-requests/${first!.id}`));
    known.round = idOf(
      described(
        'matchingRounds.post',
        await coordinator().post('matching-rounds', { programmeId: known.programme, name: 'Autumn' }),
      ),
    );
    const at = `matching-rounds/${known.round}`;
    described('matchingRounds.postRun', await coordinator().post(`${at}/run`));
    await untilRound(coordinator(), known.round, 'solved');
    described('matchingRounds.get', await coordinator().get(at));
    const { matches, unmatched } = described(
      'matchingRounds.getResult',
      await coordinator().get(`${at}/result`),
    ) as {
      matches: { requestId: string }[];
      unmatched: { requestId: string }[];
    };
    expect([matches.length > 0, unmatched.length > 0]).toEqual([true, true]);
    described('matchingRounds.getDocument', await coordinator().get(`${at}/result/document`));
    described('matchingRounds.getCertificate', await coordinator().get(`${at}/certificate`));
    described('matchingRounds.getAccess', await coordinator().get(`${at}/access`));
    for (const { requestId } of [matches[0]!, unmatched[0]!]) {
      described('matchingRounds.getExplanation', await coordinator().get(`${at}/explanations/${requestId}`));
    }
    described('matchingRounds.postPublish', await coordinator().post(`${at}/publish`));
    const offered = described('proposals.getAll', await coordinator().get(`proposals?round=${known.round}`));
    const [proposal] = offered['items'] as { id: string; menteeId: string; mentorId: string }[];
    const [mentee, mentor] = [await themselves(proposal!.menteeId), await themselves(proposal!.mentorId)];
    const offer = `proposals/${proposal!.id}`;
    described('proposals.postAsk', await mentee.post(`${offer}/ask`, { text: 'When?' }));
    described('proposals.postAccept', await mentor.post(`${offer}/accept`));
    described(
      'proposals.postDecline',
      await mentee.post(`${offer}/decline`, { reason: 'no_time', note: 'Later.' }),
    );
    described('proposals.get', await coordinator().get(offer));
    described('matchingRounds.getAll', await coordinator().get('matching-rounds'));
    described('transparentRounds.get', await service.as('public').get(`transparency/rounds/${known.round}`));
    described('transparentRounds.getAll', await service.as('public').get('transparency/rounds'));
  });

  it.each(ENQUIRIES)('of a %s that was asked for', async (what, name, body) => {
    const asked = await coordinator().post(`matching-rounds/${known.round}/${what}`, body);
    described(`enquiries.post${name}`, asked);
    described(`enquiries.get${name}`, await untilAnswered(coordinator(), asked.headers['location']!));
  });

  it('of talent pools', async () => {
    const pool = {
      programmeId: known.programme,
      title: 'Directors',
      purpose: 'Posts that fall vacant.',
      waysIn: ['nominated', 'applied'],
    };
    const at = `talent-pools/${idOf(described('talentPools.post', await board().post('talent-pools', pool)))}`;
    const criteria = { criteria: [{ code: 'leads', sentence: 'Has led a team.' }], reason: 'First.' };
    described('talentPools.postCriteria', await board().post(`${at}/criteria`, criteria));
    described('talentPools.postOpen', await board().post(`${at}/open`));
    described('talentPools.getCriteria', await board().get(`${at}/criteria`));
    const nomination = {
      nomination: { personId: known.person, as: 'mentor' },
      reason: 'Led the ward.',
    };
    const mentor = await service.asHolderOf('max@example.org');
    const member = idOf(described('poolMembers.post', await mentor.post(`${at}/members`, nomination)));
    described('poolNominations.getAll', await mentor.get(`${at}/nominations`));
    described('poolMembers.getAll', await coordinator().get(`${at}/members`));
    described('poolMembers.get', await coordinator().get(`${at}/members/${member}`));
    described('poolDecisions.getAll', await board().get(`${at}/decisions`));
    described('talentPools.getComposition', await board().get(`${at}/composition`));
    described('talentPools.getAll', await board().get('talent-pools'));
    const shown = service.as('public');
    described('transparentTalentPools.getAll', await shown.get('transparency/talent-pools'));
    described('transparentTalentPools.get', await shown.get(`transparency/${at}`));
  });

  it('of what is refused', async () => {
    const problem = { $ref: '#/components/schemas/Problem' };
    for (const { body } of [
      await service.as('public').get('people'),
      await coordinator().post('programmes', { nickname: 3 }),
      await coordinator().get(`people/${known.round}`),
    ]) {
      expect(faultsOf(body, problem, served.api)).toEqual([]);
    }
  });

  it('in most operations', () => {
    expect(seen.size).toBeGreaterThan(45);
  });

  it('and an answer with a field too many or too few would be found', () => {
    const programme = { $ref: '#/components/schemas/ProgrammeAnswer' };
    const answer = { id: known.programme, name: 'Described', state: 'open', version: 1 };
    expect(faultsOf(answer, programme, served.api)).toEqual([]);
    const { name: _, ...nameless } = { ...answer, secret: 1, state: 'ajar' };
    expect(faultsOf(nameless, programme, served.api)).toEqual([
      'answer.name is missing',
      'answer.state is out of range: "ajar"',
      'answer.secret is not described',
    ]);
  });
});
