import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Tests that look at pages in a real browser, where there is one; where there is none, a line says so. */
export function describeInBrowser(title: string, tests: (browser: () => Browser) => void): void {
  const executablePath = chromiumOnPath();
  describe(title, () => {
    if (executablePath === undefined) {
      process.stderr.write(`No Chromium on the PATH: not looked at in a browser: ${title}.\n`);
      it('is looked at where Chromium is on the PATH', () => expect(chromiumOnPath()).toBeUndefined());
      return;
    }
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: FLAGS });
    }, 60_000);
    afterAll(() => browser.close());
    tests(() => browser);
  });
}

function chromiumOnPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
