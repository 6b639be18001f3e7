import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { Api, useService } from '../harness/service';
import { addressOf, type DescribedApi, type Operation, operationsOf } from './described-api';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { bodyOf, publishedRound } from './round-over-http';

/** What anybody may read, whoever writes the next route: the rest must ask for a permission. */
const PUBLIC = /^\/(?:health|api\/v1\/(?:taxonomy|transparency))(?:\/|$)/;
const PROGRAMME = 'Whose things';

const service = useService();
const known = {} as { operations: readonly Operation[]; programmeId: string };

const coordinator = () => service.as('coordinator');
const person = (reference: string) => service.asHolderOf(`${reference}@example.org`);

beforeAll(async () => {
  const { body } = (await service.as('public').get('/api/openapi.json').expect(200)) as {
    body: DescribedApi;
  };
  const made = await coordinator().post('programmes', { name: PROGRAMME }).expect(201);
  known.programmeId = (made.body as { id: string }).id;
  await coordinator()
    .post('imports', {
      programmeId: known.programmeId,
      mentees: csv([aMenteeRow(), aMenteeRow({ id: 'bea' })]),
      mentors: csv([aMentorRow(), aMentorRow({ id: 'nia' })]),
    })
    .expect(201);
  known.operations = operationsOf(body);
});

/** Things that are not there, in the shape of an address: who may not ask hears nothing of that. */
function address({ path, parameters = [] }: Operation): string {
  return addressOf(
    path,
    (wanted) => parameters.find(({ name }) => name === wanted)!.schema.enum?.[0] ?? randomUUID(),
  );
}

const asked = (operation: Operation, api: Api) => {
  const sent = api.send(operation.method, address(operation));
  return operation.method === 'get' ? sent : sent.send({});
};

const codeOf = ({ body }: Response) => (body as { code?: string }).code;

/** Each operation of which an answer is not as it must be, with what came instead. */
async function surprises(
  api: Api,
  expected: (operation: Operation, answer: Response) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const operation of known.operations) {
    const answer = await asked(operation, api);
    if (!expected(operation, answer)) {
      found.push(`${operation.operationId}: ${answer.status} ${codeOf(answer) ?? ''}`);
    }
  }
  return found;
}

describe('what may be asked of the interface', () => {
  const isPublic = (operation: Operation) => operation['x-permission'] === 'public';
  const isOpen = ({ status }: Response) => status !== 401 && status !== 403;

  it('is public where it says nothing about anybody, and only there', () => {
    expect(known.operations.length).toBeGreaterThan(60);
    expect(known.operations.filter((one) => isPublic(one) !== PUBLIC.test(one.path))).toEqual([]);
  });

  it('is, without a token, only what is public', async () => {
    expect(
      await surprises(service.as('public'), (operation, answer) =>
        isPublic(operation) ? isOpen(answer) : answer.status === 401 && codeOf(answer) === 'access.no-token',
      ),
    ).toEqual([]);
  });

  it('is, with a token that nobody gave out, no more', async () => {
    const forged = new Api(service.address, await service.provider.forged('coordinator'));
    expect(
      await surprises(forged, (operation, answer) =>
        isPublic(operation)
          ? isOpen(answer)
          : answer.status === 401 && codeOf(answer) === 'access.unknown-token',
      ),
    ).toEqual([]);
  });
});

describe('what an answer tells a browser', () => {
  const isGuarded = ({ headers }: Response) =>
    headers['x-powered-by'] === undefined &&
    headers['x-content-type-options'] === 'nosniff' &&
    /default-src 'none'.*frame-ancestors 'none'/.test(headers['content-security-policy'] ?? '') &&
    headers['x-frame-options'] === 'DENY';

  it('is to run nothing, to guess nothing and to keep no copy of what is about people', async () => {
    for (const api of [service.as('public'), coordinator()]) {
      expect(
        await surprises(api, ({ path }, answer) => {
          const mayBeKept =
            path.startsWith('/health') || (path.includes('/taxonomy') && answer.status === 200);
          return isGuarded(answer) && (mayBeKept || answer.headers['cache-control'] === 'no-store');
        }),
      ).toEqual([]);
    }
  });

  it.each([
    '/',
    '/api/docs',
    '/api/openapi.json',
    '/metrics',
    '/assets/none.css',
    '/nowhere',
    '/api/v1/nowhere',
  ])('holds for %s as well', async (path) => {
    expect(isGuarded(await service.as('public').get(path))).toBe(true);
  });
});

describe("somebody's own things", () => {
  interface Asked {
    readonly requestId: string;
    readonly personId: string;
    readonly proposalId: string;
  }
  const one = {} as { roundId: string; mine: Asked; theirs: Asked; api: Api; mentor: Api };

  beforeAll(async () => {
    const { id, proposals } = await publishedRound(coordinator(), known.programmeId);
    const body = await bodyOf(coordinator().get(`people?programme=${known.programmeId}`).expect(200));
    const { items } = body as { items: { id: string; reference: string }[] };
    const of = (reference: string): Asked => {
      const personId = items.find((one) => one.reference === reference)!.id;
      const proposal = proposals.find(({ menteeId }) => menteeId === personId)!;
      return { personId, proposalId: proposal.id, requestId: proposal.requestId };
    };
    const [mine, theirs] = [of('ana'), of('bea')];
    const { mentorId } = proposals.find(({ menteeId }) => menteeId === mine.personId)!;
    const mentor = items.find(({ id: found }) => found === mentorId)!.reference;
    Object.assign(one, {
      ...{ roundId: id, mine, theirs },
      api: await person('ana'),
      mentor: await person(mentor),
    });
  });

  it('are all that a list holds, whomever it is asked about', async () => {
    const listed = async (path: string) =>
      ((await one.api.get(path).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
    const requests = `mentoring-requests?programme=${known.programmeId}`;
    const proposals = `proposals?round=${one.roundId}`;
    expect(await listed(requests)).toEqual([one.mine.requestId]);
    expect(await listed(proposals)).toEqual([one.mine.proposalId]);
    for (const path of [requests, proposals]) {
      expect(await listed(`${path}&person=${one.theirs.personId}`)).toEqual([]);
    }
  });

  it('are for both people of a proposal, each for themselves', async () => {
    const { mine, theirs } = one;
    await one.mentor.get(`proposals/${mine.proposalId}`).expect(200);
    await one.mentor.get(`proposals/${theirs.proposalId}`).expect(404);
    // Whoever speaks for themselves cannot speak for the other.
    await one.mentor.post(`proposals/${mine.proposalId}/accept`, { by: 'mentee' }).expect(403);
    await one.mentor.post(`proposals/${mine.proposalId}/accept`).expect(200);
    const answered = await one.api.post(`proposals/${mine.proposalId}/accept`).expect(200);
    expect(answered.body).toMatchObject({ state: 'confirmed' });
  });

  it('are nothing to an account whose holder is in no programme', async () => {
    const answer = await service.as('aspiring_leader').get(`mentoring-requests/${one.mine.requestId}`);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'access.forbidden']);
    expect((answer.body as { detail: string }).detail).toContain('Nobody has given you a role');
  });
});
