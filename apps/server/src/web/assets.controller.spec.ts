import { Assets } from '@evenhand/pages';
import { AssetsController } from './assets.controller';

const assets = new Assets();
const stylesheet = assets.stylesheet.replace('/assets/', '');

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
