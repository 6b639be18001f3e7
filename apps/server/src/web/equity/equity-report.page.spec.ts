import type { EquitySnapshot, PublicSnapshotReport } from '@evenhand/equity';
import { Assets } from '@evenhand/pages';
import { aPublicSnapshot } from '@evenhand/testing';
import { serverPages } from '../server-pages';
import { equitySnapshotPage, type UnpublishedReport, unpublishedReportPage } from './equity-report.page';
import { equitySnapshotsPage } from './equity-snapshots.page';
import { ReportSections } from './report-sections';
import { standingOf } from './standing-of';
import { unmadeReportPage } from './unmade-report.page';

const PAGES = serverPages(new Assets());

const UNPUBLISHED: UnpublishedReport = {
  address: '/equity-reports/one',
  facts: standingOf({
    state: 'put_forward',
    putForwardAt: new Date('2026-10-01T09:00:00Z'),
  } as EquitySnapshot),
};

/** The page of a snapshot as somebody reads it, by the parts that they look for. */
class SnapshotPage {
  private constructor(readonly html: string) {}

  static async of(snapshot: PublicSnapshotReport, likelihood?: 'wres'): Promise<SnapshotPage> {
    const shown = await new ReportSections().of(snapshot.id, snapshot.report, likelihood);
    return new SnapshotPage(PAGES.render(equitySnapshotPage(snapshot, shown)));
  }

  static async ofUnpublished(
    { id, report }: PublicSnapshotReport,
    work: Partial<UnpublishedReport> = {},
    likelihood?: 'wres',
  ): Promise<SnapshotPage> {
    const shown = await new ReportSections().of(id, report, likelihood);
    const page = unpublishedReportPage({ ...UNPUBLISHED, ...work }, shown);
    return new SnapshotPage(PAGES.render(page));
  }

  get text(): string {
    return textOf(this.html);
  }

  get links(): readonly string[] {
    return [...this.html.matchAll(/ href="([^"]*)"/g)].map(([, address]) => address!);
  }

  section(code: string): string {
    return this.html.split(`<section aria-labelledby="${code}">`)[1]!.split('</section>')[0]!;
  }

  /** The cells of a section's table, its headings first. */
  table(code: string): readonly (readonly string[])[] {
    const [, ...rows] = this.section(code).split('<tr');
    return rows.map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell!)),
    );
  }
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('The page of an equity snapshot', () => {
  it('says whose it is, when it was published and counted, and over which days', async () => {
    const { text } = await SnapshotPage.of(aPublicSnapshot());
    expect(text).toContain('Equity report: North West, 31 October 2026');
    expect(text).toContain('Published 31 October 2026, by its board. It does not change.');
    expect(text).toContain('Counts taken 2 October 2026');
    expect(text).toContain('2 October 2024 to 1 October 2026 (24 months)');
    expect(text).toContain('Counts are rounded.');
  });

  it('has every section with its sentence, every figure as what it is, and says what is withheld', async () => {
    const snapshot = aPublicSnapshot();
    const page = await SnapshotPage.of(snapshot);
    for (const { code, sentence } of snapshot.report.sections) {
      expect(page.links).toContain(`#${code}`);
      expect(page.section(code)).toContain(sentence);
    }
    expect(page.table('access-by-profession')).toEqual([
      ['Profession', 'Eligible', 'Ask rate', 'Access rate', 'Relative likelihood', 'In words', 'Access'],
      [
        'Midwives',
        '1,240',
        '50%',
        '25%',
        '0.50',
        'Half as likely as everyone else to be matched',
        'Disparity',
      ],
      ['Dietitians', '100', '0%', 'withheld', 'withheld', 'Not told: too few people', 'Not enough data'],
      [
        ...['Optometrists', 'withheld', 'withheld', 'withheld', 'withheld'],
        ...['Not told: too few people', 'Not enough data'],
      ],
    ]);
    expect(page.table('waiting-by-professional-group').map(([, days]) => days)).toEqual([
      ...['Half were matched within', '1 day', '83 days'],
    ]);
    expect(page.table('representation-by-stage').map(([, , p]) => p)).toEqual([
      'p',
      'under 0.0001',
      '0.0312',
    ]);
  });

  it('draws what can be told, and lists what cannot', async () => {
    const page = await SnapshotPage.of(aPublicSnapshot());
    const access = page.section('access-by-profession');
    expect(access).toMatch(/<svg [^>]*id="access-by-profession-chart" role="img"/);
    expect(access.split('</svg>')[0]).not.toContain('Optometrists');
    expect(textOf(access)).toContain('Not drawn, since no figure of them can be told: Optometrists.');
    const trend = page.section('trend-by-round').split('</svg>')[0]!;
    expect(trend).toContain('>Access rate</text>');
    expect(trend).not.toContain('>Nurses</text>');
    expect(page.section('supply-by-region')).not.toContain('<svg');
    expect(page.section('supply-by-region')).toContain('There is nothing to draw: every figure is withheld.');
    expect(page.section('outreach-by-profession')).toContain('No row is listed.');
  });

  it('leads to the same as JSON, CSV and workbook, and to each table as CSV', async () => {
    const { links } = await SnapshotPage.of(aPublicSnapshot());
    const address = `/api/v1/transparency/equity-snapshots/${aPublicSnapshot().id}`;
    expect(links).toEqual(
      expect.arrayContaining([
        ...[address, `${address}/tables.csv`, `${address}/tables.xlsx`],
        `${address}/tables.csv?section=trend-by-round`,
      ]),
    );
  });

  it('leads to the order of the WRES and back, and to the files of the one that is read', async () => {
    const address = `/api/v1/transparency/equity-snapshots/${aPublicSnapshot().id}`;
    expect((await SnapshotPage.of(aPublicSnapshot())).links).toContain('?likelihood=wres');
    const { links, text } = await SnapshotPage.of(aPublicSnapshot(), 'wres');
    expect(text).toContain('above 1 is to the group’s disadvantage');
    expect(links).toEqual(
      expect.arrayContaining([
        ...['?likelihood=group_to_rest', `${address}?likelihood=wres`],
        ...[`${address}/tables.csv?likelihood=wres`, `${address}/tables.xlsx?likelihood=wres`],
        `${address}/tables.csv?likelihood=wres&amp;section=trend-by-round`,
      ]),
    );
  });

  it('is whole, has no script and no style, holds hostile text as text and calls nothing fair', async () => {
    const hostile = '<script>alert(1)</script>';
    const { report } = aPublicSnapshot();
    const rows = [[hostile, 10]];
    const sections = report.sections.map((section) =>
      section.code === 'supply-by-region' ? { ...section, table: { ...section.table, rows } } : section,
    );
    const { html } = await SnapshotPage.of(
      aPublicSnapshot({ programmeTitle: hostile, report: { ...report, sections } }),
    );
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<style|\sstyle=|fair/i);
    expect(html).toContain('&lt;script&gt;alert(1)');
  });

  it('is drawn once, however often it is read, and again for another', async () => {
    const sections = new ReportSections();
    const { report } = aPublicSnapshot();
    const first = sections.of('one', report);
    expect(sections.of('one', report)).toBe(first);
    const others = Array.from({ length: 8 }, (_, at) =>
      sections.of(`other ${at}`, { ...report, sections: [] }),
    );
    await Promise.all(others);
    expect(sections.of('one', report)).not.toBe(first);
    expect(await sections.of('one', report)).toEqual(await first);
  });
});

describe('The page of a report that is not public', () => {
  it('says so, and is taken away from where it is read alone', async () => {
    const page = await SnapshotPage.ofUnpublished(aPublicSnapshot());
    expect(page.text).toContain('Do not pass it on before the board has published it.');
    expect(page.section('access-by-profession')).toContain('<svg');
    expect(page.text).toContain('Put forward to the board on 1 October 2026, which has not decided');
    // Nothing of what is public leads to it, and it is taken away from where it is read.
    expect(page.links.filter((address) => address.includes('transparency/equity'))).toEqual([]);
    for (const file of [
      'tables.csv',
      'tables.xlsx',
      'report.json',
      'tables.csv?section=access-by-profession',
    ]) {
      expect(page.links).toContain(`/equity-reports/one/${file}`);
    }
    expect(page.html).not.toContain('<form action="/equity');
  });

  it('leads to files in the order of likelihoods in which it is read', async () => {
    const { links } = await SnapshotPage.ofUnpublished(aPublicSnapshot(), {}, 'wres');
    const files = links.filter((address) => address.startsWith('/equity-reports/one/'));
    expect(files).toEqual(
      expect.arrayContaining([
        ...['tables.csv', 'tables.xlsx', 'report.json'].map(
          (file) => `/equity-reports/one/${file}?likelihood=wres`,
        ),
        '/equity-reports/one/tables.csv?likelihood=wres&amp;section=trend-by-round',
      ]),
    );
    expect(files.filter((address) => !address.includes('wres'))).toEqual([]);
  });

  it('says once it is published that it is, and leads to what everybody reads', async () => {
    const page = await SnapshotPage.ofUnpublished(aPublicSnapshot(), { published: '/equity/one' });
    expect(page.text).toContain('Equity report, published');
    expect(page.links).toContain('/equity/one');
    expect(page.text).not.toMatch(/Do not pass it on|not published/);
  });

  it('has what is still to be done, for whom it is to do', async () => {
    const forward = await SnapshotPage.ofUnpublished(aPublicSnapshot(), { putForward: '/forward' });
    expect(forward.html).toMatch(
      /<form action="\/forward" method="post">\s*<input type="hidden" name="formToken"/,
    );
    const deciding = await SnapshotPage.ofUnpublished(aPublicSnapshot(), { decision: '/decision' });
    expect(deciding.links).toContain('/decision');
    const barred = await SnapshotPage.ofUnpublished(aPublicSnapshot(), { bar: 'Nobody approves their own.' });
    expect(barred.text).toContain('Nobody approves their own.');
  });

  it('says why it was turned down, where that was asked', () => {
    const decidedAt = new Date('2026-10-01T09:00:00Z');
    const turnedDown = { state: 'turned_down', decidedAt } as EquitySnapshot;
    expect(standingOf(turnedDown)).toHaveLength(1);
    expect(standingOf({ ...turnedDown, reason: 'Too early.' })[1]).toEqual({
      ...{ title: 'Why it was turned down', text: 'Too early.' },
    });
    expect(standingOf(undefined)[0]!.text).toBe('Made, and not put forward');
    expect(standingOf({ ...turnedDown, state: 'published' })[0]!.text).toContain('Published by the board');
  });

  it('says how far it has come while it is being made, and why it was not', () => {
    const made = {
      ...{
        id: 'id',
        programmeId: 'p',
        months: 24,
        lastDay: '2026-10-01',
        askedBy: 'a',
        askedAt: new Date(0),
      },
      ...{ deliveries: 1, progress: { stage: 'counting', done: 2, total: 5 } },
    };
    const running = textOf(PAGES.render(unmadeReportPage({ ...made, state: 'running' })));
    expect(running).toContain('It stands at “counting”, 2 of 5.');
    const failure = { code: 'report.failed', sentence: 'The database was away.' };
    const failed = textOf(PAGES.render(unmadeReportPage({ ...made, state: 'failed', failure })));
    expect(failed).toContain('The equity report could not be made The database was away.');
  });
});

describe('The page of all equity snapshots', () => {
  it('leads to each, says where there are older ones, and where there is none', () => {
    const html = PAGES.render(equitySnapshotsPage({ items: [aPublicSnapshot()], next: 'older' }));
    expect(html).toContain(`<a href="/equity/${aPublicSnapshot().id}">North West, 31 October 2026</a>`);
    expect(html).toContain('There are older ones');
    const none = PAGES.render(equitySnapshotsPage({ items: [] }));
    expect(none).toContain('No equity report has been published yet.');
    expect(none).not.toContain('There are older ones');
  });
});
