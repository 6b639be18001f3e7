import { programmeStatements } from '../harness/equity-programme';
import { useService } from '../harness/service';
import { Client } from 'pg';
import { bodyOf, solvedProgramme, untilAnswered } from './round-over-http';

const POLICY = { base: 10, smallest: 20, smallestForExtremes: 40 };
const DEFAULT = { DISCLOSURE_BASE: '5', DISCLOSURE_SMALLEST: '10', DISCLOSURE_SMALLEST_FOR_EXTREMES: '20' };
/** What is said by the default policy, and by no other. */
const BY_DEFAULT = /nearest 5\b|(?:under|below|fewer than) (?:10|ten)\b/i;

const service = useService({
  environment: () => ({
    DISCLOSURE_BASE: `${POLICY.base}`,
    DISCLOSURE_SMALLEST: `${POLICY.smallest}`,
    DISCLOSURE_SMALLEST_FOR_EXTREMES: `${POLICY.smallestForExtremes}`,
  }),
});
const coordinator = () => service.as('coordinator');
const auditor = () => service.as('hr_auditor');
const known = {} as { roundId: string; round: Round };

interface Round {
  readonly policy: object;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly totals: Readonly<Record<string, number | null>>;
}
interface Report {
  readonly notes: readonly string[];
  readonly policy: object;
  readonly sections: readonly {
    readonly code: string;
    readonly table: {
      readonly columns: readonly { readonly code: string; readonly kind: string }[];
      readonly rows: readonly (readonly (string | number | null)[])[];
    };
  }[];
}

const page = async (path: string) => (await service.as('public').get(path).expect(200)).text;
/** How many strata were compared is no count of people. */
const isOfStrata = ({ code }: { readonly code: string }) => code === 'compared';
/** Whether a count is told as the policy has it. */
const isRounded = (count: unknown) =>
  count === null || (typeof count === 'number' && count >= POLICY.smallest && count % POLICY.base === 0);

beforeAll(async () => {
  const { roundId } = await solvedProgramme(coordinator(), 'Coarse');
  await coordinator().post(`matching-rounds/${roundId}/publish`).expect(200);
  const round = await bodyOf(service.as('public').get(`transparency/rounds/${roundId}`).expect(200));
  Object.assign(known, { roundId, round });
}, 120_000);

describe('a service with a disclosure policy of its own', () => {
  it('tells a round by it and says so, in the API and on the first page', async () => {
    const { policy, rows, totals } = known.round;
    expect(policy).toEqual(POLICY);
    const counts = [...rows, totals].flatMap((row) =>
      Object.entries<unknown>(row).flatMap(([name, count]) =>
        ['places', 'asked', 'matched'].includes(name) ? [count] : [],
      ),
    );
    expect(counts.filter((count) => !isRounded(count))).toEqual([]);
    expect(counts.some((count) => count !== null)).toBe(true);
    const html = await page('/');
    expect(html).toContain('Counts are rounded to the nearest 10, ');
    expect(html).toContain('Counts under 20 are not shown');
    expect(html).not.toMatch(BY_DEFAULT);
  });

  it('explains a round by it, to auditors and in what is passed on of its shortages', async () => {
    const sample = await bodyOf(
      auditor().get(`matching-rounds/${known.roundId}/explanation-sample`).expect(200),
    );
    expect(sample).toMatchObject({ policy: POLICY });
    const { bottlenecks, targets } = (await bodyOf(
      auditor().get(`matching-rounds/${known.roundId}/bottlenecks`).expect(200),
    )) as Record<'bottlenecks' | 'targets', readonly { readonly sentences: readonly string[] }[]>;
    const words = JSON.stringify([sample, ...[...bottlenecks, ...targets].map(({ sentences }) => sentences)]);
    expect(words).toContain('fewer than 20');
    expect(words).not.toMatch(BY_DEFAULT);
  });

  it('makes a report by it and says so, in the API and in its files', async () => {
    const { id: programmeId } = (await bodyOf(
      coordinator().post('programmes', { name: 'Reported' }).expect(201),
    )) as { id: string };
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    const lastDay = new Date().toISOString().slice(0, 10);
    for (const [sql, values] of programmeStatements({
      programmeId,
      people: 500,
      organisations: 3,
      lastDay,
    })) {
      await database.query(sql, values);
    }
    await database.end();
    const asked = await auditor().post('equity/reports', { programmeId }).expect(202);
    const made = await untilAnswered(auditor(), asked.headers['location']!);
    expect(made.body).toMatchObject({ state: 'made' });
    const { report } = made.body as { report: Report };
    expect(report.policy).toEqual(POLICY);
    expect(report.notes[0]).toMatch(/rounded to the nearest 10, and withheld where it is below 20 /);
    expect(report.notes.join(' ')).not.toMatch(BY_DEFAULT);
    const cells = report.sections.flatMap(({ table: { columns, rows } }) =>
      rows.flatMap((row) =>
        row.filter((_, at) => columns[at]!.kind === 'count' && !isOfStrata(columns[at]!)),
      ),
    );
    const told = cells.filter((cell) => typeof cell === 'number');
    expect(told.filter((cell) => !isRounded(cell))).toEqual([]);
    expect(told.length).toBeGreaterThan(20);
    const address = asked.headers['location']!;
    const counts = await bodyOf(auditor().get(`${address}/counts?by=professional_group`).expect(200));
    expect(counts).toMatchObject({ policy: POLICY });
    const rows = (counts as { rows: readonly { counts: Readonly<Record<string, unknown>> }[] }).rows.flatMap(
      (row) => Object.values(row.counts),
    );
    expect(rows.filter((count) => !isRounded(count))).toEqual([]);
    const section = report.sections.find(({ code }) => code === 'access-by-professional-group')!;
    const file = (await auditor().get(`${address}/tables.csv?section=${section.code}`).expect(200)).text;
    const place = section.table.columns.findIndex(({ kind }) => kind === 'count');
    const lines = file.trim().split(/\r?\n/).slice(1);
    expect(lines).toHaveLength(section.table.rows.length);
    section.table.rows.forEach((row, at) => {
      expect(lines[at]).toContain(`,${row[place] ?? 'withheld'}`);
    });
  }, 200_000);

  it('tells what is told already as it was, once the policy is another one', async () => {
    Object.assign(service.environment, DEFAULT);
    const { address } = await service.startServer();
    const again = service.as('public').at(address);
    expect(await bodyOf(again.get(`transparency/rounds/${known.roundId}`).expect(200))).toEqual(known.round);
    expect((await again.get('/').expect(200)).text).toContain('Counts are rounded to the nearest 10, ');
    const { id } = (await bodyOf(
      service.as('coordinator').at(address).post('programmes', { name: 'Later' }).expect(201),
    )) as { id: string };
    const later = await service
      .as('coordinator')
      .at(address)
      .post('matching-rounds', { programmeId: id, name: 'Later' })
      .expect(201);
    const { id: roundId } = later.body as { id: string };
    expect(await bodyOf(again.get(`transparency/rounds/${roundId}`).expect(200))).toMatchObject({
      policy: { base: 5, smallest: 10, smallestForExtremes: 20 },
    });
  }, 60_000);
});
