import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Api, useService } from '../harness/service';
import { aMenteeRow, csv } from './people-rows';
import { bodyOf } from './round-over-http';

const service = useService({ workers: 0 });
const coordinator = () => service.as('coordinator');
const board = () => service.as('talent_board');
const known = {} as { programmeId: string; organisationId: string; ana: string; bea: string; own: Api };

interface Review {
  readonly id: string;
  readonly version: number;
  readonly answers: readonly { readonly answeredBy: string }[];
  readonly actions: readonly { readonly id: string }[];
}
interface Entry {
  readonly code: string;
}
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;
const itemsOf = async (path: string) =>
  ((await bodyOf(coordinator().get(path).expect(200))) as { items: { id: string; reference: string }[] })
    .items;

beforeAll(async () => {
  const programmeId = idOf(await coordinator().post('programmes', { name: 'Look inside' }).expect(201));
  const person = (id: string) => aMenteeRow({ id, email: `${id}@inside.example` });
  await coordinator()
    .post('imports', { programmeId, mentees: csv([person('ana'), person('bea')]) })
    .expect(201);
  const people = await itemsOf(`people?programme=${programmeId}`);
  const idOfPerson = (wanted: string) => people.find(({ reference }) => reference === wanted)!.id;
  const [organisation] = await itemsOf(`organisations?programme=${programmeId}`);
  Object.assign(known, { programmeId, organisationId: organisation!.id });
  Object.assign(known, { ana: idOfPerson('ana'), bea: idOfPerson('bea') });
  known.own = await service.asHolderOf('ana@inside.example');
});

/** Sends a change of what was read last, and reads what comes of it. */
class Desk {
  constructor(private review: Review) {}

  static async begin(follows?: string): Promise<Desk> {
    const { programmeId, organisationId } = known;
    const wanted = { programmeId, organisationId, ...(follows === undefined ? {} : { follows }) };
    const made = await board().post('barrier-reviews', wanted).expect(201);
    return new Desk(made.body as Review);
  }

  get id(): string {
    return this.review.id;
  }

  get answeredBy(): readonly string[] {
    return [...new Set(this.review.answers.map(({ answeredBy }) => answeredBy))];
  }

  get action(): string {
    return this.review.actions.at(-1)!.id;
  }

  send(method: 'put' | 'patch' | 'post', path: string, body: object = {}) {
    const sent = board().send(method, `/api/v1/barrier-reviews/${this.id}/${path}`);
    return sent.set('If-Match', `"v${this.review.version}"`).send(body);
  }

  async change(method: 'put' | 'patch' | 'post', path: string, body?: object): Promise<Review> {
    const answer = await this.send(method, path, body);
    expect([answer.status, answer.text]).toEqual([
      method === 'post' && path === 'actions' ? 201 : 200,
      answer.text,
    ]);
    this.review = answer.body as Review;
    return this.review;
  }

  /** All that a review needs to be complete. */
  async fill(standing: string, strength: string): Promise<void> {
    await this.change('patch', 'leads', { executiveLead: known.ana, nonExecutiveLead: known.bea });
    const { questions, barriers } = await asked();
    for (const { code } of questions) {
      await this.change('put', `answers/${code}`, { standing, answer: 'As said.', evidence: 'Minutes.' });
    }
    for (const { code } of barriers) {
      await this.change('put', `judgements/${code}`, { strength: 'none', evidence: 'Survey.' });
    }
    await this.change('put', 'judgements/lack_of_time', { strength, evidence: 'Rosters.' });
  }
}

/** What the catalogue asks an organisation. */
async function asked(): Promise<{ questions: readonly Entry[]; barriers: readonly Entry[] }> {
  const { items: questions } = (await bodyOf(
    service.as('public').get('taxonomy/barrier-questions').expect(200),
  )) as { items: readonly Entry[] };
  const { items: barriers } = (await bodyOf(service.as('public').get('taxonomy/barriers').expect(200))) as {
    items: readonly Entry[];
  };
  return { questions, barriers };
}

describe('a barrier review', () => {
  it('is completed with the 17 questions, the 12 barriers, two leads and something done, and measured again', async () => {
    const { questions, barriers } = await asked();
    expect([questions.length, barriers.length]).toEqual([17, 12]);

    const first = await Desk.begin();
    await first.fill('not_begun', 'strong');
    expect(first.answeredBy).toEqual(['talent_board']);
    const refused = await first.send('post', 'complete').expect(409);
    expect(refused.body).toMatchObject({ code: 'barrier-review.incomplete' });
    expect((refused.body as { detail: string }).detail).toContain('strong barrier lack_of_time');
    const action = { barrier: 'lack_of_time', what: 'Protect a day.', owner: 'Director', due: '2030-01-01' };
    await first.change('post', 'actions', action);
    expect(await first.change('post', 'complete')).toMatchObject({ state: 'completed' });
    const answer = { standing: 'in_place', answer: 'No.', evidence: 'None.' };
    const late = await first.send('put', `answers/${questions[0]!.code}`, answer).expect(409);
    expect(late.body).toMatchObject({ code: 'barrier-review.completed' });
    await first.change('put', `actions/${first.action}/outcome`, {
      state: 'done',
      outcome: 'A day a month.',
    });

    const second = await Desk.begin(first.id);
    await second.fill('in_place', 'some');
    const change = await bodyOf(board().get(`barrier-reviews/${second.id}/change`).expect(200));
    expect(change).toMatchObject({ actions: { done: 1, dropped: 0, open: 0 } });
    const { questions: changes, barriers: eased } = change as {
      questions: { direction: string }[];
      barriers: { code: string; direction: string }[];
    };
    expect(changes.map(({ direction }) => direction)).toEqual(Array<string>(17).fill('better'));
    expect(eased.filter(({ direction }) => direction === 'better').map(({ code }) => code)).toEqual([
      'lack_of_time',
    ]);
    // Nothing is published of this programme.
    expect(await bodyOf(board().get(`barrier-reviews/${first.id}/ceilings`).expect(200))).toEqual({});
    await board().get(`barrier-reviews/${first.id}/change`).expect(409);
    // One at a time.
    const { programmeId, organisationId } = known;
    const third = await board().post('barrier-reviews', { programmeId, organisationId }).expect(409);
    expect(third.body).toMatchObject({ code: 'barrier-review.open-already' });
  });

  it('refuses strangers: organisations, leads and reviews of elsewhere, and codes that there are not', async () => {
    const { programmeId } = known;
    const stray = { programmeId, organisationId: randomUUID(), follows: randomUUID() };
    const refused = await board().post('barrier-reviews', stray).expect(422);
    expect(JSON.stringify(refused.body)).toMatch(
      /organisationId: .*no organisation.*follows: .*no completed review/,
    );
    const { items } = (await bodyOf(board().get(`barrier-reviews?programme=${programmeId}`).expect(200))) as {
      items: Review[];
    };
    const desk = new Desk(items[0]!);
    await desk.send('patch', 'leads', { executiveLead: randomUUID() }).expect(422);
    await desk.send('patch', 'leads', { executiveLead: known.ana, nonExecutiveLead: known.ana }).expect(422);
    await desk.send('put', 'judgements/luck', { strength: 'none', evidence: 'None.' }).expect(422);
    await board()
      .send('patch', `/api/v1/barrier-reviews/${desk.id}/leads`)
      .set('If-Match', '"v1"')
      .send({})
      .expect(412);
  });

  it('is read and answered by its two leads, and is to others as if it were not there', async () => {
    const { programmeId, organisationId, own: ana } = known;
    const { items } = (await bodyOf(board().get(`barrier-reviews?programme=${programmeId}`).expect(200))) as {
      items: Review[];
    };
    const [review, earlier] = items as [Review, Review];
    const at = `barrier-reviews/${review.id}`;
    // Both are led by the two.
    expect(await bodyOf(ana.get('barrier-reviews').expect(200))).toEqual({ items: [review, earlier] });
    await ana.get(`${at}/change`).expect(200);
    // Published figures of the whole programme, which anybody may read; here none are.
    expect(await bodyOf(ana.get(`${at}/ceilings`).expect(200))).toEqual({});
    let { version } = review;
    const put = async (lead: Api, path: string, body: object) => {
      const changed = (await lead.put(`${at}/${path}`, body, version).expect(200)).body as Review;
      version = changed.version;
      return changed;
    };
    const bea = await service.asHolderOf('bea@inside.example');
    const answer = { standing: 'under_way', answer: 'We began.', evidence: 'Minutes.' };
    const judgement = { strength: 'some', evidence: 'Rosters.' };
    const by = (one: object) => expect.arrayContaining([expect.objectContaining(one)]) as unknown;
    for (const [lead, as] of [
      [ana, 'executive_lead'],
      [bea, 'non_executive_lead'],
    ] as const) {
      expect(await put(lead, 'answers/confidence', answer)).toMatchObject({
        answers: by({ question: 'confidence', ...answer, answeredBy: as }),
      });
      expect(await put(lead, 'judgements/lack_of_time', judgement)).toMatchObject({
        judgements: by({ barrier: 'lack_of_time', ...judgement, judgedBy: as }),
      });
    }
    const action = { barrier: 'lack_of_time', what: 'A rota.', owner: 'Chair', due: '2030-01-01' };
    const added = await bea
      .send('post', `/api/v1/${at}/actions`)
      .set('If-Match', `"v${version}"`)
      .send(action)
      .expect(201);
    version = (added.body as Review).version;
    const actionId = (added.body as Review).actions.at(-1)!.id;
    const outcome = { state: 'done', outcome: 'It runs.' };
    expect(await put(ana, `actions/${actionId}/outcome`, outcome)).toMatchObject({ actions: by(outcome) });

    // What is the organisation's to say they say not.
    const ifRead = (lead: Api, method: 'post' | 'patch', path: string) =>
      lead.send(method, `/api/v1/${path}`).set('If-Match', `"v${version}"`);
    await ana.post('barrier-reviews', { programmeId, organisationId }).expect(403);
    await ifRead(ana, 'patch', `${at}/leads`).send({}).expect(403);
    await ifRead(ana, 'post', `${at}/complete`).expect(403);
    await ana.get(`barrier-reviews/named-professions?programme=${programmeId}`).expect(403);

    const stranger = [aMenteeRow({ id: 'cy', email: 'cy@inside.example' })];
    await coordinator()
      .post('imports', { programmeId, mentees: csv(stranger) })
      .expect(201);
    const cy = await service.asHolderOf('cy@inside.example');
    expect(await bodyOf(cy.get('barrier-reviews').expect(200))).toEqual({ items: [] });
    const none = `barrier-reviews/${randomUUID()}`;
    const told = async (path: string) => [
      (await cy.get(`${path}/ceilings`).expect(404)).body as object,
      (await cy.get(path).expect(404)).body as object,
      (await cy.put(`${path}/answers/confidence`, answer, version).expect(404)).body as object,
    ];
    const alike = (answers: object[]) => JSON.stringify(answers).replace(/[0-9a-f-]{36}/g, '<id>');
    expect(alike(await told(at))).toBe(alike(await told(none)));
  });

  it('is told to whoever leads it, and stays without them once they are erased', async () => {
    const data = JSON.stringify(await bodyOf(known.own.get('me/data').expect(200)));
    expect(data).toContain('barriers to leading');
    const asked = { reason: 'left_employer' };
    await coordinator().post(`people/${known.ana}/erasure`, asked).expect(200);
    const path = `barrier-reviews?programme=${known.programmeId}`;
    const left = JSON.stringify(await bodyOf(board().get(path).expect(200)));
    expect(left).not.toContain(known.ana);
    expect(left).toContain(known.bea);
  });
});

describe('an organisation’s own auditor', () => {
  it('reads, begins and changes reviews of theirs, and no other', async () => {
    const { programmeId } = known;
    const row = { id: 'cleo', email: 'cleo@inside.example', organisation: 'Next door' };
    await coordinator()
      .post('imports', { programmeId, mentees: csv([aMenteeRow(row)]) })
      .expect(201);
    const { items: organisations } = (await bodyOf(
      coordinator().get(`organisations?programme=${programmeId}`).expect(200),
    )) as { items: { id: string; name: string }[] };
    const nextDoor = organisations.find(({ name }) => name === 'Next door')!.id;
    await service.grant('kim@audit.example', 'hr_auditor', { programmeId, organisationId: nextDoor });
    const auditor = await service.asHolderOf('kim@audit.example');
    const list = `barrier-reviews?programme=${programmeId}`;
    const { items: all } = (await bodyOf(board().get(list).expect(200))) as { items: Review[] };
    expect(all.length).toBeGreaterThan(0);
    expect(await bodyOf(auditor.get(list).expect(200))).toEqual({ items: [] });
    const { id, version } = all[0]!;
    for (const road of ['', '/change', '/ceilings'])
      await auditor.get(`barrier-reviews/${id}${road}`).expect(404);
    const judgement = { strength: 'none', evidence: 'None.' };
    await auditor.put(`barrier-reviews/${id}/judgements/lack_of_time`, judgement, version).expect(404);
    await auditor
      .send('post', `/api/v1/barrier-reviews/${id}/complete`)
      .set('If-Match', `"v${version}"`)
      .expect(404);
    const begun = { programmeId, organisationId: known.organisationId };
    const refused = await auditor.post('barrier-reviews', begun).expect(422);
    expect(JSON.stringify(refused.body)).toContain('organisationId: the programme has no organisation');
    const own = await auditor.post('barrier-reviews', { programmeId, organisationId: nextDoor }).expect(201);
    await auditor.put(`barrier-reviews/${idOf(own)}/judgements/lack_of_time`, judgement, 1).expect(200);
    expect(await bodyOf(auditor.get(list).expect(200))).toMatchObject({ items: [{ id: idOf(own) }] });
  });
});

describe('an opportunity', () => {
  const offered = () => ({
    ...{ programmeId: known.programmeId, kind: 'widening_perspectives', phase: 'early_mid_career' },
    ...{ title: 'A day at the board', description: 'Shadow a director.', professions: [] as string[] },
  });

  it('that names professions says why, and is listed for those who look for barriers', async () => {
    const named = { ...offered(), title: 'Supervision', professions: ['midwife'] };
    const refused = await coordinator().post('opportunities', named).expect(422);
    expect(JSON.stringify(refused.body)).toContain('professionsReason: professions are named');
    const professionsReason = 'The law asks for a registered midwife.';
    const made = idOf(
      await coordinator()
        .post('opportunities', { ...named, professionsReason })
        .expect(201),
    );
    await coordinator().post('opportunities', offered()).expect(201);
    const post = {
      ...{ programmeId: known.programmeId, organisationId: known.organisationId, region: 'london' },
      ...{
        title: 'Director of midwifery',
        stage: '3',
        neededAt: '1-3',
        profession: 'midwife',
        professionReason: professionsReason,
      },
      roleProfile: [{ code: 'runs', sentence: 'Has run a service.' }],
    };
    const postId = idOf(await board().post('critical-posts', post).expect(201));
    const path = `barrier-reviews/named-professions?programme=${known.programmeId}`;
    expect(await bodyOf(board().get(path).expect(200))).toEqual({
      items: [
        {
          ...{
            kind: 'critical_post',
            state: 'open',
            id: postId,
            title: post.title,
            organisationId: known.organisationId,
          },
          ...{ professions: ['midwife'], reason: professionsReason },
        },
        {
          kind: 'opportunity',
          state: 'open',
          id: made,
          title: 'Supervision',
          professions: ['midwife'],
          reason: professionsReason,
        },
      ],
    });
    await board().post(`critical-posts/${postId}/fill`, {}).expect(200);
    expect(await bodyOf(board().get(path).expect(200))).toMatchObject({
      items: [{ id: postId, state: 'filled', reason: professionsReason }, { id: made }],
    });
  });

  it('is open to everybody in the programme to read, and to nobody elsewhere', async () => {
    const bea = await service.asHolderOf('bea@inside.example');
    const path = `opportunities?programme=${known.programmeId}`;
    const { items } = (await bodyOf(bea.get(path).expect(200))) as { items: { id: string }[] };
    expect(items).toHaveLength(2);
    await bea.get(`opportunities/${items[0]!.id}`).expect(200);
    const elsewhere = idOf(await coordinator().post('programmes', { name: 'Elsewhere' }).expect(201));
    const there = { ...offered(), programmeId: elsewhere };
    const far = idOf(await coordinator().post('opportunities', there).expect(201));
    await bea.get(`opportunities/${far}`).expect(404);
    const listed = await bodyOf(bea.get(`opportunities?programme=${elsewhere}`).expect(200));
    expect(listed).toEqual({ items: [] });
  });

  it('is said anew, closed once, and refuses what the catalogue does not have', async () => {
    const made = await coordinator().post('opportunities', offered()).expect(201);
    const address = `/api/v1/opportunities/${idOf(made)}`;
    const { kind, phase, description, professions } = offered();
    const anew = { kind, phase, description, professions, title: 'Two days' };
    await coordinator()
      .send('put', address)
      .set('If-Match', '"v1"')
      .send({ ...anew, kind: 'luck' })
      .expect(422);
    const put = await coordinator().send('put', address).set('If-Match', '"v1"').send(anew).expect(200);
    expect(put.body).toMatchObject({ title: 'Two days', version: 2 });
    await coordinator().send('post', `${address}/close`).set('If-Match', '"v2"').expect(200);
    const closed = await coordinator().send('post', `${address}/close`).set('If-Match', '"v3"').expect(409);
    expect(closed.body).toMatchObject({ code: 'opportunity.closed' });
  });

  it('ends with its last day, and is not offered for one that is over', async () => {
    const yesterday = '2020-01-01';
    const refused = await coordinator()
      .post('opportunities', { ...offered(), closesOn: yesterday })
      .expect(422);
    expect(JSON.stringify(refused.body)).toContain('closesOn: 2020-01-01 is over');
    const title = 'Until the end of time';
    const until = { ...offered(), title, closesOn: '2099-12-31' };
    const id = idOf(await coordinator().post('opportunities', until).expect(201));
    const client = new Client({ connectionString: service.databaseUrl });
    await client.connect();
    await client.query('update opportunity set closes_on = $1 where id = $2', [yesterday, id]);
    await client.end();
    expect(await bodyOf(coordinator().get(`opportunities/${id}`).expect(200))).toMatchObject({
      state: 'closed',
    });
    const listed = async (state: string) =>
      JSON.stringify(
        await bodyOf(coordinator().get(`opportunities?programme=${known.programmeId}&state=${state}`)),
      );
    expect(await listed('open')).not.toContain(title);
    expect(await listed('closed')).toContain(title);
  });

  it('is offered by no closed programme, which begins no review either', async () => {
    const closing = await coordinator().post('programmes', { name: 'Over' }).expect(201);
    const programmeId = idOf(closing);
    await coordinator().patch(`programmes/${programmeId}`, { state: 'closed' }, 1).expect(200);
    const refusals = [
      await coordinator().post('opportunities', { ...offered(), programmeId }),
      await board().post('barrier-reviews', { programmeId, organisationId: known.organisationId }),
    ];
    expect(refusals.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      ...[
        [409, 'programme.closed'],
        [409, 'programme.closed'],
      ],
    ]);
  });
});
