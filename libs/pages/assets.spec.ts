import { Assets, withoutOutsideFiles } from './assets';

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
