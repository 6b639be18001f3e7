import type { Browser, Page } from 'playwright-core';

/** Opens a page, and afterwards expects that the browser had nothing to complain of. */
export async function opened(
  browser: Browser,
  address: string,
  { width }: { width: number },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    await look(page);
    expect(complaints).toEqual([]);
    expect(
      requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== new URL(address).origin),
    ).toEqual([]);
  } finally {
    await context.close();
  }
}
