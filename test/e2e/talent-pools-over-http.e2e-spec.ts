import { randomUUID } from 'node:crypto';
import { type Api, useService } from '../harness/service';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf } from './round-over-http';

const service = useService({ workers: 0 });
const known = {} as {
  programmeId: string;
  organisationId: string;
  board: Api;
  reviewer: Api;
  mentor: Api;
  coordinator: Api;
  ids: ReadonlyMap<string, string>;
};

type Body = Record<string, unknown> & { readonly id: string };

const person = (reference: string) => service.asHolderOf(`${reference}@example.org`);
const made = async (asked: ReturnType<Api['post']>) => (await bodyOf(asked.expect(201))) as Body;
const codeOf = async (asked: ReturnType<Api['post']>) => {
  const { status, code } = refusalOf(await asked);
  return [status, code];
};

const CRITERIA = [
  {
    ...{ code: 'leads', sentence: 'Leads a team, or has been ready to for a while.' },
    rule: [
      { asks: 'stage', stage: '1' },
      { asks: 'readiness', horizon: '1-3' },
    ],
  },
  { code: 'grows', sentence: 'Learns from what goes wrong.' },
];

beforeAll(async () => {
  const coordinator = service.as('coordinator');
  const { id: programmeId } = await made(coordinator.post('programmes', { name: 'Talented' }));
  const mentees = csv(['ana', 'bea', 'cis'].map((id) => aMenteeRow({ id })));
  const mentors = csv([aMentorRow({ id: 'max' })]);
  await coordinator.post('imports', { programmeId, mentees, mentors }).expect(201);
  const listed = async (path: string) =>
    ((await bodyOf(coordinator.get(`${path}?programme=${programmeId}`).expect(200))) as { items: Body[] })
      .items;
  const people = await listed('people');
  const [organisation] = await listed('organisations');
  for (const name of ['dee', 'rae']) {
    await service.grant(`${name}@board.example`, 'talent_board', { programmeId });
  }
  Object.assign(known, {
    ...{ programmeId, organisationId: organisation!.id, coordinator },
    ids: new Map(people.map(({ id, reference }) => [reference as string, id])),
    board: await service.asHolderOf('dee@board.example'),
    reviewer: await service.asHolderOf('rae@board.example'),
    mentor: await person('max'),
  });
}, 120_000);

async function aPool(criteria: readonly object[] = CRITERIA): Promise<string> {
  const { programmeId, board } = known;
  const pool = { programmeId, title: 'Heads of service', purpose: 'To lead a service.' };
  const { id } = await made(board.post('talent-pools', { ...pool, waysIn: ['nominated', 'applied'] }));
  await board.post(`talent-pools/${id}/criteria`, { criteria, reason: 'First.' }).expect(201);
  await board.post(`talent-pools/${id}/open`).expect(200);
  return id;
}

const aPost = (parts: object = {}) => ({
  ...{ programmeId: known.programmeId, organisationId: known.organisationId, region: 'london' },
  ...{ title: 'Head of therapies', stage: '3', neededAt: '1-3' },
  roleProfile: [{ code: 'runs', sentence: 'Has run a service.' }],
  ...parts,
});

const ASSESSMENT = {
  ...{ horizon: '0-1', evidence: 'Led the winter plan.' },
  dimensions: [
    { dimension: 'potential', level: 3, evidence: 'Took over a second team.' },
    { dimension: 'resilience', level: 4, evidence: 'Two winters.' },
  ],
};

describe('A talent pool over HTTP', () => {
  it('refuses criteria that name a protected characteristic, says where, and changes nothing', async () => {
    const poolId = await aPool();
    const criteria = [
      CRITERIA[0]!,
      { code: 'young', sentence: 'Is a woman under 40.', rule: [{ asks: 'sex' }] },
    ];
    const answer = await known.board.post(`talent-pools/${poolId}/criteria`, { criteria, reason: 'No.' });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'input.refused']);
    const text = JSON.stringify(answer.body);
    for (const where of ['criteria[1].code', 'criteria[1].sentence', 'criteria[1].rule[0].asks']) {
      expect(text).toContain(where);
    }
    const read = await bodyOf(known.board.get(`talent-pools/${poolId}/criteria`).expect(200));
    expect(read).toMatchObject({ items: [{ number: 1, criteria: CRITERIA }] });
    expect((read as { items: object[] }).items).toHaveLength(1);
  });

  it('leads from a nomination to a critical post, and the person sees all that is said of them', async () => {
    const { board, mentor, coordinator, ids } = known;
    const poolId = await aPool();
    const pool = `talent-pools/${poolId}`;
    const ana = await person('ana');
    const nomination = { nomination: { personId: ids.get('ana'), as: 'mentor' }, reason: 'Led a ward.' };
    const { id: memberId } = await made(mentor.post(`${pool}/members`, nomination));
    const member = `${pool}/members/${memberId}`;
    await ana.post(`${member}/interest`).expect(200);
    const met = async (by: Api) =>
      ((await bodyOf(by.get(`${member}/criteria`).expect(200))) as { findings: Body[] }).findings;
    expect((await met(ana)).map(({ code }) => code)).toEqual(['leads', 'grows']);
    await board.post(`${member}/assessment`, ASSESSMENT).expect(200);
    expect((await met(board))[0]).toMatchObject({ finding: 'met' });
    const verdict = { memberId, outcome: 'in_pool', reason: 'Meets it.' };
    const decision = await made(board.post(`${pool}/decisions`, verdict));
    expect(decision).not.toHaveProperty('deciderAccountId');

    const post = await made(board.post('critical-posts', aPost({ poolId })));
    const cover = await bodyOf(board.get(`critical-posts/cover?programme=${known.programmeId}`).expect(200));
    expect((cover as { posts: Body[] }).posts).toContainEqual(
      expect.objectContaining({
        ...{ postId: post.id, ready: 1, postsOfPool: 1 },
        readyByProfile: { met: 0, notMet: 0, notKnown: 1 },
      }),
    );
    const filled = await bodyOf(board.post(`critical-posts/${post.id}/fill`, { memberId }).expect(200));
    expect(filled).toMatchObject({ state: 'filled', filled: { fromPool: true, memberId } });
    expect(filled).toMatchObject({ profile: [{ code: 'runs', finding: 'not_known' }] });
    const audited = await bodyOf(service.as('hr_auditor').get(`critical-posts/${post.id}`).expect(200));
    expect(Object.keys((audited as Body)['filled'] as Body)).toEqual(['at']);

    expect(await bodyOf(ana.get(member).expect(200))).toMatchObject({
      ...{ state: 'appointed', wayIn: 'nominated', assessment: ASSESSMENT },
      nomination: { as: 'mentor', by: { role: 'mentor', personId: ids.get('max') } },
      ending: { note: 'Head of therapies' },
    });
    expect(await bodyOf(ana.get(`${pool}/decisions`).expect(200))).toMatchObject({
      items: [{ outcome: 'in_pool', criteriaVersion: 1, reason: 'Meets it.' }],
    });
    const bea = await person('bea');
    await bea.get(`${member}/criteria`).expect(404);
    await coordinator.get(`${member}/criteria`).expect(200);
  });

  it('has somebody else look again at who was turned down, and decides anew where that was wrong', async () => {
    const { board, reviewer } = known;
    const poolId = await aPool();
    const pool = `talent-pools/${poolId}`;
    const bea = await person('bea');
    const { id: memberId } = await made(bea.post(`${pool}/members`, { reason: 'I lead two teams.' }));
    await board.post(`${pool}/members/${memberId}/assessment`, ASSESSMENT).expect(200);
    const verdict = { memberId, outcome: 'not_in_pool', reason: 'One team only.' };
    const { id: decisionId } = await made(board.post(`${pool}/decisions`, verdict));
    const ask = `${pool}/decisions/${decisionId}/review`;
    await (await person('ana')).post(ask).expect(404);
    const { id } = await made(bea.post(ask, { reason: 'It is two.' }));
    expect(await codeOf(bea.post(ask))).toEqual([409, 'pool-decision-review.exists']);
    const settle = { outcome: 'changed', finding: 'It is two indeed.' };
    expect(await codeOf(board.post(`decision-reviews/${id}/settle`, settle))).toEqual([
      409,
      'pool-decision-review.own-decision',
    ]);
    const settled = await bodyOf(reviewer.post(`decision-reviews/${id}/settle`, settle).expect(200));
    const again = `${pool}/members/${(settled as Body)['newMemberId'] as string}`;
    expect(await bodyOf(bea.get(again).expect(200))).toMatchObject({ state: 'interested' });
    expect(await bodyOf(bea.get('decision-reviews').expect(200))).toMatchObject({
      items: [{ id, state: 'changed', finding: 'It is two indeed.', reviewer: { role: 'talent_board' } }],
    });
    const held = await bodyOf(bea.get('me/data').expect(200));
    expect(JSON.stringify(held)).toContain('It is two indeed.');
  });

  it('tells a mentor the same of whoever they put forward, applicant or not, and takes no word from them later', async () => {
    const { board, reviewer, mentor, ids } = known;
    const pool = `talent-pools/${await aPool()}`;
    const bea = await person('bea');
    const { id: memberId } = await made(bea.post(`${pool}/members`, { reason: 'I lead two teams.' }));
    const nominate = (reference: string) =>
      mentor.post(`${pool}/members`, {
        ...{ nomination: { personId: ids.get(reference), as: 'mentor' }, reason: 'Led a ward.' },
      });
    const [ofApplicant, ofOther] = [await made(nominate('bea')), await made(nominate('cis'))];
    const shapeOf = ({ id: _, personId: __, nominatedAt: ___, cameAt: ____, ...rest }: Body) => rest;
    expect(shapeOf(ofApplicant)).toEqual(shapeOf(ofOther));
    for (const reference of ['bea', 'cis']) {
      expect(await codeOf(nominate(reference))).toEqual([409, 'talent-pool-member.already-nominated']);
    }
    const told = await bodyOf(bea.get(`${pool}/members?state=nominated`).expect(200));
    expect(told).toMatchObject({ items: [{ id: ofApplicant.id, reason: 'Led a ward.' }] });

    // The mentor sits on the board as well.
    await service.grant('max@example.org', 'talent_board', { programmeId: known.programmeId });
    const assessment = `${pool}/members/${memberId}/assessment`;
    const notTheirs = [409, 'talent-pool-member.cannot-judge-own-nominee'];
    expect(await codeOf(mentor.post(assessment, ASSESSMENT))).toEqual(notTheirs);
    await board.post(assessment, ASSESSMENT).expect(200);
    const verdict = { memberId, outcome: 'in_pool', reason: 'Meets it.' };
    expect(await codeOf(mentor.post(`${pool}/decisions`, verdict))).toEqual(notTheirs);
    await made(reviewer.post(`${pool}/decisions`, verdict));
    const post = await made(board.post('critical-posts', aPost()));
    expect(await codeOf(mentor.post(`critical-posts/${post.id}/fill`, { memberId }))).toEqual(notTheirs);
    const appointment = `${pool}/members/${memberId}/appointment`;
    expect(await codeOf(mentor.post(appointment, { post: 'Head' }))).toEqual(notTheirs);

    const { id: own } = await made(mentor.post(`${pool}/members`, { reason: 'I lead a service.' }));
    await board.post(`${pool}/members/${own}/assessment`, ASSESSMENT).expect(200);
    await made(board.post(`${pool}/decisions`, { ...verdict, memberId: own }));
    const notOneself = [409, 'talent-pool-member.cannot-judge-oneself'];
    const fill = `critical-posts/${post.id}/fill`;
    expect(await codeOf(mentor.post(fill, { memberId: own }))).toEqual(notOneself);
    const ownAppointment = `${pool}/members/${own}/appointment`;
    expect(await codeOf(mentor.post(ownAppointment, { post: 'Head' }))).toEqual(notOneself);
  });

  it('is told to everybody, as JSON and on a page, without one small count', async () => {
    const { board } = known;
    const poolId = await aPool();
    const cis = await person('cis');
    await made(cis.post(`talent-pools/${poolId}/members`, { reason: 'I lead a ward.' }));
    const widened = { criteria: CRITERIA.slice(1), reason: 'Leading is not needed to begin with.' };
    await board.post(`talent-pools/${poolId}/criteria`, widened).expect(201);
    const anybody = service.as('public');
    const told = (await bodyOf(anybody.get(`transparency/talent-pools/${poolId}`).expect(200))) as Body;
    expect(told).toMatchObject({
      waysIn: ['nominated', 'applied'],
      criteria: [
        { number: 2, reason: widened.reason },
        { number: 1, criteria: CRITERIA },
      ],
      composition: { members: null },
      times: { medianWeeks: null },
      appointments: { appointments: null, from: Array(3).fill({ appointments: null }) },
    });
    expect(JSON.stringify(told)).not.toContain(known.ids.get('cis'));

    const page = await anybody.get(`/pools/${poolId}`).expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<h1 class="nhsuk-u-text-break-word">Talent pool: Heads of service</h1>');
    expect(page.text).toContain('holds a post at stage 1');
    expect(page.text).toContain('Nothing is published yet');
    const list = await anybody.get('/pools').expect(200);
    expect(list.text).toContain(`href="/pools/${poolId}"`);
    await anybody.get(`/pools/${randomUUID()}`).expect(404);
  });
});

describe('A critical post over HTTP', () => {
  it('needs an organisation, and a reason where it names a profession', async () => {
    const { board } = known;
    const { organisationId: _, ...homeless } = aPost();
    const answer = await board.post('critical-posts', homeless);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('body.organisationId');
    const elsewhere = randomUUID();
    for (const [parts, said] of [
      [
        { organisationId: elsewhere },
        `organisationId: \\"${elsewhere}\\" is no organisation of the programme`,
      ],
      [{ profession: 'adult_nurse' }, 'must cite what requires it'],
      [{ roleProfile: [{ code: 'one', sentence: 'Is male.' }] }, 'roleProfile[0].sentence'],
    ] as const) {
      const refused = await board.post('critical-posts', aPost(parts));
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining(said)]);
    }
    const { id } = await made(
      board.post(
        'critical-posts',
        aPost({ profession: 'adult_nurse', professionReason: 'The regulations.' }),
      ),
    );
    const listed = await bodyOf(
      known.coordinator.get(`critical-posts?programme=${known.programmeId}&namesProfession=true`).expect(200),
    );
    expect(listed).toMatchObject({ items: [{ id, professionReason: 'The regulations.' }] });
  });

  it('is changed with If-Match, filled from outside or closed, and is the board’s alone to change', async () => {
    const { board, coordinator } = known;
    expect(await codeOf(coordinator.post('critical-posts', aPost()))).toEqual([403, 'access.forbidden']);
    const { id } = await made(board.post('critical-posts', aPost()));
    const { programmeId: _, ...details } = aPost({ neededAt: 'now' });
    await board.put(`critical-posts/${id}`, details).expect(428);
    await board.put(`critical-posts/${id}`, details, 1).expect(200);
    await board.put(`critical-posts/${id}`, details, 1).expect(412);
    const filled = await bodyOf(board.post(`critical-posts/${id}/fill`).expect(200));
    expect((filled as Body)['filled']).toMatchObject({ fromPool: false });
    expect(await codeOf(board.post(`critical-posts/${id}/close`, { reason: 'Merged.' }))).toEqual([
      409,
      'critical-post.not-open',
    ]);
  });
});
