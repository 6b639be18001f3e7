import fc from 'fast-check';
import { canonicalJson, canonicalJsonInParts, type JsonValue } from './canonical-json';

const anyValue = fc.jsonValue() as fc.Arbitrary<JsonValue>;

describe('canonical JSON', () => {
  it('says the same as it was given', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same text when it is made in parts', async () => {
    const anyObject = fc.dictionary(fc.string(), fc.oneof(anyValue, fc.array(anyValue))) as fc.Arbitrary<
      Record<string, JsonValue>
    >;
    await fc.assert(
      fc.asyncProperty(anyObject, async (value) => {
        expect(await canonicalJsonInParts(value)).toBe(canonicalJson(value));
      }),
    );
  });

  it('does not depend on the order of members', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string(), anyValue), { selector: ([name]) => name });
    fc.assert(
      fc.property(members, fc.nat(), (list, turn) => {
        const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))];
        expect(canonicalJson(Object.fromEntries(turned))).toBe(canonicalJson(Object.fromEntries(list)));
      }),
    );
  });

  it('sorts members by UTF-16 code units, as the example of RFC 8785 has it', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(text).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`);
  });

  it('writes numbers as ECMAScript does and nothing between the parts', () => {
    expect(
      canonicalJson({ b: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], a: { c: null, b: true } }),
    ).toBe('{"a":{"b":true,"c":null},"b":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}');
  });

  it.each([NaN, Infinity, -Infinity])('has no place for %p', (number) => {
    expect(() => canonicalJson([{ a: number }])).toThrow(RangeError);
  });
});
