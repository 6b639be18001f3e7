import fc from 'fast-check';
import { repeatedMember } from './repeated-member';

/** JSON as its text is built up: objects as lists of members, so that a name can stand there twice. */
type Written = string | { readonly list: readonly Written[] } | { readonly members: readonly Member[] };
type Member = readonly [name: string, value: Written];

const awkwardName = fc.oneof(
  fc.constantFrom('a', 'b', '', '"', '\\', '\\"', 'a:', '{', '}', '__proto__', 'é'),
  fc.string(),
);
const written = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(awkwardName, fc.integer(), fc.boolean(), fc.constant(null)).map((one) => JSON.stringify(one)),
    fc.record({ list: fc.array(tie('value'), { maxLength: 4 }) }),
    fc.record({ members: fc.array(fc.tuple(awkwardName, tie('value')), { maxLength: 4 }) }),
  ),
})).value;

/** A name in one of the many ways in which JSON can write it. */
function nameText(name: string, escaped: boolean): string {
  const units = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at));
  return escaped
    ? `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"`
    : JSON.stringify(name);
}

function textOf(value: Written, space: string): string {
  if (typeof value === 'string') {
    return value;
  }
  if ('list' in value) {
    return `[${value.list.map((one) => textOf(one, space)).join(`${space},`)}]`;
  }
  const members = value.members.map(
    ([name, inside], at) => `${nameText(name, at % 2 === 1)}${space}:${space}${textOf(inside, space)}`,
  );
  return `{${space}${members.join(`,${space}`)}}`;
}

function hasOneTwice(value: Written): boolean {
  if (typeof value === 'string') {
    return false;
  }
  if ('list' in value) {
    return value.list.some(hasOneTwice);
  }
  const names = value.members.map(([name]) => name);
  return new Set(names).size < names.length || value.members.some(([, inside]) => hasOneTwice(inside));
}

describe('A member that stands twice', () => {
  it('is found wherever it is, however it is written, and nowhere else', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('', ' ', '\n\t '), (value, space) => {
        const text = textOf(value, space);
        expect(() => JSON.parse(text) as unknown).not.toThrow();
        expect(repeatedMember(text) !== undefined).toBe(hasOneTwice(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[text: string, name: string, offset: number]>([
    ['{"a":1,"a":1}', 'a', 7],
    ['{"a":{"a":[{"b":1}]},"b":2, "b" :3}', 'b', 28],
    ['{"a":1,"\\u0061":2}', 'a', 7],
    ['[{"a":1},{"c\\\\":"\\\\","c\\\\":1}]', 'c\\', 21],
  ])('is told with its place: %s', (text, name, offset) => {
    expect(repeatedMember(text)).toEqual({ name, offset });
  });

  it.each(['{"a":{"a":1},"b":[{"a":1},{"a":1}]}', '["a","a",":"]', '{"a":"b","b":"b\\":"}', '7'])(
    'is none of %s',
    (text) => {
      expect(repeatedMember(text)).toBeUndefined();
    },
  );
});
