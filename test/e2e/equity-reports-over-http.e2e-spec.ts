import type { Measure, ReleasedCounts } from '@evenhand/equity';
import { healthAndCare } from '@evenhand/taxonomy';
import { Client } from 'pg';
import type { AnsweredCounts } from '../harness/attack-over-the-wire';
import { programmeStatements } from '../harness/equity-programme';
import { type Api, useService } from '../harness/service';
import { rowsOf } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf, untilAnswered } from './round-over-http';
import { unzipped } from './unzipped';

const service = useService();
const auditor = () => service.as('hr_auditor');
const board = () => service.as('talent_board');
const known = {} as {
  programmeId: string;
  other: string;
  reportId: string;
  report: Content;
  snapshotId: string;
};

type Cell = string | number | null;
interface Content {
  readonly notes: readonly string[];
  readonly sections: readonly {
    readonly code: string;
    readonly sentence: string;
    readonly table: {
      readonly columns: readonly { readonly code: string; readonly title: string; readonly kind: string }[];
      readonly rows: readonly (readonly Cell[])[];
    };
  }[];
}

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;
const table = (code: string) => known.report.sections.find((section) => section.code === code)!.table;

/** A report, when it is made. */
async function made(programmeId: string): Promise<{ id: string; state: string; report: Content }> {
  const asked = await auditor().post('equity/reports', { programmeId }).expect(202);
  const address = asked.headers['location']!;
  expect(address).toBe(`/api/v1/equity/reports/${idOf(asked)}`);
  return (await untilAnswered(auditor(), address)).body as { id: string; state: string; report: Content };
}

beforeAll(async () => {
  const api = service.as('coordinator');
  known.programmeId = idOf(await api.post('programmes', { name: 'Equity' }).expect(201));
  known.other = idOf(await api.post('programmes', { name: 'Nobody asked' }).expect(201));
  const database = new Client({ connectionString: service.databaseUrl });
  await database.connect();
  const of = { programmeId: known.programmeId, people: 2_000, organisations: 3, lastDay: today() };
  for (const [sql, values] of programmeStatements(of)) await database.query(sql, values);
  for (const sql of CHAMPIONS_AND_POOLS) await database.query(sql, [known.programmeId]);
  // A name that a spreadsheet would run.
  await database.query(`update organisation set name = '=cmd()' where name = 'Trust 1'`);
  await database.query('analyze');
  await database.end();
  await auditor().put(`programmes/${known.programmeId}/baseline`, { workforce: WORKFORCE }).expect(200);
  const { id, state, report } = await made(known.programmeId);
  expect(state).toBe('made');
  Object.assign(known, { reportId: id, report });
}, 240_000);

/** Beside those who asked: people who have a champion, and members of a pool. */
const CHAMPIONS_AND_POOLS = [
  `insert into championing (id, programme_id, person_id, state, named_at, put_forward_for, put_forward_at, version)
  select gen_random_uuid(), $1::uuid, md5('p' || n || $1::text)::uuid,
    case when n % 4 = 0 then 'put_forward' else 'named' end, now(), case when n % 4 = 0 then 'A board' end,
    case when n % 4 = 0 then now()::date end, 1
  from generate_series(1, 2000, 3) n`,
  `insert into talent_pool values (md5('pool' || $1::text)::uuid, $1::uuid, 'A pool', 'A purpose', '{applied}', 'draft', 1,
    now(), null, null, 1)`,
  `insert into talent_pool_criteria select md5('pool' || $1::text)::uuid, 1, '[{}]', now(), 'A reason'`,
  `insert into talent_pool_member (id, pool_id, person_id, way_in, state, reason, came_at, interest_declared_at, horizon,
    evidence, assessed_by_version, assessed_at, assessor_role, version)
  select gen_random_uuid(), md5('pool' || $1::text)::uuid, md5('p' || n || $1::text)::uuid, 'applied', 'in_pool',
    'A reason', now(), now(), case when n % 4 = 0 then 'now' else 'later' end, 'Led a team', 1, now(), 'talent_board', 1
  from generate_series(2, 2000, 3) n`,
  `insert into talent_pool_decision (id, pool_id, member_id, outcome, decided_at, decider_role, criteria_version, reason)
  select gen_random_uuid(), pool_id, id, 'in_pool', now(), 'talent_board', 1, 'By the criteria'
  from talent_pool_member where pool_id = md5('pool' || $1::text)::uuid`,
];

/** Everybody there is of each profession and stage; of midwives hardly anybody rises. */
const WORKFORCE = [
  'profession,stage,headcount',
  ...healthAndCare.content.professions.flatMap(({ code }) =>
    healthAndCare.content.stages.map(
      (stage, at) => `${code},${stage.code},${code === 'midwife' && at > 0 ? 20 : 800 - 150 * at}`,
    ),
  ),
].join('\n');

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
}

describe('A baseline of the workforce', () => {
  const path = () => `programmes/${known.other}/baseline`;

  it('is taken whole, and refused whole where its parts do not add up', async () => {
    const workforce = 'profession,stage,headcount\nMidwives,1,300\nMidwives,2,100\nMidwives,Total,400';
    const set = await auditor().put(path(), { workforce }).expect(200);
    expect((set.body as { parts: unknown[] }).parts).toHaveLength(2);
    const wrong = await auditor().put(path(), { workforce: workforce.replace('400', '401') }, 1);
    const { status, problems } = refusalOf(wrong);
    expect(status).toBe(422);
    expect(JSON.stringify(problems)).toContain('row 4, column headcount: it states a total of 401');
    const read = await auditor().get(path()).expect(200);
    expect(read.body).toEqual(set.body);
    expect(read.headers['etag']).toBe('"v1"');
    const headcounts = await bodyOf(auditor().get(`programmes/${known.other}/workforce`).expect(200));
    expect(headcounts).toEqual({ headcounts: [{ profession: 'midwife', headcount: 400 }] });
  });

  it('is replaced by whoever has read the one before, and by no headcounts beside it', async () => {
    const workforce = 'profession,headcount\nMidwives,500';
    expect(refusalOf(await auditor().put(path(), { workforce }))).toMatchObject({
      ...{ status: 409, code: 'baseline.exists' },
    });
    expect(refusalOf(await auditor().put(path(), { workforce }, 7)).status).toBe(412);
    const set = await auditor().put(path(), { workforce }, 1).expect(200);
    expect([set.headers['etag'], (set.body as { version: number }).version]).toEqual(['"v2"', 2]);
    const beside = await auditor().put(`programmes/${known.other}/workforce`, {
      headcounts: [{ profession: 'midwife', headcount: 9 }],
    });
    expect(refusalOf(beside)).toMatchObject({ status: 409, code: 'workforce.follows-baseline' });
    const imported = await service.as('coordinator').post('imports', {
      ...{ programmeId: known.other, workforce: 'profession,headcount\nmidwife,9' },
      mentees:
        'id,name,email,organisation,region,profession,stage,gaps\n' +
        'one,One,one@example.org,A trust,london,midwife,1,SE-1.1\n',
    });
    expect(refusalOf(imported)).toMatchObject({ status: 409, code: 'workforce.follows-baseline' });
  });

  it.each([
    ['counts nobody', 'profession,headcount\nmidwife,0', 422, 'it counts nobody'],
    ['is a workbook', 'PK\u0003\u0004\u0014\u0000', 400, 'save it as CSV UTF-8'],
  ])('that %s is refused, and the one before stays', async (_, workforce, status, says) => {
    const refused = await auditor().put(path(), { workforce }, 2);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.body)).toContain(says);
    expect(((await bodyOf(auditor().get(path()).expect(200))) as { version: number }).version).toBe(2);
  });

  it('keeps its characteristics when a coordinator writes back what they read, who is not shown them', async () => {
    const workforce = 'profession,headcount\nMidwives,500';
    const characteristics = 'question,answer,headcount\nsex,female,450\nsex,male,50';
    await auditor().put(path(), { workforce, characteristics }, 2).expect(200);
    const counted = [
      { question: 'sex', answer: 'female', people: 450 },
      { question: 'sex', answer: 'male', people: 50 },
    ];
    const coordinator = service.as('coordinator');
    expect(await bodyOf(coordinator.get(path()).expect(200))).toMatchObject({ characteristics: [] });
    const set = await coordinator.put(path(), { workforce }, 3).expect(200);
    expect(set.body).toMatchObject({ characteristics: [], version: 4 });
    expect(await bodyOf(auditor().get(path()).expect(200))).toMatchObject({ characteristics: counted });
    const more = { workforce: 'profession,headcount\nMidwives,510' };
    const { status, problems } = refusalOf(await coordinator.put(path(), more, 4));
    expect([status, JSON.stringify(problems)]).toEqual([422, expect.stringContaining('headings alone')]);
    const without = { ...more, characteristics: 'question,answer,headcount\n' };
    await coordinator.put(path(), without, 4).expect(200);
    expect(await bodyOf(auditor().get(path()).expect(200))).toMatchObject({
      characteristics: [],
      version: 5,
    });
  });
});

describe('An equity report', () => {
  it('on a programme in which nobody asked is made, and tells no count', async () => {
    const { state, report } = await made(known.other);
    expect(state).toBe('made');
    const figures = report.sections
      .filter(({ code }) => code.startsWith('access'))
      .flatMap(({ table: { columns, rows } }) =>
        rows.flatMap((row) =>
          row.filter((_, at) => columns[at]!.kind !== 'text' && columns[at]!.code !== 'workforce'),
        ),
      );
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter((cell) => cell !== null)).toEqual([]);
  }, 240_000);

  it('measures ceilings and representation by the baseline', () => {
    const ceilings = table('ceilings-by-profession');
    const at = (code: string) => ceilings.columns.findIndex((column) => column.code === code);
    const titleOf = (code: string) =>
      healthAndCare.content.professions.find((one) => one.code === code)!.title;
    const midwives = ceilings.rows.find(([label]) => label === titleOf('midwife'))!;
    const beyond = ceilings.columns.findIndex(({ code }) => code.startsWith('beyond_'));
    expect(midwives[beyond]).toBeLessThan(0.5);
    const [lowest] = healthAndCare.content.stages;
    expect(midwives[at('stops_at')]).toBe(lowest!.title);
    const represented = table('representation-by-profession');
    const baseline = represented.columns.findIndex(({ code }) => code === 'baseline');
    const nurses = represented.rows.find(([label]) => label === titleOf('adult_nurse'))!;
    expect(nurses[baseline]).toBeGreaterThan(1_000);
  });

  it('tells how far it has come until it is made', async () => {
    const [worker] = service.workers;
    // So that it is not made before anybody could ask how far it is.
    worker!.signal('SIGSTOP');
    const asked = await auditor().post('equity/reports', { programmeId: known.other }).expect(202);
    const events = await auditor()
      .get(`${asked.headers['location']!}/progress`)
      .buffer(true)
      .parse((response, done) => {
        let heard = '';
        response.on('data', (chunk: Buffer) => {
          heard += chunk.toString();
          worker!.signal('SIGCONT');
        });
        response.on('end', () => done(null, heard));
      })
      .expect(200);
    const told = [...(events.body as string).matchAll(/^event: (\w+)\ndata: (.+)$/gm)].map(
      ([, event, data]) => [event, (JSON.parse(data!) as { state: string }).state],
    );
    expect(told[0]).toEqual(['progress', 'queued']);
    expect(told.at(-1)).toEqual(['end', 'made']);
    expect(told.slice(0, -1).filter(([event]) => event !== 'progress')).toEqual([]);
  });

  it('is found again by its auditors, and tells nobody else how far it is', async () => {
    const { items } = (await bodyOf(auditor().get('equity/reports?limit=50').expect(200))) as {
      items: { id: string; state: string; report?: object }[];
    };
    const found = items.find(({ id }) => id === known.reportId)!;
    expect(found).toMatchObject({ state: 'made', programmeId: known.programmeId });
    expect(found.report).toBeUndefined();
    const { items: first, nextCursor } = (await bodyOf(
      auditor().get('equity/reports?limit=1').expect(200),
    )) as {
      items: object[];
      nextCursor: string;
    };
    expect([first.length, typeof nextCursor]).toEqual([1, 'string']);
    for (const address of ['equity/reports', `equity/reports/${known.reportId}/progress`]) {
      expect(refusalOf(await board().get(address)).status).toBe(403);
    }
  });

  it('looks back no further than what is over is kept', async () => {
    const asked = await auditor().post('equity/reports', { programmeId: known.programmeId, months: 36 });
    const { status, problems } = refusalOf(asked);
    expect(status).toBe(422);
    expect(JSON.stringify(problems)).toContain('one of 12, 24');
    expect(JSON.stringify(problems)).toContain('CLOSED_RECORD_DAYS');
  });

  it('has access, waiting, quality, ceilings, supply and outreach, each with a sentence', () => {
    const codes = known.report.sections.map(({ code }) => code);
    for (const code of [
      ...['access-by-professional-group', 'access-by-profession', 'access-by-stage', 'access-by-grade'],
      ...['access-by-region', 'access-by-organisation', 'access-by-sex', 'access-by-ethnicity'],
      ...['waiting-by-professional-group', 'quality-by-professional-group', 'trend-by-round'],
      ...['supply-by-organisation', 'outreach-by-profession', 'champions-by-professional-group'],
      ...['talent-pools-by-professional-group', 'representation-by-stage', 'stratified-by-grade'],
    ]) {
      expect(codes).toContain(code);
    }
    for (const { sentence } of known.report.sections) expect(sentence).toMatch(/^\S.{20,}\.$/);
  });

  it('tells counts to the nearest five, and none under ten', () => {
    // How many strata were compared counts no people.
    const ofPeople = known.report.sections.filter(({ code }) => !code.startsWith('stratified'));
    const counts = ofPeople.flatMap(({ table: { columns, rows } }) =>
      columns.flatMap(({ kind }, at) => (kind === 'count' ? rows.map((row) => row[at]!) : [])),
    );
    const told = counts.filter((cell) => typeof cell === 'number');
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter((count) => count % 5 !== 0 || count < 10)).toEqual([]);
    expect(counts.filter((cell) => typeof cell !== 'number').length).toBeGreaterThan(10);
  });

  it('is read in the order of the WRES too: the same counts and verdicts, each ratio the other way round, and in words', async () => {
    const address = `equity/reports/${known.reportId}`;
    const read = (await bodyOf(auditor().get(`${address}?likelihood=wres`).expect(200))) as {
      report: Content;
    };
    expect(read.report.sections.map(({ code }) => code)).toEqual(
      known.report.sections.map(({ code }) => code),
    );
    const cellsOf = ({ sections }: Content, code: string, column: string) => {
      const { columns, rows } = sections.find((section) => section.code === code)!.table;
      return rows.map((row) => row[columns.findIndex((each) => each.code === column)]!);
    };
    const turned = [
      ['access-by-professional-group', 'likelihood'],
      ['access-by-organisation', 'likelihood'],
      ['stratified-by-grade', 'within'],
      ['stratified-stage-by-professional-group', 'crude'],
    ] as const;
    let compared = 0;
    for (const [code, column] of turned) {
      const wres = cellsOf(read.report, code, column);
      cellsOf(known.report, code, column).forEach((ratio, at) => {
        if (typeof ratio !== 'number' || typeof wres[at] !== 'number' || ratio < 0.5) return;
        compared++;
        expect(Math.abs(ratio * wres[at] - 1)).toBeLessThan(0.03);
      });
    }
    expect(compared).toBeGreaterThan(5);
    for (const column of ['label', 'closed', 'matched', 'access_rate', 'access_verdict']) {
      expect(cellsOf(read.report, 'access-by-organisation', column)).toEqual(
        cellsOf(known.report, 'access-by-organisation', column),
      );
    }
    expect(String(cellsOf(read.report, 'access-by-professional-group', 'direction'))).toContain(
      'Everyone else was',
    );
    const csv = await auditor().get(`${address}/tables.csv?section=access-by-region&likelihood=wres`);
    expect(Object.keys(rowsOf(csv.text)[0]!)).toContain('Relative likelihood (everyone else ÷ this group)');
    const workbook = `${address}/tables.xlsx?section=access-by-region&likelihood=wres`;
    expect(sheetsOf(await download(auditor(), workbook))).toContain('everyone else ÷ this group');
    for (const wrong of [`${address}?likelihood=backwards`, `${address}/tables.csv?likelihood=backwards`]) {
      const { status, problems } = refusalOf(await auditor().get(wrong));
      expect({ status, problems }).toEqual({
        status: 400,
        problems: [{ where: 'query.likelihood', what: 'must be one of group_to_rest, wres' }],
      });
    }
  });

  it('says the same as JSON, as CSV and as a workbook', async () => {
    const section = await auditor().get(
      `equity/reports/${known.reportId}/tables.csv?section=access-by-organisation`,
    );
    expect(section.headers['content-type']).toBe('text/csv; charset=utf-8');
    const { columns, rows } = table('access-by-organisation');
    const shown = (cell: Cell) => (cell === null ? 'withheld' : String(cell).replace(/^=/, "'="));
    expect(rowsOf(section.text).map((row) => Object.values(row))).toEqual(rows.map((row) => row.map(shown)));
    expect(Object.keys(rowsOf(section.text)[0]!)).toEqual(columns.map(({ title }) => title));

    const whole = await auditor().get(`equity/reports/${known.reportId}/tables.csv`).expect(200);
    const figures = known.report.sections.flatMap(({ table: one }) =>
      one.rows.flatMap((row) => row.slice(1)),
    );
    expect(rowsOf(whole.text)).toHaveLength(figures.length);
    const sheets = sheetsOf(await download(auditor(), `equity/reports/${known.reportId}/tables.xlsx`));
    expect(sheets).not.toContain('<f>');
    expect(sheets).toContain("'=cmd()");
    const one = sheetsOf(
      await download(
        auditor(),
        `equity/reports/${known.reportId}/tables.xlsx?section=access-by-organisation`,
      ),
    );
    expect(one).toContain("'=cmd()");
    expect(one.match(/<sheet /g)).toHaveLength(2);
    const { status } = refusalOf(
      await auditor().get(`equity/reports/${known.reportId}/tables.csv?section=none`),
    );
    expect(status).toBe(422);
  });

  // What passed the gate is attacked in `medium/equity-reports`, and what comes over the wire in `npm-start`.
  it('gives over the wire every count that passed the gate together, and no other', async () => {
    const { sets } = (await bodyOf(auditor().get('equity/lattice').expect(200))) as { sets: string[][] };
    const answered: AnsweredCounts[] = [];
    for (const set of sets) {
      const query = set.map((code) => `by=${code}`).join('&');
      const answer = await bodyOf(
        auditor().get(`equity/reports/${known.reportId}/counts?${query}`).expect(200),
      );
      answered.push(answer as AnsweredCounts);
    }
    const withheld = answered.flatMap(({ rows }) => rows.filter(({ counts }) => counts.asked === null));
    expect(withheld.length).toBeGreaterThan(10);
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    const { rows } = await database.query<{ people: ReleasedCounts['people'] }>(
      `select report -> 'counts' -> 'people' as people from equity_report where id = $1`,
      [known.reportId],
    );
    await database.end();
    const { tables, measures: all } = rows[0]!.people;
    const released = tables.map(({ dimensions, tells = all, rows: told }): AnsweredCounts => {
      const measures = all.filter((measure) => tells.includes(measure));
      const countsOf = (counts: (typeof told)[number]['counts']) =>
        Object.fromEntries(measures.map((measure) => [measure, counts[measure]]));
      return {
        ...{ dimensions, measures },
        rows: told.map(({ categories, counts }) => ({ categories, counts: countsOf(counts) })),
      };
    });
    expect(byDimensions(answered)).toEqual(byDimensions(released));
  });

  it.each([
    'by=profession&by=stage',
    'by=sex&by=ethnicity',
    'by=professional_group&by=sex',
    'by=organisation&by=professional_group',
  ])('is refused off the lattice, with what may be asked: %s', async (query) => {
    const { status, detail, problems } = refusalOf(
      await auditor().get(`equity/reports/${known.reportId}/counts?${query}`),
    );
    expect(status).toBe(400);
    expect(JSON.stringify([detail, problems])).toContain('professional_group × stage');
  });

  it('takes no filter', async () => {
    const filtered = { programmeId: known.programmeId, stage: '2' };
    expect(refusalOf(await auditor().post('equity/reports', filtered)).status).toBe(400);
    const counts = `equity/reports/${known.reportId}/counts?by=stage&stage=2`;
    expect(refusalOf(await auditor().get(counts)).status).toBe(400);
  });

  it('shows true counts to nobody but an organisation’s own auditor', async () => {
    const { items } = (await bodyOf(
      service.as('coordinator').get(`organisations?programme=${known.programmeId}`).expect(200),
    )) as { items: { id: string }[] };
    const look = { programmeId: known.programmeId, organisationId: items[0]!.id, purpose: 'Board paper' };
    expect(refusalOf(await auditor().post('equity/looks', look))).toMatchObject({
      status: 404,
      code: 'organisation.not-found',
    });
  });
});

const WHY = { reason: 'Its window is to end with the year.' };
const byDimensions = (tables: readonly AnsweredCounts[]) =>
  new Map(tables.map(({ dimensions, measures, rows }) => [dimensions.join(), { measures, rows }]));

describe('Whoever ran a round', () => {
  const auditors = {} as { kim: Api; pat: Api; lee: Api; organisationId: string };

  beforeAll(async () => {
    const { items } = (await bodyOf(
      service.as('coordinator').get(`organisations?programme=${known.programmeId}`).expect(200),
    )) as { items: { id: string; name: string }[] };
    auditors.organisationId = items.find(({ name }) => name === 'Trust 2')!.id;
    const { programmeId } = known;
    await service.grant('kim@audit.example', 'hr_auditor', { programmeId });
    for (const name of ['kim', 'pat'] as const) {
      const { organisationId } = auditors;
      await service.grant(`${name}@audit.example`, 'hr_auditor', { programmeId, organisationId });
      auditors[name] = await service.asHolderOf(`${name}@audit.example`);
    }
    await service.grant('lee@board.example', 'talent_board', { programmeId });
    auditors.lee = await service.asHolderOf('lee@board.example');
    // Whoever signs in has an account.
    await auditors.kim.get('equity/reports').expect(200);
    await auditors.lee.get('equity/snapshots').expect(200);
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    await database.query(
      `insert into round_part select round.id, account.id, 'ran' from account, matching_round round
      where account.email in ('kim@audit.example', 'lee@board.example') and round.programme_id = $1`,
      [known.programmeId],
    );
    await database.end();
  });

  it.each<[string, (kim: Api) => ReturnType<Api['get']>]>([
    ['asks for a report', (kim) => kim.post('equity/reports', { programmeId: known.programmeId })],
    ['reads one', (kim) => kim.get(`equity/reports/${known.reportId}`)],
    ['takes one away as CSV', (kim) => kim.get(`equity/reports/${known.reportId}/tables.csv`)],
    ['takes one away as a workbook', (kim) => kim.get(`equity/reports/${known.reportId}/tables.xlsx`)],
    ['reads its counts', (kim) => kim.get(`equity/reports/${known.reportId}/counts?by=stage`)],
    ['puts one forward', (kim) => kim.post('equity/snapshots', { reportId: known.reportId })],
    [
      'looks at true counts',
      (kim) =>
        kim.post('equity/looks', {
          ...{ programmeId: known.programmeId, organisationId: auditors.organisationId, purpose: 'Mine' },
        }),
    ],
  ])('audits nothing of its months: %s', async (_, road) => {
    expect(refusalOf(await road(auditors.kim))).toMatchObject({
      status: 409,
      code: 'equity-report.ran-by-you',
    });
  });

  it('reads a snapshot once it is published, and not before', async () => {
    const snapshotId = idOf(
      await auditor().post('equity/snapshots', { reportId: known.reportId }).expect(201),
    );
    const address = `equity/snapshots/${snapshotId}`;
    expect(refusalOf(await auditors.kim.get(address))).toMatchObject({
      ...{ status: 409, code: 'equity-report.ran-by-you' },
    });
    await board().post(`${address}/turn-down`, WHY).expect(200);
  });

  it('neither approves what was found of it nor turns it down, which another one does with a reason', async () => {
    const put = await auditor().post('equity/snapshots', { reportId: known.reportId }).expect(201);
    const address = `equity/snapshots/${idOf(put)}`;
    for (const decision of ['approve', 'turn-down']) {
      expect(refusalOf(await auditors.lee.post(`${address}/${decision}`, WHY))).toMatchObject({
        ...{ status: 409, code: 'equity-report.ran-by-you' },
      });
    }
    const turnedDown = await board().post(`${address}/turn-down`, WHY).expect(200);
    expect(turnedDown.body).toMatchObject({ state: 'turned_down', ...WHY });
    const unsaid = await board().post(`${address}/turn-down`, {});
    expect(refusalOf(unsaid)).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(await bodyOf(auditor().get(address).expect(200))).toMatchObject({ state: 'turned_down', ...WHY });
  });

  it('is not an organisation’s own auditor who did not, and sees its people in true counts', async () => {
    const look = {
      programmeId: known.programmeId,
      organisationId: auditors.organisationId,
      purpose: 'Board paper',
    };
    const { counts } = (await auditors.pat.post('equity/looks', look).expect(201)).body as {
      counts: { counts: Record<Measure, number> }[];
    };
    const eligible = counts.reduce((sum, { counts: each }) => sum + each.eligible, 0);
    expect(eligible).toBeGreaterThan(400);
    // What somebody said, or a board decided, is nobody's to count by profession, grade and stage.
    expect([...new Set(counts.flatMap(({ counts: each }) => Object.keys(each)))]).toEqual([
      ...['eligible', 'asked', 'proposed', 'closed', 'matched', 'met', 'completed'],
    ]);
    expect(counts.some(({ counts: each }) => each.eligible % 5 !== 0)).toBe(true);
  });

  it('looks anew each time, and leaves no true counts behind where answers are kept', async () => {
    const look = {
      ...{ programmeId: known.programmeId, organisationId: auditors.organisationId },
      purpose: 'Board paper, again',
    };
    const send = () => auditors.pat.post('equity/looks', look).set('Idempotency-Key', 'look-1').expect(201);
    const [first, second] = [await send(), await send()];
    expect(second.headers['idempotency-replayed']).toBeUndefined();
    expect(idOf(second)).not.toBe(idOf(first));
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    const { rows } = await database.query(
      `select (select count(*)::int from equity_look where purpose = $1) as looks,
        (select count(*)::int from idempotency_key where key = 'look-1') as kept`,
      [look.purpose],
    );
    await database.end();
    expect(rows).toEqual([{ looks: 2, kept: 0 }]);
  });
});

describe('An auditor of one organisation', () => {
  const path = () => `programmes/${known.programmeId}/baseline`;
  let own: Api;

  beforeAll(async () => {
    const { programmeId } = known;
    const { items } = (await bodyOf(
      service.as('coordinator').get(`organisations?programme=${programmeId}`).expect(200),
    )) as { items: { id: string; name: string }[] };
    const organisationId = items.find(({ name }) => name === 'Trust 2')!.id;
    await service.grant('mia@audit.example', 'hr_auditor', { programmeId, organisationId });
    own = await service.asHolderOf('mia@audit.example');
  });

  it('reads their part of a baseline, and of characteristics nothing', async () => {
    const before = await bodyOf(auditor().get(path()).expect(200));
    const { parts, version } = before as { parts: object[]; version: number };
    expect(parts.length).toBeGreaterThan(50);
    expect(await bodyOf(own.get(path()).expect(200))).toEqual({ parts: [], characteristics: [], version });
    const workforce =
      'organisation,profession,headcount\nTrust 2,Midwives,40\nTrust 3,Midwives,60\n,Paramedics,100';
    const characteristics = 'question,answer,headcount\nsex,female,150\nsex,male,50';
    await auditor().put(path(), { workforce, characteristics }, version).expect(200);
    const told = (await bodyOf(own.get(path()).expect(200))) as { parts: object[] };
    expect(told).toMatchObject({ parts: [{ profession: 'midwife', people: 40 }], characteristics: [] });
    expect(told.parts).toHaveLength(1);
  });

  it('replaces none of it, and reads no headcounts in which others are counted', async () => {
    const { version } = (await bodyOf(own.get(path()).expect(200))) as { version: number };
    const headcounts = `programmes/${known.programmeId}/workforce`;
    const refused = [
      await own.put(path(), { workforce: 'profession,headcount\nMidwives,500' }, version),
      await own.put(headcounts, { headcounts: [{ profession: 'midwife', headcount: 9 }] }),
      await own.get(headcounts),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(((await bodyOf(auditor().get(path()).expect(200))) as { version: number }).version).toBe(version);
    const without = { workforce: WORKFORCE, characteristics: 'question,answer,headcount\n' };
    await auditor().put(path(), without, version).expect(200);
  });
});

describe('A snapshot', () => {
  beforeAll(async () => {
    const put = await auditor().post('equity/snapshots', { reportId: known.reportId }).expect(201);
    known.snapshotId = idOf(put);
  });

  it('is the board’s to approve, once, and nobody’s with a filter more', async () => {
    const address = `equity/snapshots/${known.snapshotId}`;
    expect(
      refusalOf(await service.as('public').get(`transparency/equity-snapshots/${known.snapshotId}`)).status,
    ).toBe(404);
    expect(refusalOf(await auditor().post(`${address}/approve`)).status).toBe(403);
    const again = await auditor().post('equity/snapshots', { reportId: known.reportId });
    expect(refusalOf(again)).toMatchObject({ status: 409, code: 'equity-snapshot.exists' });
    const filtered = await auditor().post('equity/snapshots', {
      reportId: known.reportId,
      profession: 'midwife',
    });
    expect(refusalOf(filtered).status).toBe(400);
    await board().get(address).expect(200);
    const approved = await board().post(`${address}/approve`).expect(200);
    expect(approved.body).toMatchObject({ state: 'published' });
    expect(refusalOf(await board().post(`${address}/turn-down`, WHY))).toMatchObject({
      status: 409,
      code: 'equity-snapshot.decided',
    });
  });

  it('is read by everybody, the same in each form', async () => {
    const reader = service.as('public');
    const { items } = (await bodyOf(reader.get('transparency/equity-snapshots').expect(200))) as {
      items: { id: string }[];
    };
    expect(items.map(({ id }) => id)).toEqual([known.snapshotId]);
    const address = `transparency/equity-snapshots/${known.snapshotId}`;
    const { report } = (await bodyOf(reader.get(address).expect(200))) as { report: Content };
    expect(report).toEqual(known.report);
    const text = await reader.get(`${address}/tables.csv`).expect(200);
    const same = await auditor().get(`equity/reports/${known.reportId}/tables.csv`).expect(200);
    expect(text.text).toBe(same.text);
    expect(sheetsOf(await download(reader, `${address}/tables.xlsx`))).toContain('withheld');
  });

  it('may be kept by whoever has read it, and is not sent again to who holds it', async () => {
    const [reader, address] = [service.as('public'), `transparency/equity-snapshots/${known.snapshotId}`];
    for (const file of ['tables.csv', 'tables.xlsx', 'tables.csv?section=access-by-stage']) {
      const { headers } = await reader.get(`${address}/${file}`).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=300');
      const again = await reader.get(`${address}/${file}`).set('If-None-Match', headers['etag']!).expect(304);
      expect([again.text, again.headers['etag']]).toEqual(['', headers['etag']]);
    }
    const refused = await reader.get(`${address}/tables.csv?section=none`).expect(422);
    expect([refused.headers['cache-control'], refused.headers['etag']]).toEqual(['no-store', undefined]);
  });

  it('says beside a barrier review where professions stop, in released figures', async () => {
    const { programmeId } = known;
    const { items } = (await bodyOf(
      service.as('coordinator').get(`organisations?programme=${programmeId}`).expect(200),
    )) as { items: { id: string }[] };
    const review = await board()
      .post('barrier-reviews', { programmeId, organisationId: items[0]!.id })
      .expect(201);
    const { ceilings } = (await bodyOf(
      board()
        .get(`barrier-reviews/${idOf(review)}/ceilings`)
        .expect(200),
    )) as {
      ceilings: { snapshotId: string; sentence: string; groups: { group: string; steps: object[] }[] };
    };
    // Its leads read the same, which anybody may read of the published report.
    const address = 'lead@equity.example';
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    const led = await database.query<{ id: string }>(
      `update person set email = $2 where id = (select id from person where programme_id = $1 limit 1) returning id`,
      [programmeId, address],
    );
    await database.end();
    await board()
      .send('patch', `/api/v1/barrier-reviews/${idOf(review)}/leads`)
      .set('If-Match', '"v1"')
      .send({ executiveLead: led.rows[0]!.id })
      .expect(200);
    const lead = await service.asHolderOf(address);
    expect(await bodyOf(lead.get(`barrier-reviews/${idOf(review)}/ceilings`).expect(200))).toEqual({
      ceilings,
    });
    const { columns, rows } = known.report.sections.find(({ code }) => code.startsWith('ceilings-by'))!.table;
    const at = (code: string) => columns.findIndex((column) => column.code === code);
    expect(ceilings.snapshotId).toBe(known.snapshotId);
    expect(ceilings.groups.map(({ group }) => group)).toEqual(rows.map((row) => row[at('label')]));
    expect(ceilings.groups.map(({ steps }) => steps)).toEqual(
      rows.map((row) =>
        columns
          .filter(({ code }) => code.startsWith('at_'))
          .map(({ code, title }) => ({
            ...{ stage: title, headcount: row[at(code)] },
            beyond: row[at(code.replace('at_', 'beyond_'))] ?? null,
          })),
      ),
    );
  });

  it('is on a page for people, figure for figure', async () => {
    const list = await service.as('public').get('/equity').expect(200);
    expect(list.text).toContain(`href="/equity/${known.snapshotId}"`);
    const { text } = await service.as('public').get(`/equity/${known.snapshotId}`).expect(200);
    for (const { code, sentence, table: shown } of known.report.sections) {
      expect(text).toContain(`id="${code}"`);
      expect(text).toContain(sentence.replaceAll('&', '&amp;').slice(0, 40));
      const rows = text.split(`id="${code}-table"`)[1]!.split('</table>')[0]!.match(/<tr/g);
      expect(rows).toHaveLength(shown.rows.length + 1);
    }
    for (const code of ['access-by-professional-group', 'ceilings-by-profession']) {
      const { columns, rows } = table(code);
      expect(rows.flat().filter((cell) => typeof cell === 'number').length).toBeGreaterThan(20);
      expect(cellsOn(text, code)).toEqual(
        rows.map((row) => row.map((cell, at) => inWords(cell, columns[at]!.kind))),
      );
    }
    expect(text).toContain('withheld');
    await service.as('public').get(`/equity/${known.reportId}`).expect(404);
  });

  it('is repeated, figure for figure, when it is asked for after one more person', async () => {
    const added = await service.as('coordinator').post('imports', {
      programmeId: known.programmeId,
      mentees:
        'id,name,email,organisation,region,profession,stage,gaps\n' +
        'one.more,One More,one.more@example.org,Trust 2,london,midwife,1,SE-1.1\n',
    });
    expect(added.status).toBe(201);
    const again = await made(known.programmeId);
    expect(again.report).toEqual(known.report);
    const put = await auditor().post('equity/snapshots', { reportId: again.id });
    expect(refusalOf(put)).toMatchObject({ status: 409, code: 'equity-snapshot.exists' });
  }, 400_000);
});

/** The cells of a table of a page, row by row, as somebody reads them. */
function cellsOn(page: string, table: string): string[][] {
  const [, body] = page.split(`id="${table}-table"`)[1]!.split('</table>')[0]!.split('<tbody');
  return [...body!.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      cell!.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    ),
  );
}

/** A cell as it is written for people. */
function inWords(cell: Cell, kind: string): string {
  if (cell === null) return 'withheld';
  if (typeof cell === 'string') return cell;
  return kind === 'percent' ? `${cell}%` : kind === 'ratio' ? cell.toFixed(2) : cell.toLocaleString('en-GB');
}

async function download(api: Api, path: string): Promise<Buffer> {
  const answer = await api
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return answer.body as Buffer;
}

/** The text of everything in a workbook. */
function sheetsOf(workbook: Buffer): string {
  return [...unzipped(workbook).values()].join('\n');
}
