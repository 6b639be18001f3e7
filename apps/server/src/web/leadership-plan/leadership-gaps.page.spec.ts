import { Assets } from '@evenhand/pages';
import type { ShownGap } from '@evenhand/talent';
import { serverPages } from '../server-pages';
import { leadershipGapsPage } from './leadership-gaps.page';

const HORIZONS = new Map([
  ['now', 'Now'],
  ['1-3', '1-3 years'],
]);
const figures = (demand: number, supply: number) => ({
  ...{ demand, supply, gap: demand - supply },
  ...{ cover: null, choice: null },
});
const GAP: ShownGap = {
  ...{ horizons: ['now', '1-3'], dimension: 'region', peopleShown: true },
  rows: [
    { key: 'london', byHorizon: [figures(200, 100), figures(500, 100)] },
    { key: null, byHorizon: [figures(0, 100), figures(0, 100)] },
  ],
  total: [figures(200, 200), figures(500, 200)],
};

/** The page as somebody reads it, by the parts that they look for. */
class GapsPage {
  readonly html: string;

  constructor(gap: ShownGap, planTitle = 'Leaders of the North') {
    const regions = new Map([['london', 'London']]);
    const page = leadershipGapsPage({ planTitle, programme: 'North', gap, regions, horizons: HORIZONS });
    this.html = serverPages(new Assets()).render(page);
  }

  get text(): string {
    return this.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  }

  /** The cells of a row, by its heading. */
  row(heading: string): readonly string[] {
    const rows = this.html.split('<tr').slice(1);
    const row = rows.find((one) => one.split('</th>')[0]!.includes(heading)) ?? '';
    return row
      .split('<td')
      .slice(1)
      .map((cell) =>
        `<td${cell}`
          .split('</td>')[0]!
          .replace(/<span[^>]*heading[^>]*>.*?<\/span>/gs, '')
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
  }

  get headings(): readonly string[] {
    return [...this.html.matchAll(/<th[^>]*scope="col"[^>]*>([^<]*)</g)].map(([, text]) => text!.trim());
  }
}

describe('The page of a plan’s gap', () => {
  it('has a column for each horizon and a row for each region, and says in words what is missing', () => {
    const page = new GapsPage(GAP);
    expect(page.headings).toEqual(['Region', 'Now', '1-3 years']);
    expect(page.row('London')).toEqual(['2 needed, 1 ready 1 missing', '5 needed, 1 ready 4 missing']);
    expect(page.row('Region not known')).toEqual([
      '0 needed, 1 ready 1 to spare',
      '0 needed, 1 ready 1 to spare',
    ]);
    expect(page.row('All regions')[0]).toBe('2 needed, 2 ready none missing');
  });

  it('says when the gap is widest, or that there is none', () => {
    expect(new GapsPage(GAP).text).toContain(
      'The gap is widest at “1-3 years”: 3 more leaders are needed by then than are ready.',
    );
    expect(new GapsPage({ ...GAP, total: [figures(0, 100), figures(100, 100)] }).text).toContain(
      'At no horizon are more leaders needed than are ready',
    );
  });

  it('tells posts alone to those who are not told of people', () => {
    const none = { supply: null, gap: null, cover: null, choice: null };
    const byHorizon = [
      { demand: 200, ...none },
      { demand: 500, ...none },
    ];
    const page = new GapsPage({
      ...GAP,
      ...{ peopleShown: false, rows: [{ key: 'london', byHorizon }], total: byHorizon },
    });
    expect(page.row('London')).toEqual(['2 needed', '5 needed']);
    expect(page.text).not.toMatch(/\d ready|missing/);
  });

  it('runs nothing that somebody wrote, and needs no script', () => {
    const { html } = new GapsPage(GAP, '<script>alert(1)</script>');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});
