import { Client } from 'pg';
import { PageVisitor } from '../harness/page-visitor';
import { useService } from '../harness/service';
import { pagesEnvironment, PageDesk } from './page-desk';
import { refusalOf } from './refusal';
import { bodyOf, untilAnswered } from './round-over-http';

/** Reports and plans are asked for, put forward and decided about in a browser that runs no script. */
const service = useService({ environment: pagesEnvironment });
const known = {} as { programmeId: string; auditor: PageDesk; board: PageDesk; coordinator: PageDesk };

async function sql(text: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  await client.query(text, [...values]);
  await client.end();
}

const staff = (role: string) => PageDesk.of(service, `${role}@staff.example`, role);
/** Others of the board, one of whom audits besides. */
const OTHERS = {
  lee: ['talent_board'],
  rae: ['talent_board'],
  both: ['talent_board', 'hr_auditor'],
} as const;
const another = (name: keyof typeof OTHERS) => PageDesk.of(service, `${name}@board.example`);

/** Its files are told in the order of likelihoods that is asked for. */
async function inOrderOfTheWres(desk: PageDesk, address: string): Promise<void> {
  const section = 'section=access-by-region';
  const [wres, other] = ['(everyone else ÷ this group)', 'Workforce Race Equality Standard'];
  expect(await desk.read(`${address}/tables.csv?${section}`)).not.toContain(wres);
  expect(await desk.read(`${address}/tables.csv?${section}&likelihood=wres`)).toContain(wres);
  expect(await desk.read(`${address}/report.json`)).not.toContain(other);
  expect(await desk.read(`${address}/report.json?likelihood=wres`)).toContain(other);
}

/** A form does no more than the button that is gone: whoever sends it is told why, with no link to where it was. */
async function keptFromBefore(
  desk: PageDesk,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const { status, text } = await desk.send(path, fields);
  expect([path, fields, status]).toEqual([path, fields, 422]);
  expect(text).toContain('another member of the board decides');
  expect(text).not.toMatch(/There is a problem|href="#decision"|name="decision"/);
}

beforeAll(async () => {
  const made = await service.as('coordinator').post('programmes', { name: 'On pages' }).expect(201);
  known.programmeId = (made.body as { id: string }).id;
  for (const [name, roles] of Object.entries(OTHERS)) {
    for (const role of roles) {
      const words = ['--role', role, '--email', `${name}@board.example`, '--programme', 'On pages'];
      service.command(['grant', ...words]);
    }
  }
  known.auditor = await staff('hr_auditor');
  known.board = await staff('talent_board');
  known.coordinator = await staff('coordinator');
}, 120_000);

describe('An equity report', () => {
  const report = {} as { address: string; id: string; snapshotId: string };
  const waiting = async (desk: PageDesk) =>
    (await desk.read('/equity-reports')).split('<h2>Waiting for you to decide</h2>')[1]!.split('<h2>')[0]!;

  it('is asked for on a page, which says what is wrong and keeps what was filled in', async () => {
    const { auditor, board, programmeId } = known;
    expect(await auditor.read('/equity-reports')).toContain('href="/equity-reports/new"');
    expect(await auditor.read('/equity-reports/new')).toContain('On pages');
    const text = await auditor.refused('/equity-reports/new', { programme: programmeId, months: '7' });
    expect(text).toContain('href="#months"');
    expect(text).toMatch(new RegExp(`value="${programmeId}" selected`));
    // Kept two years here, and nothing that is older can be asked for.
    expect(text).not.toContain('value="36"');
    for (const method of ['GET', 'POST'] as const) {
      const answer =
        method === 'GET' ? await board.see('/equity-reports/new') : await board.send('/equity-reports/new');
      expect(answer.status).toBe(403);
    }
    const foreign = await auditor.send(
      '/equity-reports/new',
      { programme: programmeId, months: '12' },
      'another',
    );
    expect(foreign.status).toBe(403);
    expect(await auditor.read('/equity-reports')).toContain('You have not asked for a report yet.');

    report.address = await auditor.done('/equity-reports/new', { programme: programmeId, months: '12' });
    report.id = report.address.split('/').pop()!;
    await untilAnswered(service.as('hr_auditor'), `/api/v1/equity/reports/${report.id}`);
    expect(await auditor.read('/equity-reports')).toContain('On pages, 12 months');
  });

  it('is taken away, and put forward once', async () => {
    const { auditor, board } = known;
    const { address } = report;
    expect(await auditor.read(address)).toContain('Made, and not put forward');
    for (const file of ['tables.csv', 'tables.xlsx', 'report.json']) {
      const { status, headers } = await auditor.see(`${address}/${file}`);
      expect([file, status, headers.get('cache-control')]).toEqual([file, 200, 'no-store']);
      expect(headers.get('content-disposition')).toContain('attachment');
      expect((await board.see(`${address}/${file}`)).status).toBe(403);
    }
    const { window } = JSON.parse(await auditor.read(`${address}/report.json`)) as { window: object };
    expect(window).toMatchObject({ months: 12 });
    await inOrderOfTheWres(auditor, address);
    expect((await board.send(`${address}/put-forward`)).status).toBe(403);
    expect(await auditor.done(`${address}/put-forward`)).toBe(address);
    const shown = await auditor.read(address);
    expect(shown).toContain('which has not decided');
    expect(shown).not.toContain(`${address}/put-forward`);
    const again = await auditor.send(`${address}/put-forward`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('These figures are put forward already');
  });

  it('is turned down with a reason, which whoever put it forward reads', async () => {
    const { auditor, board } = known;
    report.snapshotId = /href="\/equity-snapshots\/([^"]+)"/.exec(await waiting(board))![1]!;
    const page = `/equity-snapshots/${report.snapshotId}`;
    expect(await board.read(page)).toContain(`href="${page}/decision"`);
    expect(await auditor.read(page)).not.toContain(`${page}/decision`);
    expect((await auditor.see(`${page}/decision`)).status).toBe(403);
    expect((await board.see(`${page}/tables.xlsx`)).status).toBe(200);
    await inOrderOfTheWres(board, page);
    expect(await board.refused(`${page}/decision`)).toContain('href="#decision"');
    const unsaid = await board.refused(`${page}/decision`, { decision: 'turned_down', reason: ' ' });
    expect(unsaid).toContain('href="#reason"');
    const reason = 'Wait for <May>.\r\nThen again.';
    expect(await board.done(`${page}/decision`, { decision: 'turned_down', reason })).toBe(page);
    expect(await board.read(page)).toContain('Turned down by the board');
    const shown = await auditor.read(report.address);
    expect(shown).toMatch(/Wait for &lt;May&gt;\.\s+Then again\./);
    const late = await board.send(`${page}/decision`, { decision: 'published' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('The board has decided about it');
  });

  it('waits for those of the board who can decide, and tells the others why they cannot', async () => {
    const { board, programmeId } = known;
    const lee = await another('lee');
    const both = await another('both');
    await both.done(`${report.address}/put-forward`);
    report.snapshotId = /href="\/equity-snapshots\/([^"]+)"/.exec(await waiting(board))![1]!;
    const page = `/equity-snapshots/${report.snapshotId}`;
    expect(await waiting(lee)).toContain(page);
    // A round of these months that one of them ran; the other put the report forward.
    await sql(
      `with round as (
        insert into matching_round (id, programme_id, name, state, rules, scope, pseudonym_key, attempt, created_at,
          rules_fixed_at, published_at, version)
        values (gen_random_uuid(), $1, 'Autumn', 'published', '{}', '{}', 'key', 0, now(), now(), now(), 1) returning id
      ) insert into round_part select round.id, account.id, 'ran' from round, account where account.email = $2`,
      [programmeId, 'lee@board.example'],
    );
    expect(await waiting(lee)).toContain('Nothing waits for you to decide.');
    expect(await lee.read('/equity-reports')).toContain('nobody audits their own');
    expect(await lee.read('/equity-reports')).not.toContain(page);
    const barred = await lee.read(`${page}/decision`);
    expect(barred).not.toContain('name="decision"');
    expect((await lee.see(page)).text).toContain('This is for others to look at');
    expect(await waiting(both)).toContain('Nothing waits for you to decide.');
    expect(await both.read(`${page}/decision`)).toContain('nobody approves their own');
    // A form that was kept from before does no more than the button that is gone.
    for (const desk of [lee, both]) {
      for (const decision of ['published', 'turned_down', '']) {
        await keptFromBefore(desk, `${page}/decision`, { decision, reason: 'No.' });
      }
    }
    expect(await board.read(page)).toContain('which has not decided');
  });

  it('is published for everybody by one who can', async () => {
    const { board } = known;
    const page = `/equity-snapshots/${report.snapshotId}`;
    expect((await new PageVisitor(service.address).visit(`/equity/${report.snapshotId}`)).status).toBe(404);
    const everybodys = `/equity/${report.snapshotId}`;
    expect(await board.done(`${page}/decision`, { decision: 'published', reason: '' })).toBe(everybodys);
    for (const told of [await board.read(page), await known.auditor.read(report.address)]) {
      expect(told).toContain('Published by the board');
      expect(told).toContain(`href="${everybodys}"`);
      expect(told).not.toMatch(/Do not pass it on|not published/);
    }
    expect((await new PageVisitor(service.address).visit(`/equity/${report.snapshotId}`)).status).toBe(200);
  });

  it('is listed over the interface by programme and by state, and nothing else', async () => {
    const [auditor, { programmeId }] = [service.as('hr_auditor'), known];
    const elsewhere = '00000000-0000-4000-8000-000000000000';
    const listed = async (path: string) =>
      (
        (await bodyOf(auditor.get(`equity/${path}`).expect(200))) as {
          items: { id: string; state: string }[];
        }
      ).items;
    for (const [list, state, other] of [
      ['reports', 'made', 'failed'],
      ['snapshots', 'published', 'put_forward'],
    ] as const) {
      expect((await listed(`${list}?programme=${programmeId}`)).length).toBeGreaterThan(0);
      expect(await listed(`${list}?programme=${elsewhere}`)).toEqual([]);
      expect((await listed(`${list}?state=${state}`)).map((each) => each.state)).toContain(state);
      expect(await listed(`${list}?state=${other}`)).toEqual([]);
      const wrong = refusalOf(await auditor.get(`equity/${list}?programme=north&state=lost`));
      expect(wrong).toMatchObject({ status: 400, code: 'request.invalid' });
      expect(JSON.stringify(wrong.problems)).toMatch(/query\.programme.*UUID.*query\.state/s);
    }
    expect(
      (await listed('snapshots?state=published&state=turned_down')).map(({ state }) => state).sort(),
    ).toEqual([...['published', 'turned_down']]);
  });
});

describe('A leadership plan', () => {
  it('is put forward by one of the board on a page, and decided about by another', async () => {
    const { auditor, board, coordinator, programmeId } = known;
    const list = '/leadership-plan-snapshots';
    expect(await board.read(list)).toContain('No programme of yours has a leadership plan.');
    const plan = { title: 'Leaders', startsOn: '2026-10-01', vacancies: [] };
    await service.as('talent_board').put(`leadership-plan/${programmeId}`, plan).expect(201);
    for (const reader of [auditor, coordinator]) {
      expect(await reader.read(list)).not.toContain('name="programme"');
      expect((await reader.send(list, { programme: programmeId })).status).toBe(403);
    }
    expect((await board.send(list, { programme: 'nowhere' })).status).toBe(404);
    let page = await board.done(list, { programme: programmeId });
    expect(await board.read(page)).toContain('Do not pass it on');
    expect(await board.read(list)).toContain('nobody approves their own');
    expect(await board.refused(list, { programme: programmeId })).toContain(`href="#plan-${programmeId}"`);
    expect(await board.read(`${page}/decision`)).not.toContain('name="decision"');
    await keptFromBefore(board, `${page}/decision`, { decision: 'published' });

    const rae = await another('rae');
    expect(await rae.read(list)).toContain(`href="${page}/decision"`);
    expect(await rae.refused(`${page}/decision`)).toContain('href="#decision"');
    expect((await auditor.send(`${page}/decision`, { decision: 'published' })).status).toBe(403);
    const work = `/board-work/${programmeId}`;
    expect(await rae.read(work)).toContain('Waiting for you to decide');
    expect(await rae.read(work)).toContain(`href="${page}/decision"`);
    expect(await board.read(work)).not.toContain('Waiting for you to decide');

    const unsaid = await rae.refused(`${page}/decision`, { decision: 'turned_down', reason: ' ' });
    expect(unsaid).toContain('href="#reason"');
    const reason = 'Wait for <May>.\r\nThen again.';
    expect(await rae.done(`${page}/decision`, { decision: 'turned_down', reason })).toBe(page);
    for (const told of [await board.read(page), await board.read(list)]) {
      expect(told).toMatch(/turned down on .*Wait for &lt;May&gt;\.\s+Then again\./s);
    }
    for (const late of [
      await rae.see(`${page}/decision`),
      await rae.send(`${page}/decision`, { decision: 'published' }),
    ]) {
      expect([late.status, late.text]).toEqual([
        409,
        expect.stringContaining('The board has decided about it'),
      ]);
      expect(late.text).toContain(`href="${list}"`);
    }
    expect(await rae.read(work)).toContain('No snapshot of the leadership plan waits');
    expect(
      await bodyOf(
        service
          .as('hr_auditor')
          .get(`leadership-plan${page.slice(list.length).replace(/\/(?=[^/]+$)/, '/snapshots/')}`)
          .expect(200),
      ),
    ).toMatchObject({ state: 'turned_down', reason: 'Wait for <May>.\nThen again.' });
    page = await board.done(list, { programme: programmeId });
    const everybodys = `/leadership-plans/${page.split('/').pop()!}`;
    expect(await rae.done(`${page}/decision`, { decision: 'published' })).toBe(everybodys);
    const shown = await rae.read(page);
    expect(shown).toContain('published on');
    expect(shown).toContain(`href="${everybodys}"`);
    expect(shown).not.toMatch(/Do not pass it on|not published/);
    const published = await new PageVisitor(service.address).visit(everybodys);
    expect([published.status, published.text.includes('On pages')]).toEqual([200, true]);
    expect(await rae.read('/leadership-plans')).toContain(`href="${list}"`);
    expect(await rae.read('/account')).toContain(`href="${list}"`);
  });
});
