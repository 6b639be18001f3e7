import { AxeBuilder } from '@axe-core/playwright';
import type { GrantedRole } from '@evenhand/identity';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION_PEOPLE } from '../../apps/embedded/src/provider/demonstration-people';
import { ROLES_IN_WORDS, rolesInWords } from '../../apps/server/src/web/account/roles-in-words';
import { aMenteeRow, aMentorRow, csv } from '../e2e/people-rows';
import { useDemonstrationProvider } from '../harness/demonstration-provider';
import { useService } from '../harness/service';
import { describeInBrowser } from './browser';

/** Whoever offers places is one who may ask, too. */
const HELD: Readonly<Record<string, readonly (keyof typeof ROLES_IN_WORDS)[]>> = {
  aspiring_leader: ['aspiring_leader'],
  mentor: ['aspiring_leader', 'mentor'],
  coordinator: ['coordinator'],
  hr_auditor: ['hr_auditor'],
  talent_board: ['talent_board'],
  platform_admin: ['platform_admin'],
};
const [ASPIRING, MENTOR, ...STAFF] = DEMONSTRATION_PEOPLE;
const WIDTHS = [1280, 320];
/** As long as looking at every page may take on a machine that is busy. */
const PATIENCE = 180_000;

describeInBrowser('Signing in', (browser) => {
  const provider = useDemonstrationProvider();
  const service = useService({
    workers: 0,
    environment: () => ({
      PORT: String(provider.pagesPort),
      PUBLIC_URL: provider.pagesUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.client.id,
      OIDC_CLIENT_SECRET: provider.client.secret,
    }),
  });
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-sign-in-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    const files = {
      mentees: csv([aMenteeRow({ email: ASPIRING!.email })]),
      mentors: csv([aMentorRow({ email: MENTOR!.email })]),
    };
    const words = Object.entries(files).flatMap(([name, content]) => {
      const file = join(folder, `${name}.csv`);
      writeFileSync(file, content);
      return [`--${name}`, file];
    });
    service.command(['import', '--programme', 'North West', '--create', ...words]);
    for (const { role, email } of STAFF) await service.grant(email, role as GrantedRole);
  }, 60_000);

  it.each(DEMONSTRATION_PEOPLE)(
    'as $title shows what that role can do, and only that, until they sign out',
    async ({ title, name, role }) => {
      await visiting(browser(), 1280, async (page) => {
        await page.goto(`${provider.pagesUrl}/account`);
        expect(new URL(page.url()).origin).toBe(provider.issuer);
        await pick(page, `${title}: ${name}`);

        expect(page.url()).toBe(`${provider.pagesUrl}/account`);
        expect(await page.locator('header').innerText()).toContain(name);
        const held = HELD[role]!.map((code) => ROLES_IN_WORDS[code]);
        const titles = rolesInWords(HELD[role]!.map((code) => ({ role: code }))).map((words) => words.title);
        expect(await page.locator('h3').allInnerTexts()).toEqual(titles);
        expect(await page.locator('h3 ~ ul').first().isVisible()).toBe(true);
        const shown = await page.locator('main').innerText();
        // What two roles let somebody do is shown where either is held.
        for (const { lets } of Object.values(ROLES_IN_WORDS)) {
          expect(lets.map((what) => shown.includes(what))).toEqual(
            lets.map((what) => held.some((words) => words.lets.includes(what))),
          );
        }

        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('button', { name: 'Sign out everywhere' }).click();
        expect(page.url()).toBe(`${provider.pagesUrl}/`);
        expect(await page.locator('header').innerText()).not.toContain(name);
        await page.goto(`${provider.pagesUrl}/account`);
        expect(await page.locator('h1').innerText()).toBe('Who do you want to sign in as?');
      });
    },
  );

  it('is remembered by the provider until somebody signs out there as well, or asks to be somebody else', async () => {
    await visiting(browser(), 1280, async (page) => {
      await page.goto(`${provider.pagesUrl}/sign-in`);
      await pick(page, 'HR auditor');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Go back to Evenhand' }).click();
      await page.getByRole('link', { name: 'Sign in' }).click();
      expect(await page.locator('h3').allInnerTexts()).toEqual(['HR auditor']);
      await page.goto(`${provider.pagesUrl}/sign-in?anew=true`);
      await pick(page, 'Coordinator');
      await page.getByRole('button', { name: 'Go on' }).click();
      expect(await page.locator('h3').allInnerTexts()).toEqual(['Coordinator']);
    });
  });

  it.each(WIDTHS)(
    'is accessible on each page, and no wider than %i pixels',
    (width) => lookedAt(width),
    PATIENCE,
  );

  async function lookedAt(width: number): Promise<void> {
    await visiting(browser(), width, async (page) => {
      await page.goto(`${provider.pagesUrl}/sign-in`);
      await isAccessible(page, width);
      await pick(page, 'Mentor');
      await isAccessible(page, width);
      await page.goto(provider.pagesUrl);
      await isAccessible(page, width);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await isAccessible(page, width);
    });
    const refusals = [
      `${provider.pagesUrl}/sign-in/callback?state=nobodys&code=nobodys`,
      `${provider.issuer}/interaction/nobodys`,
    ];
    for (const address of refusals) {
      await visiting(
        browser(),
        width,
        async (page) => {
          await page.goto(address);
          await isAccessible(page, width);
        },
        /status of 40[01]/,
      );
    }
  }

  it('works where scripts do not', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${provider.pagesUrl}/account`);
      await pick(page, 'Coordinator');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      expect(page.url()).toBe(`${provider.pagesUrl}/`);
    } finally {
      await context.close();
    }
  });
});

/** Picks somebody of the demonstration and signs in. */
async function pick(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).check();
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function isAccessible(page: Page, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(await page.locator('h1').count()).toBe(1);
}

/** Somebody with a browser of their own, which has nothing to complain of but what is expected. */
async function visiting(
  browser: Browser,
  width: number,
  look: (page: Page) => Promise<void>,
  expected?: RegExp,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await look(page);
    expect(complaints.filter((complaint) => expected?.test(complaint) !== true)).toEqual([]);
  } finally {
    await context.close();
  }
}
