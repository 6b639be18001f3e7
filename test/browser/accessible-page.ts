import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { opened } from './opened-page';

/** Expects that a page has nothing that axe finds, is no wider than the screen, and has one heading over all of it. */
export async function expectAccessible(browser: Browser, address: string, width: number): Promise<void> {
  await opened(browser, address, { width }, async (page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' ')}`),
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.locator('h1').count()).toBe(1);
  });
}

/** Expects that what is wrong with a form has the focus without a script, and leads to its field. */
export async function expectFaultFirst(
  browser: Browser,
  address: string,
  { fault, field }: { readonly fault: string; readonly field: string },
): Promise<void> {
  await opened(browser, address, { width: 1280 }, async (page) => {
    const summary = page.locator('.nhsuk-error-summary');
    await page.waitForFunction("document.activeElement.className === 'nhsuk-error-summary'");
    await summary.getByRole('link', { name: fault, exact: true }).click();
    expect(await page.evaluate('document.activeElement.id || location.hash.slice(1)')).toBe(field);
  });
}
