import { AxeBuilder } from '@axe-core/playwright';
import { solve } from '@evenhand/allocation';
import { DEFAULT_RULES, explainRound, matchPeople } from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { reportHtml } from '../../apps/cli/src/report/report';
import { describeInBrowser } from './browser';

/** As long as a look may take on a machine that is busy. */
const PATIENCE = 60_000;

/** A round with a bottleneck, people of several professions, a gap that nobody offers and a certificate. */
function report(): string {
  const backgrounds = ['nurse/adult_nurse', 'ahp/dietitian', 'ahp/operating_department_practitioner'];
  const mentees = Array.from({ length: 18 }, (_, at) =>
    aMentee({
      id: `m${at}`,
      background: backgrounds[at % backgrounds.length]!,
      gaps: at % 10 === 0 ? ['SE-3.3'] : ['SE-1.1', 'MP-1.1'],
      preferProfession: 'same',
    }),
  );
  const mentors = [
    aMentor({ id: 'x', capacity: 6 }),
    aMentor({ id: 'y', strengths: ['MP-1.1@2'], capacity: 4 }),
  ];
  const round = { catalogue: healthAndCare, rules: DEFAULT_RULES, onDate: '2026-11-20', solve };
  const outcome = matchPeople({ ...round, mentees, mentors });
  const explanation = explainRound({ ...round, outcome, problem: outcome.problem });
  const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  return reportHtml({
    ...{ ...round, outcome, problemSha256: sha256, engine: 'evenhand-allocation/3' },
    // One proposal looks like the next, and looking takes its time.
    explanation: { ...explanation, targets: explanation.targets.slice(0, 1) },
  });
}

describeInBrowser('The report of a round', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-report-'));
  const file = join(folder, 'report.html');
  beforeAll(() => writeFileSync(file, report()));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([1280, 640, 320])(
    'at %i pixels: accessible, no wider than the screen',
    async (width) => {
      await shown(browser(), file, width, async (page) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        ).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      });
    },
    PATIENCE,
  );

  it(
    'draws every access rate as long as the table says',
    async () => {
      await shown(browser(), file, 1280, async (page) => {
        const rates = await page
          .locator('#access + p + .chart + table tbody tr td:nth-of-type(5)')
          .allTextContents();
        const bars = await page.locator('#access-chart g').all();
        const drawn = await Promise.all(
          bars.map(async (bar) => {
            const [outline, filled] = await Promise.all(
              (await bar.locator('rect').all()).map((rectangle) => rectangle.boundingBox()),
            );
            return `${Math.round((100 * filled!.width) / outline!.width)}%`;
          }),
        );
        expect(drawn.length).toBeGreaterThan(1);
        expect(rates.map((rate) => rate.replace('Access rate', '').trim())).toEqual(drawn);
      });
    },
    PATIENCE,
  );

  it(
    'shows a heading before each cell on a narrow screen, and prints a table as a table',
    async () => {
      await shown(browser(), file, 320, async (page) => {
        const cell = page.locator('tbody td').first();
        expect(await cell.innerText()).toContain('Places');
        await page.emulateMedia({ media: 'print' });
        expect(await cell.innerText()).not.toContain('Places');
        expect(await page.locator('nav').isVisible()).toBe(false);
      });
    },
    PATIENCE,
  );
});

/** Opens the file; afterwards expects that it asked for nothing else and complained of nothing. */
async function shown(
  browser: Browser,
  file: string,
  width: number,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== address) complaints.push(request.url());
    });
    await page.goto(address);
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}
