import { AxeBuilder } from '@axe-core/playwright';
import { healthAndCare } from '@evenhand/taxonomy';
import type { PlanSnapshot, ShownFigures } from '@evenhand/talent';
import type { BoardWork } from '../../apps/server/src/web/board-work/board-work.page';
import type { GapsShown } from '../../apps/server/src/web/leadership-plan/leadership-gaps.page';
import { aPublicPlan } from '@evenhand/testing';
import { describeInBrowser } from './browser';
import { opened } from './opened-page';
import { type ServedPages, servePages } from './served-pages';

const LONG = 'A-title-that-is-quite-long-and-has-no-spaces-in-it-at-all-2026-across-the-whole-region';
const { horizons, regions } = healthAndCare.content;
const titles = (entries: readonly { readonly code: string; readonly title: string }[]) =>
  new Map(entries.map(({ code, title }) => [code, title] as const));

const PLAN = aPublicPlan({ programmeTitle: `${LONG} <img src=x onerror=alert(1)>`, title: LONG });
const byHorizon = horizons.map((_, at): ShownFigures => ({
  demand: 12300 * at,
  supply: 11100,
  gap: 1200 * at,
  cover: 90,
  choice: 100,
}));
const GAPS: GapsShown = {
  ...{ planTitle: LONG, programme: LONG, regions: titles(regions), horizons: titles(horizons) },
  gap: {
    ...{
      horizons: horizons.map(({ code }) => code),
      dimension: 'region',
      peopleShown: true,
      total: byHorizon,
    },
    rows: [...regions.map(({ code }) => code), null].map((key) => ({ key, byHorizon })),
  },
};
const { professionalGroups, professions } = healthAndCare.content;
const BOARDS: BoardWork = {
  ...{ programme: LONG, areMore: true, decides: true, isOwn: false, seesReports: true },
  boards: [
    {
      ...{ organisation: `${LONG} <img src=x onerror=alert(1)>`, kind: 'nhs_trust' },
      composition: {
        findings: (['kept', 'broken', 'not_decided'] as const).map((outcome) => ({
          ...{ rule: outcome, force: 'law', outcome, source: 'Regulations 1990', words: 'There is a rule.' },
        })),
        openSeats: {
          ...{ vacant: [LONG], executivesToAdd: 4, nonExecutivesToAdd: 7 },
          executivesOfAnyBackground: 1,
        },
        absentGroups: professionalGroups.map(({ code }) => code),
        absentProfessions: professions.map(({ code }) => code),
      },
    },
  ],
  waiting: {
    ...{ id: 'one', programmeId: 'north', outline: { title: LONG } },
    countedAt: new Date('2026-10-01T09:00:00Z'),
  } as PlanSnapshot,
  ...{ groups: titles(professionalGroups), professions: titles(professions) },
};
const PAGES = [
  { page: 'the list of plans', path: '/leadership-plans' },
  { page: 'a published plan', path: `/leadership-plans/${PLAN.id}` },
  { page: 'the gap of a plan', path: `/leadership-gaps/${PLAN.id}` },
  { page: 'the page for the board', path: `/board-work/${PLAN.id}` },
];
/** As long as a look may take on a machine that is busy. */
const PATIENCE = 120_000;

describeInBrowser('The pages of leadership plans', (browser) => {
  let served: ServedPages;
  beforeAll(async () => {
    const api = { info: { title: 'E', version: '1' }, paths: {} };
    served = await servePages({
      round: undefined,
      api,
      pools: [],
      plans: [PLAN],
      gaps: GAPS,
      boards: BOARDS,
    });
  });
  afterAll(() => served.close());

  it.each(PAGES.flatMap((page) => [1280, 320].map((width) => ({ ...page, width }))))(
    '$page at $width pixels: accessible, no wider than the screen',
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

  it('lead from any page to the list, and from there to a plan and its figures', async () => {
    await opened(browser(), served.address, { width: 320 }, async (page) => {
      await page.getByRole('contentinfo').getByRole('link', { name: 'Leadership plans' }).click();
      await page.getByRole('link', { name: LONG }).click();
      const caption = page.getByText('Professional groups from the workforce to the boards');
      expect(await caption.isVisible()).toBe(true);
      expect(await page.getByText('too few to show').first().isVisible()).toBe(true);
    });
  });
});
