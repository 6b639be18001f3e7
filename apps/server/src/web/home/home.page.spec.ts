import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Assets } from '@evenhand/pages';
import type { Request } from '../../http/exchange';
import { serverPages } from '../server-pages';
import { HomeController } from './home.controller';
import { homePage } from './home.page';
import { LatestPublishedRound, type LatestRound } from './latest-published-round';

const ROUND: LatestRound = {
  ...{ id: '1', name: 'Autumn 2026', programme: 'Region', seed: 'autumn', snapshotSha256: 'abc' },
  policy: DEFAULT_DISCLOSURE_POLICY,
  publishedAt: '2026-10-31T23:30:00Z',
  rows: [
    { path: 'nurse', title: 'Nurses', places: 1240, asked: 1600, matched: 1200, accessRate: 75 },
    { path: 'midwife', title: 'Midwives', places: 10, asked: 200, matched: 10, accessRate: 0 },
    { path: 'optometry', title: 'Optometrists', places: null, asked: 15, matched: null, accessRate: null },
  ],
  totals: { places: 1250, asked: 1815, matched: 1210 },
};

class Reading extends LatestPublishedRound {
  constructor(private readonly round: LatestRound | undefined) {
    super();
  }

  override read(): Promise<LatestRound | undefined> {
    return Promise.resolve(this.round);
  }
}

describe('the first page', () => {
  it('shows the totals, says where groups are not in them, and the day as it was in Britain', () => {
    expect(homePage(ROUND).view['round']).toMatchObject({
      places: '1,250 (groups too small to show are not counted)',
      asked: '1,815',
      matched: '1,210 (groups too small to show are not counted)',
      ...{ publishedOn: '31 October 2026', publishedAt: '2026-10-31T23:30:00Z' },
      ...{ programme: 'Region', seed: 'autumn', snapshotSha256: 'abc' },
    });
  });

  it('shows no total of groups that are all too small', () => {
    const rows = [{ ...ROUND.rows[2]!, asked: null }];
    const totals = { places: null, asked: null, matched: null };
    expect(homePage({ ...ROUND, rows, totals }).view['round']).toMatchObject({
      ...{ places: 'too few to show', asked: 'too few to show', matched: 'too few to show' },
    });
  });

  it('says in the table what it was given, and nothing of what is withheld', () => {
    expect(homePage(ROUND).view['round']).toMatchObject({
      rows: [
        { title: 'Nurses', places: '1,240', asked: '1,600', matched: '1,200', accessRate: '75%' },
        { title: 'Midwives', places: '10', asked: '200', matched: '10', accessRate: '0%' },
        {
          ...{ title: 'Optometrists', places: 'too few to show', asked: '15' },
          ...{ matched: 'too few to show', accessRate: 'too few to show' },
        },
      ],
    });
  });

  it('draws the same rates, a rate of nothing being no withheld one', () => {
    const { chart } = homePage(ROUND).view['round'] as { chart: string };
    expect(chart).toContain('>75% (1,200 of 1,600)</text>');
    expect(chart).toContain('width="75%"');
    expect(chart).toContain('>0% (10 of 200)</text>');
    expect(chart.match(/too few to show<\/text>/g)).toHaveLength(1);
  });

  it('leads whoever reads to what is their own, where anything is', () => {
    const pages = serverPages(new Assets());
    const own = [{ text: 'You & pools', address: '/own' }];
    expect(pages.render(homePage(ROUND, own))).toContain('<a href="/own">You &amp; pools</a>');
    expect(pages.render(homePage(ROUND))).not.toContain('For you');
  });

  it('calls nothing fair: that is for its readers to judge', async () => {
    const pages = serverPages(new Assets());
    for (const round of [ROUND, undefined]) {
      const html = pages.render(
        await new HomeController(new Reading(round), { of: () => Promise.resolve([]) }).show({} as Request),
      );
      expect(html).not.toMatch(/fair/i);
      expect(html.includes('No matching round has been published yet.')).toBe(round === undefined);
    }
  });

  it('says how coarse its numbers are, by whatever policy they were told', () => {
    const told = (policy: typeof DEFAULT_DISCLOSURE_POLICY) =>
      serverPages(new Assets()).render(homePage({ ...ROUND, policy }));
    expect(told(DEFAULT_DISCLOSURE_POLICY)).toMatch(/rounded to the nearest 5, [^]*Counts under 10 are/);
    const coarse = told({ base: 20, smallest: 30, smallestForExtremes: 50 });
    expect(coarse).toMatch(/rounded to the nearest 20, [^]*Counts under 30 are/);
    expect(coarse).not.toMatch(/nearest 5|under 10/);
    expect(told({ base: 1, smallest: 10, smallestForExtremes: 20 })).toContain('Counts are not rounded, ');
  });
});
