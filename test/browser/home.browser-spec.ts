import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import type { OpenApiDocument } from '../../apps/server/src/web/api-docs/api-description';
import type { LatestRound } from '../../apps/server/src/web/home/latest-published-round';
import { describeInBrowser } from './browser';
import { opened } from './opened-page';
import { type ServedPages, servePages, type Shown } from './served-pages';

const ROUND: LatestRound = {
  policy: DEFAULT_DISCLOSURE_POLICY,
  id: '2f4c5a76-0c55-4d0f-9a39-0d5a3f1f5e11',
  name: 'Autumn 2026',
  programme: 'Across the region: mentoring for aspiring leaders',
  publishedAt: '2026-11-20T09:30:00Z',
  seed: 'a-seed-that-is-quite-long-and-has-no-spaces-in-it-at-all-2026-autumn',
  snapshotSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  rows: [
    { path: 'nurse', title: 'Nurses and midwives', places: 1240, asked: 1600, matched: 1200, accessRate: 75 },
    {
      path: 'ahp',
      title: 'Allied health professionals',
      places: 210,
      asked: 400,
      matched: 240,
      accessRate: 60,
    },
    {
      path: 'scientist',
      title: 'Healthcare scientists, technicians and clinical engineers',
      ...{ places: 35, asked: 80, matched: 50, accessRate: 63 },
    },
    { path: 'pharmacy', title: 'Pharmacy team', places: 30, asked: 45, matched: 35, accessRate: 78 },
    { path: 'dental', title: 'Dental team', places: 15, asked: 20, matched: 10, accessRate: 50 },
    { path: 'optometry', title: 'Optometrists', places: null, asked: 15, matched: null, accessRate: null },
    {
      path: 'hostile',
      title: '<img src=x onerror=alert(1)> & "others"',
      ...{ places: 15, asked: 20, matched: 15, accessRate: 75 },
    },
  ],
  totals: { places: 1550, asked: 2180, matched: 1555 },
};

const API: OpenApiDocument = {
  info: { title: 'Evenhand', version: '1', description: 'Mentoring and talent-pool matching.' },
  tags: [{ name: 'Transparency', description: 'What everybody may see.' }, { name: 'Matching rounds' }],
  paths: {
    '/api/v1/transparency/rounds': {
      get: {
        tags: ['Transparency'],
        summary: 'Lists the published rounds',
        parameters: [{ name: 'cursor', in: 'query', description: 'where to go on' }],
        responses: { 200: { description: 'a page of rounds' } },
        'x-permission': 'public',
      },
    },
    '/api/v1/matching-rounds/{id}/explanations/{requestId}': {
      get: {
        tags: ['Matching rounds'],
        summary: 'Explains what became of a request',
        parameters: [{ name: 'id', in: 'path', required: true }],
        responses: { 200: { description: 'the explanation' }, 404: { description: 'no such round' } },
        'x-permission': 'matching-round.explain',
        'x-roles': ['coordinator', 'HR auditor'],
      },
    },
  },
};

/** As wide as a desk’s screen, the same at 200% zoom, and the narrowest that must do. */
const WIDTHS = [1280, 640, 320];

const PAGES: readonly { page: string; path: string; round: LatestRound | undefined }[] = [
  { page: 'the first page', path: '/', round: ROUND },
  { page: 'the first page before any round', path: '/', round: undefined },
  { page: 'the page of the API', path: '/api/docs', round: ROUND },
];

describeInBrowser('The public pages', (browser) => {
  const shown: Shown = { round: ROUND, api: API, pools: [] };
  let served: ServedPages;
  beforeAll(async () => {
    served = await servePages(shown);
  });
  afterAll(() => served.close());

  const looks = PAGES.flatMap((page) => WIDTHS.map((width) => ({ ...page, width })));

  it.each(looks)(
    '$page at $width pixels: accessible, no wider than the screen',
    async ({ path, round, width }) => {
      shown.round = round;
      await opened(browser(), `${served.address}${path}`, { width }, async (page) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.locator('h1').count()).toBe(1);
      });
    },
  );

  it('shows the same rates in the chart as in the table', async () => {
    shown.round = ROUND;
    await opened(browser(), served.address, { width: 1280 }, async (page) => {
      const rows = await page.locator('tbody tr').all();
      const bars = await page.locator('#access-chart g').all();
      expect(await Promise.all(bars.map(barInWords))).toEqual(await Promise.all(rows.map(rowInWords)));
      expect(await Promise.all(bars.map(lengthInPercent))).toEqual(ROUND.rows.map((row) => row.accessRate));
    });
  });

  it('prints the table as a table, though a sheet is narrow', async () => {
    shown.round = ROUND;
    await opened(browser(), served.address, { width: 700 }, async (page) => {
      expect(await page.locator('tbody td').first().innerText()).toContain('Places');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual([
        ...['1,240', '1,600', '1,200', '75%'],
      ]);
      const [heading, cell] = await Promise.all(
        ['thead th', 'tbody td'].map((place) => page.locator(place).last().boundingBox()),
      );
      expect(heading!.x).toBe(cell!.x);
    });
  });

  it('says so while no round is published', async () => {
    shown.round = undefined;
    await opened(browser(), served.address, { width: 1280 }, async (page) => {
      expect(await page.locator('main').innerText()).toContain('No matching round has been published yet.');
      expect(await page.locator('svg, table').count()).toBe(0);
    });
  });

  it('lets a keyboard skip to the content', async () => {
    await opened(browser(), served.address, { width: 320 }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#maincontent');
    });
  });
});

/** A row of the table as its bar should say it. */
async function rowInWords(row: Locator): Promise<string> {
  const title = await row.locator('th').innerText();
  const [, asked, matched, rate] = await row.locator('td').allInnerTexts();
  return rate!.includes('%') ? `${title} ${rate!} (${matched!} of ${asked!})` : `${title} ${rate!}`;
}

async function barInWords(bar: Locator): Promise<string> {
  return (await bar.locator('text').allTextContents()).join(' ');
}

/** How long the bar is drawn, of the whole width; nothing where none is drawn. */
async function lengthInPercent(bar: Locator): Promise<number | null> {
  const [outline, filled] = await Promise.all(
    (await bar.locator('rect').all()).map((rectangle) => rectangle.boundingBox()),
  );
  return filled ? Math.round((100 * filled.width) / outline!.width) : null;
}
