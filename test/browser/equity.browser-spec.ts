import { AxeBuilder } from '@axe-core/playwright';
import type { PublicSnapshotReport } from '@evenhand/equity';
import { aPublicSnapshot, aReportSection } from '@evenhand/testing';
import { healthAndCare } from '@evenhand/taxonomy';
import type { Locator } from 'playwright-core';
import { describeInBrowser } from './browser';
import { opened } from './opened-page';
import { type ServedPages, servePages, type Shown } from './served-pages';

const LONG = 'A-title-that-is-quite-long-and-has-no-spaces-in-it-at-all-2026-across-the-whole-region';
const { professions, professionalGroups } = healthAndCare.content;

/** A snapshot with tables as long and as wide as they come, and every kind of chart. */
function snapshot(): PublicSnapshotReport {
  const { report, ...others } = aPublicSnapshot({ programmeTitle: `${LONG} <img src=x onerror=alert(1)>` });
  const everyProfession = aReportSection(
    { code: 'access-by-everything', series: ['step_0', 'step_1', 'step_2'] },
    {
      label: ['Profession', 'text'],
      ...Object.fromEntries(
        Array.from({ length: 14 }, (_, at) => [`step_${at}`, [`Step ${at} of all`, 'percent']] as const),
      ),
      verdict: ['Verdict', 'text'],
    },
    professions.map(({ title }, row) => [
      title,
      ...Array.from({ length: 14 }, (_, at) => (row % 4 === 3 ? null : (row * 7 + at * 13) % 101)),
      'No evidence of disparity',
    ]),
  );
  const trend = aReportSection(
    { code: 'trend-of-groups', kind: 'lines', series: professionalGroups.map(({ code }) => code) },
    {
      label: ['Round', 'text'],
      ...Object.fromEntries(professionalGroups.map(({ code, title }) => [code, [title, 'percent'] as const])),
    },
    ['Autumn 2025', 'Spring 2026', 'Autumn 2026'].map((title, round) => [
      title,
      ...professionalGroups.map((_, at) => (at + round === 3 ? null : (at * 9 + round * 5) % 101)),
    ]),
  );
  return { ...others, report: { ...report, sections: [everyProfession, trend, ...report.sections] } };
}

const SNAPSHOT = snapshot();
const PAGES = [
  { page: 'the list', path: '/equity' },
  { page: 'a snapshot', path: `/equity/${SNAPSHOT.id}` },
  { page: 'a snapshot in the order of the WRES', path: `/equity/${SNAPSHOT.id}?likelihood=wres` },
];
/** As long as a look may take on a machine that is busy. */
const PATIENCE = 120_000;

describeInBrowser('The pages of equity snapshots', (browser) => {
  const shown: Shown = {
    round: undefined,
    api: { info: { title: 'E', version: '1' }, paths: {} },
    pools: [],
    snapshots: [SNAPSHOT],
  };
  let served: ServedPages;
  beforeAll(async () => {
    served = await servePages(shown);
  });
  afterAll(() => served.close());

  it.each(PAGES.flatMap((page) => [1280, 320].map((width) => ({ ...page, width }))))(
    '$page at $width pixels, signed out: accessible, no wider than the screen',
    async ({ path, width }) => {
      await opened(browser(), `${served.address}${path}`, { width }, async (page) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' ')}`,
          ),
        ).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.locator('h1').count()).toBe(1);
      });
    },
    PATIENCE,
  );

  it('lead from the first page to the list, and from there to a snapshot and a section', async () => {
    await opened(browser(), served.address, { width: 320 }, async (page) => {
      await page.getByRole('main').getByRole('link', { name: 'Equity reports' }).click();
      await page.getByRole('link', { name: LONG }).click();
      await page.getByRole('link', { name: 'About trend of groups', exact: true }).click();
      expect(await page.getByRole('heading', { name: 'About trend of groups' }).isVisible()).toBe(true);
    });
  });

  it('draw a bar as long as the table says, in a picture that has a name', async () => {
    await opened(browser(), `${served.address}/equity/${SNAPSHOT.id}`, { width: 1280 }, async (page) => {
      const chart = page.getByRole('img', { name: 'About access by profession' });
      const bars = await chart.locator('path[fill="#005eb8"]').all();
      const scale = await chart.locator('path[stroke="#aeb7bd"]').last().boundingBox();
      const axis = await chart.locator('path[stroke="#212b32"]').first().boundingBox();
      const [midwives] = await Promise.all(bars.map((bar) => bar.boundingBox()));
      expect(midwives!.width / (scale!.x - axis!.x)).toBeCloseTo(0.5, 1);
    });
  });

  it('keep what a row is about in sight while a keyboard moves its figures', async () => {
    await opened(browser(), `${served.address}/equity/${SNAPSHOT.id}`, { width: 320 }, async (page) => {
      const region = page.getByRole('region', { name: 'About access by everything: every figure' });
      await region.focus();
      const [heading, cell] = ['th', 'td'].map((kind) =>
        page.locator(`#access-by-everything-table tbody ${kind}`).first(),
      );
      const leftOf = async (place: Locator) => (await place.boundingBox())!.x;
      const before = { heading: await leftOf(heading!), cell: await leftOf(cell!) };
      await page.keyboard.press('ArrowRight');
      while ((await leftOf(cell!)) > before.cell - 20) await page.waitForTimeout(20);
      expect(await leftOf(heading!)).toBe(before.heading);
    });
  });
});
