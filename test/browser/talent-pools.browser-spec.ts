import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { AxeBuilder } from '@axe-core/playwright';
import type { TransparentPool } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { describeInBrowser } from './browser';
import { opened } from './opened-page';
import { type ServedPages, servePages, type Shown } from './served-pages';

const { professionalGroups, stages } = healthAndCare.content;
const LONG = 'A-title-that-is-quite-long-and-has-no-spaces-in-it-at-all-2026-heads-of-service';

const POOL: TransparentPool = {
  pool: {
    ...{
      id: '2f4c5a76-0c55-4d0f-9a39-0d5a3f1f5e11',
      programmeId: 'programme',
      waysIn: ['nominated', 'applied'],
    },
    ...{ title: `${LONG} <img src=x onerror=alert(1)>`, purpose: 'People who may lead a service.' },
    ...{ state: 'open', criteriaVersion: 2, version: 4, createdAt: new Date('2026-03-01T09:00:00Z') },
    openedAt: new Date('2026-04-01T09:00:00Z'),
  },
  criteria: [2, 1].map((number) => ({
    ...{ number, from: new Date('2026-04-01T09:00:00Z'), reason: 'So that it is plain.' },
    criteria: [
      {
        ...{ code: 'leads', sentence: 'Has led work across two services.' },
        rule: [
          { asks: 'stage', stage: '2' },
          { asks: 'in_post', months: 12 },
        ],
      },
    ],
  })),
  asOf: new Date('2026-09-01T00:00:00Z'),
  toldBy: { policy: DEFAULT_DISCLOSURE_POLICY },
  composition: {
    members: 60,
    groups: professionalGroups.map(({ code }, at) => ({
      code,
      ...(at < 3 ? { members: 20, share: 33 } : { members: null, share: null }),
    })),
    stages: stages.map(({ code }) => ({ code, members: null, share: null })),
  },
  decisions: { decisions: 45, outcomes: [{ outcome: 'in_pool', decisions: 45 }] },
  times: { until: '2026-09-01T00:00:00.000Z', medianWeeks: 6 },
  appointments: {
    appointments: 25,
    from: [{ from: 'pool', appointments: 25 }],
  },
};
const NEW_POOL: TransparentPool = {
  ...{
    pool: { ...POOL.pool, id: '3f4c5a76-0c55-4d0f-9a39-0d5a3f1f5e11', title: 'New' },
    criteria: POOL.criteria,
  },
  toldBy: { policy: DEFAULT_DISCLOSURE_POLICY },
  composition: {
    members: null,
    groups: professionalGroups.map(({ code }) => ({ code, members: null, share: null })),
    stages: POOL.composition.stages,
  },
  decisions: { decisions: null, outcomes: [{ outcome: 'in_pool', decisions: null }] },
  times: { medianWeeks: null },
  appointments: { appointments: null, from: [{ from: 'pool', appointments: null }] },
};

const PAGES = [
  { page: 'the list', path: '/pools' },
  { page: 'a pool', path: `/pools/${POOL.pool.id}` },
  { page: 'a pool of which nothing is published', path: `/pools/${NEW_POOL.pool.id}` },
];

describeInBrowser('The pages of talent pools', (browser) => {
  const shown: Shown = {
    round: undefined,
    api: { info: { title: 'E', version: '1' }, paths: {} },
    pools: [POOL, NEW_POOL],
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
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.locator('h1').count()).toBe(1);
      });
    },
  );

  it('lead from the list to a pool, and show there what it asked before', async () => {
    await opened(browser(), `${served.address}/pools`, { width: 320 }, async (page) => {
      await page.getByRole('link', { name: LONG }).click();
      expect(await page.locator('h1').innerText()).toContain('Talent pool: ');
      await page.getByText('Version 1, from 1 April 2026').click();
      expect(await page.getByText('Has led work across two services.').nth(1).isVisible()).toBe(true);
      expect(await page.locator('#composition-chart g').count()).toBe(professionalGroups.length);
    });
  });
});
