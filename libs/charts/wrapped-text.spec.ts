import fc from 'fast-check';
import { wrappedText } from './wrapped-text';

describe('wrapped text', () => {
  it('breaks between words', () => {
    expect(wrappedText('Physiotherapists and other allied health professionals', 20)).toEqual([
      'Physiotherapists and',
      'other allied health',
      'professionals',
    ]);
  });

  it('breaks within a word that is longer than a line', () => {
    expect(wrappedText('An abcdefghijklmn', 6)).toEqual(['An', 'abcdef', 'ghijkl', 'mn']);
  });

  it('has no line where there is no word', () => {
    expect(wrappedText(' \n ', 10)).toEqual([]);
  });

  it('loses no character, cuts none in half and keeps to the length of a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const lines = wrappedText(text, length);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        expect(lines.filter((line) => Array.from(line).length > length)).toEqual([]);
      }),
    );
  });
});
