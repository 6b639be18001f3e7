import fc from 'fast-check';
import { quoted, shown } from './quoted';

describe('a piece of a file in a message', () => {
  it('stands in quotation marks', () => {
    expect(quoted('SE-9.9')).toBe('"SE-9.9"');
  });

  it('is cut after forty characters, however many units they take', () => {
    expect(shown('a'.repeat(40))).toBe('a'.repeat(40));
    expect(shown('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`);
    expect(shown('🩺'.repeat(40))).toBe('🩺'.repeat(40));
    expect(shown('🩺'.repeat(41))).toBe(`${'🩺'.repeat(40)}…`);
  });

  it('has its control characters and direction marks written out', () => {
    expect(shown('a\u001b[2Jb\nc\u202ed')).toBe('a\\u{1b}[2Jb\\u{a}c\\u{202e}d');
  });

  it('is one line without a control character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(shown(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
