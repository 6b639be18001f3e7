import fc from 'fast-check';
import { readJsonText } from './json-text';
import { HttpProblem } from './problem';

function codeOf(text: string): string {
  try {
    readJsonText(text);
    return 'read';
  } catch (error) {
    if (error instanceof HttpProblem) return `${error.code}: ${error.message}`;
    throw error;
  }
}

/** What every object has by birth, and so no caller may send as a key. */
const FORBIDDEN = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

describe('JSON from outside', () => {
  it('is read as JSON.parse reads it, whatever its strings hold', () => {
    const value = fc.jsonValue({ maxDepth: 6 });
    fc.assert(
      fc.property(value, fc.nat(3), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        fc.pre(!FORBIDDEN.some((name) => text.includes(`"${name}"`)));
        expect(readJsonText(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('may be 16 levels deep', () => {
    expect(codeOf('['.repeat(16) + ']'.repeat(16))).toBe('read');
    for (const depth of [17, 40_000]) {
      expect(codeOf('['.repeat(depth) + ']'.repeat(depth))).toBe(
        'body.too-deep: The body is deeper than 16 levels.',
      );
      expect(codeOf('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))).toMatch(/^body\.too-deep/);
    }
  });

  it('may hold brackets, quotation marks and forbidden names in its values', () => {
    expect(codeOf(JSON.stringify({ a: '[{"'.repeat(30), b: '\\"', c: '__proto__', d: 'x":' }))).toBe('read');
  });

  it('may hold a name in two objects, never twice in one, however it is written', () => {
    expect(codeOf('[{"a":1},{"a":{"a":2}}]')).toBe('read');
    expect(codeOf('{"a":{"b":1},"\\u0061" : 2}')).toBe(
      'body.key-twice: The key a stands twice in one object.',
    );
  });

  it('may have 10,000 keys', () => {
    const keys = (count: number) => JSON.stringify(Array.from({ length: count }, () => ({ a: 1 })));
    expect(codeOf(keys(10_000))).toBe('read');
    expect(codeOf(keys(10_001))).toMatch(/^body\.too-many-keys/);
  });

  it('is told where it stops being JSON, without repeating it', () => {
    expect(codeOf('{\n  "name": Maria\n}')).toBe(
      'body.not-json: The body is not JSON: it stops being JSON at line 2, column 11.',
    );
    expect(codeOf('['.repeat(100_000))).toMatch(/^body\.not-json/);
  });

  it('is read in a moment even where it is one long string of marks', () => {
    const started = performance.now();
    expect(codeOf(JSON.stringify({ csv: '\\"'.repeat(2_000_000) }))).toBe('read');
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
