import { randomUUID } from 'node:crypto';
import { type Api, useService } from '../harness/service';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf, type OfferedPair, publishedRound } from './round-over-http';

const CONFIRMED = { confirmation: 'erase everything held on me' };

const service = useService();
const known = {} as {
  programmeId: string;
  ids: ReadonlyMap<string, string>;
  coordinator: Api;
  roundId: string;
  proposals: readonly OfferedPair[];
};

interface Told {
  readonly sections: readonly {
    readonly code: string;
    readonly fields: readonly object[];
    readonly records: readonly Record<string, unknown>[];
  }[];
}

const person = (reference: string) => service.asHolderOf(`${reference}@example.org`);
const codeOf = ({ status, code }: { status: number; code: string }) => [status, code];

beforeAll(async () => {
  const coordinator = service.as('coordinator');
  const made = await bodyOf(coordinator.post('programmes', { name: 'Private' }).expect(201));
  const { id: programmeId } = made as { id: string };
  const mentees = csv(['ana', 'bea', 'cis', 'dot'].map((id) => aMenteeRow({ id })));
  const mentors = csv(['max', 'nia', 'oda'].map((id) => aMentorRow({ id })));
  await coordinator.post('imports', { programmeId, mentees, mentors }).expect(201);
  const { items } = (await bodyOf(coordinator.get(`people?programme=${programmeId}`).expect(200))) as {
    items: { id: string; reference: string }[];
  };
  const ids = new Map(items.map(({ id, reference }) => [reference, id]));
  Object.assign(known, { programmeId, ids, coordinator });
});

describe('Everything that is held on somebody', () => {
  it('is theirs to download, with why it is held and for how long', async () => {
    const answer = await (await person('ana')).get('me/data').expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="evenhand-data.json"');
    expect(answer.headers['cache-control']).toBe('no-store');
    const { sections } = answer.body as Told;
    const codes = sections.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['account', 'person', 'post', 'mentee_profile', 'mentoring_request']),
    );
    const { records, fields } = sections.find(({ code }) => code === 'person')!;
    expect(records).toMatchObject([{ name: 'ana Ford', email: 'ana@example.org' }]);
    expect(fields).toContainEqual(
      expect.objectContaining({ code: 'email', purpose: 'to know the person when they sign in' }),
    );
    expect(answer.text).not.toMatch(/bea|max/);
  });

  it('is there for whoever has an account and is nobody in any programme', async () => {
    const { sections } = (await bodyOf(service.as('hr_auditor').get('me/data').expect(200))) as Told;
    expect(sections.map(({ code }) => code)).toEqual(['account', 'role_grant']);
  });
});

describe('A correction', () => {
  it('is asked for by the person and settled by the coordinator', async () => {
    const bea = await person('bea');
    const { programmeId, coordinator } = known;
    const wanted = { programmeId, field: 'email', wanted: 'bea.new@example.org' };
    const made = await bea.post('me/correction-requests', wanted).expect(201);
    const { id } = made.body as { id: string };
    expect(codeOf(refusalOf(await bea.post('me/correction-requests', wanted)))).toEqual([
      409,
      'correction-request.exists',
    ]);

    const listed = await coordinator
      .get(`correction-requests?programme=${programmeId}&state=open`)
      .expect(200);
    expect(listed.body).toMatchObject({ items: [{ id, personId: known.ids.get('bea'), ...wanted }] });
    const settle = (body: object) => coordinator.post(`correction-requests/${id}/settle`, body);
    expect(codeOf(refusalOf(await settle({ outcome: 'refused' })))).toEqual([422, 'input.refused']);
    await settle({ outcome: 'refused', answer: 'It is the address that your trust gave us.' }).expect(200);

    expect((await bea.get('correction-requests').expect(200)).body).toMatchObject({
      items: [{ id, state: 'refused', answer: 'It is the address that your trust gave us.' }],
    });
  });

  it('is neither seen nor settled by others, nor asked for where one is nobody', async () => {
    const [cis, bea] = [await person('cis'), await person('bea')];
    const { programmeId } = known;
    const made = await cis
      .post('me/correction-requests', { programmeId, field: 'line_manager', wanted: 'max' })
      .expect(201);
    const { id } = made.body as { id: string };
    expect(JSON.stringify((await bea.get('correction-requests').expect(200)).body)).not.toContain(id);
    const answer = { outcome: 'corrected' };
    expect(refusalOf(await bea.post(`correction-requests/${id}/settle`, answer)).status).toBe(403);
    const missing = randomUUID();
    expect(
      codeOf(refusalOf(await known.coordinator.post(`correction-requests/${missing}/settle`, answer))),
    ).toEqual([404, 'correction-request.not-found']);
    const elsewhere = { programmeId: missing, field: 'email', wanted: 'x@example.org' };
    expect(codeOf(refusalOf(await cis.post('me/correction-requests', elsewhere)))).toEqual([
      404,
      'programme.not-found',
    ]);
  });
});

describe('An erasure', () => {
  it('needs words that nobody writes by a slip, and of others a role and a reason', async () => {
    const dot = await person('dot');
    const { coordinator, ids } = known;
    for (const body of [{}, { confirmation: 'yes' }]) {
      expect(refusalOf(await dot.post('me/erasure', body)).status).toBe(400);
    }
    const reason = { reason: 'left_employer' };
    expect(refusalOf(await dot.post(`people/${ids.get('ana')}/erasure`, reason)).status).toBe(403);
    expect(refusalOf(await coordinator.post(`people/${ids.get('ana')}/erasure`, {})).status).toBe(400);
    expect(codeOf(refusalOf(await coordinator.post(`people/${randomUUID()}/erasure`, reason)))).toEqual([
      404,
      'person.not-found',
    ]);
    await dot.get('me').expect(200);
  });

  it('lets a human being look again before that, who tells what they found', async () => {
    const { coordinator, programmeId, ids } = known;
    const { id: roundId, proposals } = await publishedRound(coordinator, programmeId);
    Object.assign(known, { roundId, proposals });
    const matched = new Set(proposals.map(({ menteeId }) => menteeId));
    const [left] = ['ana', 'bea', 'cis', 'dot'].filter((reference) => !matched.has(ids.get(reference)!));
    const api = await person(left!);
    const own = `mentoring-requests?programme=${programmeId}&person=${ids.get(left!)}`;
    const { items } = (await bodyOf(api.get(own).expect(200))) as { items: { id: string }[] };
    const address = `matching-rounds/${roundId}/explanations/${items[0]!.id}/review`;
    const asked = await api.post(address, { reason: 'I asked before others.' }).expect(201);
    const { id } = asked.body as { id: string };
    expect(codeOf(refusalOf(await api.post(address, {})))).toEqual([409, 'explanation-review.exists']);
    const others = `matching-rounds/${roundId}/explanations/${proposals[0]!.requestId}/review`;
    expect(codeOf(refusalOf(await api.post(others, {})))).toEqual([404, 'mentoring-request.not-found']);

    const open = await coordinator.get(`explanation-reviews?programme=${programmeId}&state=open`).expect(200);
    expect(open.body).toMatchObject({ items: [{ id, reason: 'I asked before others.' }] });
    const finding = 'Whoever was matched had waited longer.';
    await coordinator.post(`explanation-reviews/${id}/settle`, { outcome: 'upheld', finding }).expect(200);
    const read = await api.get('explanation-reviews').expect(200);
    expect(read.body).toMatchObject({ items: [{ id, state: 'upheld', finding }] });
  });

  it('ends what goes on with others, fills their places, and leaves what was published as it was', async () => {
    const { coordinator, ids, roundId, proposals } = known;
    const nameOf = new Map([...ids].map(([reference, id]) => [id, reference]));
    const [first] = proposals;
    const mentee = await person(nameOf.get(first!.menteeId)!);
    const mentor = await person(nameOf.get(first!.mentorId)!);
    const published = async () => (await service.as('public').get(`transparency/rounds/${roundId}`)).text;
    const before = await published();

    expect((await mentor.post('me/erasure', CONFIRMED).expect(200)).body).toEqual({
      ...{ persons: 1, accountErased: true, ended: 1 },
    });
    expect(refusalOf(await mentor.get('me')).status).toBe(401);
    expect(refusalOf(await coordinator.get(`people/${first!.mentorId}`)).status).toBe(404);
    expect((await mentee.get(`mentoring-requests/${first!.requestId}`).expect(200)).body).toMatchObject({
      state: 'submitted',
    });
    const { items } = (await bodyOf(mentee.get('me/audit-events').expect(200))) as {
      items: { action: string }[];
    };
    expect(items.map(({ action }) => action)).toContain('proposal.ended');

    // Whoever waited takes the place of a mentee who goes.
    const [second] = proposals.filter(({ menteeId }) => menteeId !== first!.menteeId);
    await coordinator.post(`people/${second!.menteeId}/erasure`, { reason: 'left_employer' }).expect(200);
    await expect(
      untilOffered(coordinator, roundId, (one) => one.mentorId === second!.mentorId),
    ).resolves.toBeDefined();
    expect(await published()).toBe(before);
    expect(() => service.command(['verify-log'])).not.toThrow();
  });
});

async function untilOffered(
  api: Api,
  roundId: string,
  wanted: (proposal: { readonly mentorId: string }) => boolean,
): Promise<object> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const { items } = (await bodyOf(api.get(`proposals?round=${roundId}&state=offered`).expect(200))) as {
      items: { mentorId: string }[];
    };
    const found = items.find(wanted);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Nobody was offered the place.');
}
