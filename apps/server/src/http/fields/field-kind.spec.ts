import { choice, code, day, type FieldKind, flag, number, text, time, uuid, wholeNumber } from './field-kind';

const takes = (kind: FieldKind, value: unknown) => kind.faultOf(value) === undefined;

describe('A kind of field', () => {
  it.each<[string, FieldKind, unknown[], unknown[]]>([
    [
      'text',
      text({ max: 3 }),
      ['a', 'abc', '👩‍👩', 'é'],
      ['', ' ', 'abcd', 'a\nb', '\u0000', '\ud800', 1, null],
    ],
    ['longer text', text({ min: 2, max: 9 }), ['ab', '👩👩'], ['a', '👩']],
    ['text of lines', text({ max: 9, lines: true }), ['a\r\n\tb'], ['a\u0000']],
    ['text that may be empty', text({ min: 0, max: 9 }), [''], [undefined]],
    ['text with a pattern', text({ max: 9, pattern: /^a+$/, looksLike: 'letters a' }), ['aa'], ['b']],
    ['a code', code(), ['ahp.physio-1'], ['', 'a b', 'x'.repeat(65), 'ä']],
    [
      'a UUID',
      uuid(),
      ['6c1f7f1e-0d3b-4b1e-9f52-0d6a4f6f0a11'],
      ['6c1f7f1e', '6C1F7F1E-0D3B-4B1E-9F52-0D6A4F6F0A11'],
    ],
    ['a day', day(), ['2024-02-29'], ['2026-02-29', '2026-2-1', '2026-02-01T00:00:00Z', 20260201]],
    [
      'a time',
      time(),
      ['2026-10-01T09:30:00Z', '2026-10-01T09:30:00.123+01:00'],
      ['2026-10-01', '2026-10-01T09:30:00', '2026-02-30T09:30:00Z', '2026-10-01T24:00:00Z', 0],
    ],
    ['a whole number', wholeNumber({ min: 0, max: 9 }), [0, 9], [-1, 10, 1.5, '1', Number.NaN, null]],
    ['a number', number({ min: 0, max: 1 }), [0.5], [1.1, Number.POSITIVE_INFINITY, Number.NaN, '0.5']],
    ['a flag', flag(), [true, false], ['true', 1, null]],
    ['a choice', choice(['a', 'b']), ['a'], ['c', 'toString', null, ['a']]],
  ])('%s takes what it is, and nothing else', (_, kind, good, bad) => {
    expect(good.filter((value) => !takes(kind, value))).toEqual([]);
    expect(bad.filter((value) => takes(kind, value))).toEqual([]);
  });

  it('looks at long text in a moment', () => {
    const started = performance.now();
    for (const hostile of [
      'a'.repeat(50_000),
      ' '.repeat(50_000),
      '1-'.repeat(25_000),
      '👩'.repeat(25_000),
    ]) {
      for (const kind of [text({ max: 100_000 }), code(), uuid(), day(), time()]) kind.faultOf(hostile);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('reads numbers and flags from a query string, and leaves alone what is none', () => {
    expect(
      ['5', '-1.5', '1e3', '', '0x1'].map((value) => number({ min: 0, max: 1 }).fromQuery!(value)),
    ).toEqual([5, -1.5, '1e3', '', '0x1']);
    expect(['true', 'false', 'yes'].map((value) => flag().fromQuery!(value))).toEqual([true, false, 'yes']);
  });
});
