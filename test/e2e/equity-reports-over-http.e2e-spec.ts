import { type CountTables, narrowedCells, type ReleasedTables } from '@evenhand/disclosure';
import { MEASURES, type Measure, reportDimensions } from '@evenhand/equity';
import { healthAndCare } from '@evenhand/taxonomy';
import { Client } from 'pg';
import { programmeStatements } from '../harness/equity-programme';
import { type Api, useService } from '../harness/service';
import { rowsOf } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf, untilAnswered } from './round-over-http';
import { unzipped } from './unzipped';

const service = useService();
const auditor = () => service.as('hr_auditor');
const board = () => service.as('talent_board');
const known = {} as { programmeId: string; reportId: string; report: Content; snapshotId: string };

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
interface Counts {
  readonly dimensions: readonly string[];
  readonly rows: ReleasedTables<Measure>['tables'][number]['rows'];
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
  const database = new Client({ connectionString: service.databaseUrl });
  await database.connect();
  const of = { programmeId: known.programmeId, people: 2_000, organisations: 3, lastDay: today() };
  for (const [sql, values] of programmeStatements(of)) await database.query(sql, values);
  // A name that a spreadsheet would run.
  await database.query(`update organisation set name = '=cmd()' where name = 'Trust 1'`);
  await database.query('analyze');
  await database.end();
  const { id, state, report } = await made(known.programmeId);
  expect(state).toBe('made');
  Object.assign(known, { reportId: id, report });
}, 240_000);

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
}

describe('A baseline of the workforce', () => {
  const path = () => `programmes/${known.programmeId}/baseline`;

  it('is taken whole, and refused whole where its parts do not add up', async () => {
    const workforce = 'profession,stage,headcount\nMidwives,1,300\nMidwives,2,100\nMidwives,Total,400';
    const set = await auditor().put(path(), { workforce }).expect(200);
    expect((set.body as { parts: unknown[] }).parts).toHaveLength(2);
    const wrong = await auditor().put(path(), { workforce: workforce.replace('400', '401') });
    const { status, problems } = refusalOf(wrong);
    expect(status).toBe(422);
    expect(JSON.stringify(problems)).toContain('row 4, column headcount: it states a total of 401');
    expect(await bodyOf(auditor().get(path()).expect(200))).toEqual(set.body);
    const headcounts = await bodyOf(auditor().get(`programmes/${known.programmeId}/workforce`).expect(200));
    expect(headcounts).toEqual({ headcounts: [{ profession: 'midwife', headcount: 400 }] });
  });
});

describe('An equity report', () => {
  it('has access, waiting, quality, ceilings, supply and outreach, each with a sentence', () => {
    const codes = known.report.sections.map(({ code }) => code);
    for (const code of [
      ...['access-by-professional-group', 'access-by-profession', 'access-by-stage', 'access-by-grade'],
      ...['access-by-region', 'access-by-organisation', 'access-by-sex', 'access-by-ethnicity'],
      ...['waiting-by-professional-group', 'quality-by-professional-group', 'trend-by-round'],
      ...['supply-by-organisation', 'outreach-by-profession', 'champions-by-profession'],
      ...['talent-pools-by-profession', 'representation-by-stage', 'stratified-by-grade'],
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
    const { status } = refusalOf(
      await auditor().get(`equity/reports/${known.reportId}/tables.csv?section=none`),
    );
    expect(status).toBe(422);
  });

  it('gives no withheld count back to whoever takes every table over the wire together', async () => {
    const { sets } = (await bodyOf(auditor().get('equity/lattice').expect(200))) as { sets: string[][] };
    const tables: Counts[] = [];
    for (const set of sets) {
      const query = set.map((code) => `by=${code}`).join('&');
      const answer = await bodyOf(
        auditor().get(`equity/reports/${known.reportId}/counts?${query}`).expect(200),
      );
      tables.push(answer as Counts);
    }
    const withheld = tables.flatMap(({ rows }) => rows.filter(({ counts }) => counts.asked === null));
    expect(withheld.length).toBeGreaterThan(10);
    expect(await narrowedCells(overTheWire(tables))).toEqual([]);
  }, 400_000);

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
    expect(refusalOf(await board().post(`${address}/turn-down`))).toMatchObject({
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

/** What came over the wire as the attack takes it, with what everybody knows: which counts are parts of which. */
/** Across the professions only what says who gets a mentor is told. */
const toldAcross = ({ dimensions }: Counts) =>
  ['', 'professional_group', 'profession'].includes(dimensions.join())
    ? {}
    : { tells: ['eligible', 'asked', 'closed', 'matched'] };

function overTheWire(tables: readonly Counts[]): ReleasedTables<Measure> {
  const dimensions = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });
  const used = new Set(tables.flatMap((one) => one.dimensions));
  const codes = Object.keys(dimensions).filter((code) => used.has(code));
  const parts: CountTables<Measure>['parts'] = [
    ...([
      ['asked', 'eligible'],
      ['proposed', 'asked'],
      ['closed', 'asked'],
      ['matched', 'proposed'],
    ] as const),
    ...([
      ['matched', 'closed'],
      ['met', 'matched'],
      ['helped', 'met'],
      ['completed', 'matched'],
    ] as const),
  ];
  return {
    dimensions: codes.map((code) => ({
      ...dimensions[code as keyof typeof dimensions],
      categories: tables
        .find((one) => one.dimensions.join() === code)!
        .rows.map(({ categories }) => categories[0]!),
    })),
    ...{ measures: MEASURES, parts, tables: tables.map((one) => ({ ...one, ...toldAcross(one) })) },
  };
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
