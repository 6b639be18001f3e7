import { type Api, useService } from '../harness/service';
import { PageVisitor } from '../harness/page-visitor';
import { pagesEnvironment, PageDesk } from './page-desk';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { bodyOf } from './round-over-http';

/** What is somebody's own, read and answered in a browser that runs no script. */
const service = useService({ workers: 0, environment: pagesEnvironment });
const known = {} as {
  programmeId: string;
  organisationId: string;
  ids: ReadonlyMap<string, string>;
  ana: PageDesk;
  bea: PageDesk;
  cis: PageDesk;
};
const addressOf = (reference: string) => `${reference}@own.example`;
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;
const board = () => service.as('talent_board');

beforeAll(async () => {
  const coordinator = service.as('coordinator');
  const programmeId = idOf(await coordinator.post('programmes', { name: 'One’s own' }).expect(201));
  const row = (id: string) => ({ id, email: addressOf(id) });
  const mentees = csv(['ana', 'bea', 'cis'].map((id) => aMenteeRow(row(id))));
  await coordinator
    .post('imports', { programmeId, mentees, mentors: csv([aMentorRow(row('max'))]) })
    .expect(201);
  const listed = async (path: string) =>
    (
      (await bodyOf(coordinator.get(`${path}?programme=${programmeId}`).expect(200))) as {
        items: { id: string; reference: string }[];
      }
    ).items;
  const [organisation] = await listed('organisations');
  Object.assign(known, {
    ...{ programmeId, organisationId: organisation!.id },
    ids: new Map((await listed('people')).map(({ id, reference }) => [reference, id])),
    ana: await PageDesk.of(service, addressOf('ana')),
    bea: await PageDesk.of(service, addressOf('bea')),
    cis: await PageDesk.of(service, addressOf('cis')),
  });
}, 120_000);

describe('What somebody is to a talent pool', () => {
  const at = {} as { pool: string; page: string; member: string };
  const ASSESSED = { horizon: '1-3', evidence: 'Led the winter plan.' };
  const verdict = (outcome: string, reason: string) =>
    board().post(`talent-pools/${at.pool}/decisions`, { memberId: at.member, outcome, reason }).expect(201);

  beforeAll(async () => {
    const { programmeId } = known;
    const pool = { programmeId, title: 'Heads of service', purpose: 'To lead.' };
    at.pool = idOf(await board().post('talent-pools', { ...pool, waysIn: ['nominated', 'applied'] }));
    const criteria = [{ code: 'leads', sentence: 'Has led a team.' }];
    await board().post(`talent-pools/${at.pool}/criteria`, { criteria, reason: 'First.' }).expect(201);
    await board().post(`talent-pools/${at.pool}/open`).expect(200);
    const max: Api = await service.asHolderOf(addressOf('max'));
    const nomination = { personId: known.ids.get('ana'), as: 'mentor' };
    const asked = { nomination, reason: 'Led the <winter> plan.' };
    at.member = idOf(await max.post(`talent-pools/${at.pool}/members`, asked).expect(201));
    at.page = `/pool-memberships/${at.pool}/${at.member}`;
  });

  it('is found from the first page and from the pool’s by whoever is somebody there, and by nobody else', async () => {
    const { ana } = known;
    for (const path of ['/', '/account', `/pools/${at.pool}`]) {
      expect(await ana.read(path)).toContain('href="/pool-memberships"');
      const signedOut = await new PageVisitor(service.address).visit(path);
      expect(signedOut.text).not.toContain('pool-memberships');
    }
    expect(await ana.read('/pool-memberships')).toContain(`<a href="${at.page}">Heads of service</a>`);
    const page = await ana.read(at.page);
    expect(page).toContain('A mentor put you forward');
    expect(page).toContain('Led the &lt;winter&gt; plan.');
    expect(page).not.toContain(known.ids.get('max'));
  });

  it('is somebody else’s as if it were not there', async () => {
    const { bea } = known;
    expect(await bea.read('/pool-memberships')).toContain('You have nothing to do with a talent pool yet');
    for (const path of [at.page, `${at.page}/answer`]) expect((await bea.see(path)).status).toBe(404);
    expect((await bea.send(`${at.page}/answer`, { answer: 'yes' })).status).toBe(404);
    const staff = await PageDesk.of(service, 'talent_board@staff.example', 'talent_board');
    for (const path of ['/pool-memberships', at.page]) expect((await staff.see(path)).status).toBe(403);
    expect((await new PageVisitor(service.address).visit(at.page)).location).toContain('/sign-in?to=');
  });

  it('begins with an answer to a nomination, which is taken once and from our own page alone', async () => {
    const { ana } = known;
    const form = `${at.page}/answer`;
    expect(await ana.read(form)).toContain('name="answer"');
    expect(await ana.refused(form)).toContain('href="#answer"');
    expect((await ana.send(form, { answer: 'yes' }, 'another')).status).toBe(403);
    expect(await ana.done(form, { answer: 'yes', note: '' })).toBe(at.page);
    expect(await ana.read(at.page)).toContain('nobody has assessed you yet');
    // A form that was kept from before does no more than the link that is gone.
    expect(await ana.refused(form, { answer: 'no' })).toContain('href="#answer"');
    expect(await ana.read(form)).not.toContain('name="answer"');
    expect((await ana.see(`${at.page}/nothing`)).status).toBe(400);
  });

  it('shows what was found and decided, has another look asked for, and leads to where it is decided anew', async () => {
    const { ana, bea } = known;
    const member = `talent-pools/${at.pool}/members/${at.member}`;
    await board().post(`${member}/assessment`, ASSESSED).expect(200);
    await verdict('not_in_pool', 'Not yet.');
    const page = await ana.read(at.page);
    for (const told of ['Led the winter plan.', 'Why: Not yet.', 'Has led a team.', 'by version 1']) {
      expect(page).toContain(told);
    }
    expect(page).toContain(`href="${at.page}/review"`);
    expect((await bea.send(`${at.page}/review`)).status).toBe(404);
    expect(await ana.done(`${at.page}/review`, { reason: 'I lead two teams.' })).toBe(at.page);
    expect(await ana.read(at.page)).toContain('Nobody has looked again yet');
    expect(await ana.refused(`${at.page}/review`, { reason: '' })).toContain('There is a problem');

    await service.grant('rae@own.example', 'talent_board', { programmeId: known.programmeId });
    const rae = await service.asHolderOf('rae@own.example');
    const { items } = (await bodyOf(rae.get('decision-reviews?state=open').expect(200))) as {
      items: { id: string }[];
    };
    const settled = { outcome: 'changed', finding: 'Two it is.' };
    await rae.post(`decision-reviews/${items[0]!.id}/settle`, settled).expect(200);
    const told = await ana.read(at.page);
    expect(told).toContain('What they found: Two it is.');
    at.page = /href="(\/pool-memberships\/[^"]+)">Where you stand now/.exec(told)![1]!;
    at.member = at.page.split('/').pop()!;
    const anew = `talent-pools/${at.pool}/members/${at.member}`;
    await board().post(`${anew}/assessment`, ASSESSED).expect(200);
    await verdict('in_pool', 'Meets it.');
    const now = await ana.read(at.page);
    expect(now).toContain('You are in the pool.');
    expect(now).toContain('Why: Meets it.');
    // What was decided before stands where it was decided.
    expect(now).not.toMatch(/Why: Not yet\.|What they found/);
  });

  it('ends when they leave, and is listed over the interface to them alone', async () => {
    const { ana } = known;
    expect(await ana.done(`${at.page}/leaving`, { reason: 'I move away.' })).toBe(at.page);
    expect(await ana.read(at.page)).toContain('I move away.');
    expect(await ana.refused(`${at.page}/leaving`)).toContain('There is a problem');
    const api = await service.asHolderOf(addressOf('ana'));
    const { items } = (await bodyOf(api.get('me/pool-memberships').expect(200))) as {
      items: { pool: object; membership: Record<string, unknown> }[];
    };
    expect(items.map(({ membership }) => membership['state'])).toEqual(['left', 'not_in_pool']);
    expect(items[0]).toMatchObject({ pool: { id: at.pool, title: 'Heads of service' } });
    expect(items[0]!.membership).not.toHaveProperty('card');
    const max = await service.asHolderOf(addressOf('max'));
    expect(await bodyOf(max.get('me/pool-memberships').expect(200))).toEqual({ items: [] });
    await board().get('me/pool-memberships').expect(403);
  });

  it('is asked for where people ask themselves', async () => {
    const { bea } = known;
    const form = `/pools/${at.pool}/application`;
    expect(await bea.read(`/pools/${at.pool}`)).toContain(`href="${form}"`);
    expect(await bea.refused(form, { reason: ' ' })).toContain('href="#reason"');
    const page = await bea.done(form, { reason: 'I lead a ward.\r\nTwo, now.' });
    expect(await bea.read(page)).toMatch(/I lead a ward\.\s+Two, now\./);
    expect(await bea.refused(form, { reason: 'Again.' })).toContain('on the way into this pool already');
  });
});

describe('A review of barriers', () => {
  const at = {} as { review: string; page: string };
  const LIST = '/led-barrier-reviews';
  const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)![1]!;
  const ANSWER = { standing: 'under_way', answer: 'We <do>.\r\nSlowly.', evidence: 'Minutes.' };

  beforeAll(async () => {
    const { programmeId, organisationId, ids } = known;
    at.review = idOf(await board().post('barrier-reviews', { programmeId, organisationId }).expect(201));
    at.page = `${LIST}/${at.review}`;
    await board()
      .send('patch', `/api/v1/barrier-reviews/${at.review}/leads`)
      .set('If-Match', '"v1"')
      .send({ executiveLead: ids.get('ana'), nonExecutiveLead: ids.get('bea') })
      .expect(200);
  });

  it('is found by those who lead it, and is to others as if it were not there', async () => {
    const { ana, bea, cis } = known;
    for (const [lead, as] of [
      [ana, 'executive'],
      [bea, 'non-executive'],
    ] as const) {
      for (const path of ['/', '/account']) expect(await lead.read(path)).toContain(`href="${LIST}"`);
      expect(await lead.read(LIST)).toContain(`<a href="${at.page}">Northfield</a>`);
      expect(await lead.read(at.page)).toContain(`You are the ${as} lead; the other one is named too.`);
    }
    for (const path of ['/', '/account']) expect(await cis.read(path)).not.toContain(LIST);
    expect(await cis.read(LIST)).toContain('You lead no review.');
    const [nowhere] = [known.programmeId];
    for (const rest of ['', '/questions/confidence', '/barriers/lack_of_time', '/actions/new']) {
      expect((await cis.see(`${at.page}${rest}`)).status).toBe(404);
      expect((await cis.see(`${LIST}/${nowhere}${rest}`)).status).toBe(404);
      if (rest !== '')
        expect((await cis.send(`${at.page}${rest}`, { ...ANSWER, seen: '' })).status).toBe(404);
    }
    const staff = await PageDesk.of(service, 'talent_board@staff.example', 'talent_board');
    expect((await staff.see(at.page)).status).toBe(403);
    expect((await new PageVisitor(service.address).visit(at.page)).location).toContain('/sign-in?to=');
  });

  it('is answered by both, side by side, and neither replaces unseen what the other one said', async () => {
    const { ana, bea } = known;
    const form = `${at.page}/questions/confidence`;
    const opened = await ana.read(form);
    const empty = await ana.refused(form, { seen: seenIn(opened) });
    for (const field of ['standing', 'answer', 'evidence']) expect(empty).toContain(`href="#${field}"`);
    expect((await ana.send(form, { ...ANSWER, seen: '' }, 'another')).status).toBe(403);
    const other = `${at.page}/questions/skills`;
    expect(await bea.done(other, { ...ANSWER, seen: '' })).toBe(at.page);
    // The other one answered something else meanwhile.
    expect(await ana.done(form, { ...ANSWER, seen: seenIn(opened) })).toBe(at.page);
    const mine = { ...ANSWER, answer: 'Not so slowly.' };
    const late = await bea.refused(form, { ...mine, seen: '' });
    expect(late).toContain('Said by the executive lead');
    expect(late).toMatch(/We &lt;do&gt;\.\s+Slowly\./);
    expect(late).toContain('Not so slowly.</textarea>');
    expect(await bea.done(form, { ...mine, seen: seenIn(late) })).toBe(at.page);
    const page = await ana.read(at.page);
    expect(page).toContain('2 of 17 questions answered');
    expect(page).toContain('Said by the non-executive lead');
    expect((await ana.see(`${at.page}/questions/luck`)).status).toBe(400);
  });

  it('has barriers judged, and something done about them with an owner and a day', async () => {
    const { ana, bea, cis } = known;
    const judgement = { strength: 'strong', evidence: 'Rosters.', seen: '' };
    expect(await ana.done(`${at.page}/barriers/lack_of_time`, judgement)).toBe(at.page);
    const form = `${at.page}/actions/new`;
    const action = { barrier: 'lack_of_time', what: 'A day a month.', owner: 'Director of people' };
    const day = (year: string) => ({ 'due[day]': '31', 'due[month]': '1', 'due[year]': year });
    expect(await bea.refused(form, { ...action, ...day('soon') })).toContain('href="#due-day"');
    expect(await bea.done(form, { ...action, ...day('2020') })).toBe(at.page);
    const page = await ana.read(at.page);
    expect(page).toContain('Director of people');
    expect(page).toContain('31 January 2020');
    expect(page).toContain('Open, and late');
    const outcome = new RegExp(`href="(${at.page}/actions/[^"/]{36})"`).exec(page)![1]!;
    expect((await cis.send(outcome, { state: 'done', outcome: 'No.' })).status).toBe(404);
    expect(await ana.refused(outcome, { state: 'done' })).toContain('href="#outcome"');
    expect(await ana.done(outcome, { state: 'done', outcome: 'It runs.' })).toBe(at.page);
    expect(await ana.read(at.page)).toContain('It runs.');
    expect(await bea.refused(outcome, { state: 'dropped', outcome: 'No.' })).toContain('done already');
    expect((await ana.see(`${at.page}/actions/${known.programmeId}`)).status).toBe(404);
  });
});
