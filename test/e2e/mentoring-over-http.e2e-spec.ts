import { type Api, useService } from '../harness/service';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { bodyOf, publishedRound } from './round-over-http';

const service = useService();

interface Relationship {
  readonly id: string;
  readonly state: string;
  readonly menteeId: string;
}

const known = {} as { programmeId: string; ana: Api; bea: Api; max: Api; relationship: Relationship };

const coordinator = (): Api => service.as('coordinator');
const itemsOf = async <Item>(api: Api, path: string) =>
  ((await bodyOf(api.get(path).expect(200))) as { items: Item[] }).items;
const refusedWith = (status: number, code: string) => ({ status, body: { code } });
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

/** Two who ask, and one mentor with one place who can help them. */
beforeAll(async () => {
  const made = await bodyOf(coordinator().post('programmes', { name: 'Mentoring' }).expect(201));
  known.programmeId = (made as { id: string }).id;
  const files = {
    mentees: csv([
      aMenteeRow({ id: 'ana', waiting_since: '2026-01-05', organisation: 'Southfield' }),
      aMenteeRow({ id: 'bea', waiting_since: '2026-06-01', organisation: 'Northfield' }),
    ]),
    mentors: csv([
      aMentorRow({ id: 'max' }),
      // Nobody asks for what she offers: she is somebody's champion.
      aMentorRow({ id: 'nia', strengths: 'DA-3.3@3', organisation: 'Southfield' }),
    ]),
  };
  await coordinator()
    .post('imports', { programmeId: known.programmeId, ...files })
    .expect(201);
  known.ana = await service.asHolderOf('ana@example.org');
  known.bea = await service.asHolderOf('bea@example.org');
  known.max = await service.asHolderOf('max@example.org');
}, 120_000);

/** A round of the programme is published, and both people of its only proposal say yes for themselves. */
async function matched(mentee: Api): Promise<Relationship> {
  const { proposals } = await publishedRound(coordinator(), known.programmeId);
  expect(proposals).toHaveLength(1);
  const { id } = proposals[0]!;
  await mentee.post(`proposals/${id}/accept`).expect(200);
  expect(await itemsOf(mentee, 'mentoring-relationships?state=starting')).toEqual([]);
  await known.max.post(`proposals/${id}/accept`).expect(200);
  const [relationship] = await itemsOf<Relationship>(mentee, 'mentoring-relationships?state=starting');
  return relationship!;
}

describe('mentoring over HTTP', () => {
  it('begins when both have said yes, and each sees the other', async () => {
    known.relationship = await matched(known.ana);
    expect(known.relationship).toMatchObject({
      ...{ state: 'starting', programmeId: known.programmeId, version: 1 },
      ...{ mentee: { name: 'ana Ford' }, mentor: { name: 'max Holt' } },
    });
    const at = `mentoring-relationships/${known.relationship.id}`;
    for (const api of [known.max, coordinator()]) {
      expect(await bodyOf(api.get(at).expect(200))).toEqual(known.relationship);
    }
    expect(await known.bea.get(at)).toMatchObject(refusedWith(404, 'mentoring-relationship.not-found'));
    expect(await coordinator().post(`${at}/end`)).toMatchObject(refusedWith(403, 'access.forbidden'));
  });

  it('is met, helps and is completed, and whatever comes too soon or too late is refused', async () => {
    const at = `mentoring-relationships/${known.relationship.id}`;
    const say = (api: Api, helped: string) => api.post(`${at}/feedback`, { helped });
    expect(await say(known.ana, 'yes')).toMatchObject(refusedWith(409, 'mentoring-relationship.not-met'));
    expect(await known.max.post(`${at}/complete`)).toMatchObject(
      refusedWith(409, 'mentoring-relationship.cannot-complete'),
    );
    expect(await known.max.post(`${at}/first-meeting`, { on: '2026-02-30' })).toMatchObject({ status: 400 });
    const met = await bodyOf(known.max.post(`${at}/first-meeting`, { on: today() }).expect(200));
    expect(met).toMatchObject({ state: 'active', firstMetOn: today() });

    expect(await bodyOf(known.ana.post(`${at}/pause`).expect(200))).toMatchObject({ state: 'paused' });
    expect(await bodyOf(known.ana.post(`${at}/resume`).expect(200))).toMatchObject({ state: 'active' });
    expect(await bodyOf(say(known.ana, 'yes').expect(200))).toMatchObject({ ownFeedback: { helped: 'yes' } });
    expect(await bodyOf(known.max.get(at).expect(200))).not.toHaveProperty('ownFeedback');

    // Until it is over the one place is in use, and nobody else is offered it.
    expect((await publishedRound(coordinator(), known.programmeId)).proposals).toEqual([]);
    const done = await known.ana.post(`${at}/complete`).expect(200);
    expect(done.body).toMatchObject({ state: 'completed', completedAt: expect.any(String) as string });
    expect(done.headers['etag']).toBe('"v6"');
    expect(await known.max.post(`${at}/end`)).toMatchObject(
      refusedWith(409, 'mentoring-relationship.cannot-end'),
    );
  });

  it('leaves its place to the next, who ends it without blame and waits again from the first day', async () => {
    const next = await matched(known.bea);
    const at = `mentoring-relationships/${next.id}`;
    expect(await known.bea.post(`${at}/rematch`)).toMatchObject(
      refusedWith(409, 'mentoring-relationship.not-ended'),
    );
    await known.max.post(`${at}/end`).expect(200);
    const again = await known.bea.post(`${at}/rematch`).expect(201);
    const request = again.body as { id: string };
    expect(request).toMatchObject({ state: 'submitted', firstSubmittedOn: '2026-06-01' });
    expect(again.headers['location']).toBe(`/api/v1/mentoring-requests/${request.id}`);
    expect(await known.bea.post(`${at}/rematch`)).toMatchObject(
      refusedWith(409, 'mentoring-relationship.rematch-asked'),
    );
  });
});

describe('championing over HTTP', () => {
  const name = (api: Api, reference: string) =>
    api.post('champions', { programmeId: known.programmeId, reference });

  it('is a senior colleague’s of one’s own organisation, and anybody else is as if they were not there', async () => {
    for (const reference of ['bea', 'nobody']) {
      expect(await name(known.ana, reference)).toMatchObject(refusedWith(404, 'person.not-found'));
    }
    expect(await name(known.max, 'ana')).toMatchObject(refusedWith(404, 'person.not-found'));
    expect(await name(known.ana, 'ana')).toMatchObject(refusedWith(409, 'championing.cannot-name-oneself'));
    expect(await known.ana.post('champions', { programmeId: known.programmeId })).toMatchObject(
      refusedWith(422, 'input.refused'),
    );
  });

  it('goes from a name to a door that was gone through', async () => {
    const nia = await service.asHolderOf('nia@example.org');
    const named = await name(known.ana, 'nia').expect(201);
    const { id } = named.body as { id: string };
    expect(named.headers['location']).toBe(`/api/v1/champions/${id}`);
    expect(named.body).toMatchObject({ state: 'named', person: { name: 'ana Ford' } });
    for (const told of [named.body, await bodyOf(known.ana.get(`champions/${id}`).expect(200))]) {
      expect(told).not.toHaveProperty('champion');
      expect(JSON.stringify(told)).not.toContain('nia');
    }
    expect(await name(known.ana, 'nia')).toMatchObject(refusedWith(409, 'championing.already-named'));
    expect(await known.bea.get(`champions/${id}`)).toMatchObject(refusedWith(404, 'championing.not-found'));
    expect(await itemsOf(nia, 'champions')).toMatchObject([{ id, person: { name: 'ana Ford' } }]);

    expect(await known.ana.post(`champions/${id}/take-up`)).toMatchObject(
      refusedWith(409, 'championing.cannot-take-up'),
    );
    const putting = { what: 'Chair of the quality board', on: today() };
    expect(await known.ana.post(`champions/${id}/put-forward`, putting)).toMatchObject({ status: 403 });
    const put = await bodyOf(nia.post(`champions/${id}/put-forward`, putting).expect(200));
    expect(put).toMatchObject({ state: 'put_forward', putForward: putting });
    expect(await bodyOf(known.ana.post(`champions/${id}/take-up`).expect(200))).toMatchObject({
      ...{ state: 'taken_up', champion: { name: 'nia Holt' } },
    });
    expect(await nia.send('delete', `champions/${id}`)).toMatchObject(
      refusedWith(409, 'championing.cannot-take-back'),
    );

    const again = (await name(known.ana, 'nia').expect(201)).body as { id: string };
    const back = await known.ana.send('delete', `champions/${again.id}`).expect(200);
    expect(back.body).toMatchObject({ id: again.id, state: 'taken_back' });
    expect(back.body).not.toHaveProperty('champion');
    expect(await itemsOf(nia, 'champions?state=taken_back')).toMatchObject([
      { id: again.id, person: { name: 'ana Ford' } },
    ]);
    const listed = await itemsOf(coordinator(), `champions?programme=${known.programmeId}&state=taken_up`);
    expect(listed).toMatchObject([{ id }]);
  });
});
