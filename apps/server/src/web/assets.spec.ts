import { Assets, withoutOutsideFiles } from './assets';
import { AssetsController } from './assets.controller';

const assets = new Assets();
const stylesheet = nameOf(assets.stylesheet);

function nameOf(address: string): string {
  return address.replace('/assets/', '');
}

describe('the assets of the pages', () => {
  it('have names that change with their content', () => {
    expect(assets.stylesheet).toMatch(/^\/assets\/evenhand-[0-9a-f]{16}\.css$/);
    expect(assets.icon).toMatch(/^\/assets\/evenhand-[0-9a-f]{16}\.svg$/);
    expect(new Assets().stylesheet).toBe(assets.stylesheet);
  });

  it('ask no other host for anything, and no browser for a font that is not ours to use', () => {
    const { content } = assets.find(stylesheet)!;
    expect(content).not.toMatch(/@font-face|@import|frutiger|url\(["']?(?:https?:)?\/\/|sourceMappingURL/i);
    expect(content).toContain('font-family:arial,sans-serif');
    expect(content).toContain('.app-chart');
  });

  it('hold every picture that the style sheet names', () => {
    const addresses = Array.from(
      assets.find(stylesheet)!.content.matchAll(/url\("([^"]*)"\)/g),
      (match) => match[1]!,
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => assets.find(nameOf(address))?.type !== 'image/svg+xml')).toEqual([]);
  });

  it.each([
    '@import "https://example.org/more.css";',
    '.a{background:url(https://example.org/a.png)}',
    '.a{background:url(/assets/images/a.png)}',
    '.a{font-family:Frutiger}',
  ])('refuse a style sheet that would ask for %s', (css) => {
    expect(() => withoutOutsideFiles(css, (picture) => `/assets/${picture}`)).toThrow(
      'The style sheet of nhsuk-frontend asks for what is not served',
    );
  });
});

describe('the controller of the assets', () => {
  const controller = new AssetsController(assets);

  function asked(file: string): { content: string; headers: Record<string, string> } {
    const headers: Record<string, string> = {};
    const response = { setHeader: (name: string, value: string) => (headers[name] = value) };
    const content = controller.content(file, response as never);
    return { content, headers };
  }

  it('lets browsers keep a file for good', () => {
    expect(asked(stylesheet)).toEqual({
      content: assets.find(stylesheet)!.content,
      headers: {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    });
  });

  it.each(['evenhand-0000000000000000.css', '../assets/evenhand.css', 'constructor'])(
    'knows no file %s',
    (file) => expect(() => asked(file)).toThrow(`There is no file ${file}.`),
  );
});
