import fc from 'fast-check';
import { ownPath } from './own-path';

describe('a path to go on to', () => {
  it.each(['/account', '/', '/a/b?c=d&e=%2F%2F', '/sign-in-of-somebody'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'account',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/..//elsewhere.example/',
    '/\t/elsewhere.example/',
    '/\n/elsewhere.example',
    '/a b',
    '/sign-in',
    '/sign-in?to=/sign-in',
    '/sign-out',
    '/x/../sign-in/callback',
    `/${'a'.repeat(500)}`,
  ])('may not be %j', (path) => {
    expect(ownPath(path)).toBeUndefined();
  });

  it('never leaves this service, whatever it is', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '%2f',
      '\t',
      'https:',
      'elsewhere.example',
      '?',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts).map((some) => `/${some.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const own = ownPath(text);
        if (own !== undefined) {
          expect(new URL(own, 'https://ours.example').origin).toBe('https://ours.example');
        }
      }),
    );
  });
});
