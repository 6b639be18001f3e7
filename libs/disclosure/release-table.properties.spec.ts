import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import fc from 'fast-check';
import { type CountRow, releaseTable } from './release-table';
import { releasedCount } from './released-count';

const POLICY = DEFAULT_DISCLOSURE_POLICY;

/** All values that a count which is withheld may have. */
const WITHHELD = Array.from({ length: 10 }, (_, count) => count);

/**
 * What a reader can find out who knows the code and releases every possible table until they have seen all that look
 * like the published one: for each withheld count of each release, the true values behind it.
 */
function valuesBehind(tables: readonly (readonly CountRow<string>[])[]): Map<string, Set<number>> {
  const values = new Map<string, Set<number>>();
  for (const rows of tables) {
    const table = releaseTable(rows, POLICY);
    const looks = JSON.stringify(table);
    table.rows.forEach(({ key, counts }, at) => {
      for (const [name, told] of Object.entries(counts)) {
        if (told !== null) continue;
        const cell = `${looks} ${key} ${name}`;
        values.set(cell, (values.get(cell) ?? new Set()).add(rows[at]!.counts[name]!));
      }
    });
  }
  return values;
}

function expectAllLeftOpen(values: ReadonlyMap<string, ReadonlySet<number>>): void {
  expect(values.size).toBeGreaterThan(0);
  for (const behind of values.values()) {
    expect([...behind].sort((a, b) => a - b)).toEqual(WITHHELD);
  }
}

/** Every list of so many of the items. */
function lists<Item>(items: readonly Item[], length: number): Item[][] {
  return length === 0
    ? [[]]
    : lists(items, length - 1).flatMap((list) => items.map((item) => [...list, item]));
}

const rowsOf = <Name extends string>(counts: readonly Record<Name, number>[]): CountRow<Name>[] =>
  counts.map((each, at) => ({ key: `group-${at}`, counts: each }));

describe('a released table', () => {
  it('leaves all ten values to every count that it withholds, whoever inverts its making', () => {
    const counts = Array.from({ length: 19 }, (_, asked) => ({ asked }));
    for (const length of [1, 2, 3]) {
      expectAllLeftOpen(valuesBehind(lists(counts, length).map(rowsOf)));
    }
  });

  it('does so where one column is a part of the other', () => {
    const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);
    const counts = upTo(13).flatMap((asked) => upTo(asked).map((matched) => ({ asked, matched })));
    const values = valuesBehind(lists(counts, 2).map(rowsOf));
    // Of fewer than ten who asked fewer than ten were matched, whatever is published: both columns leave ten values.
    expectAllLeftOpen(values);
  });

  it('tells of each count what it may be released as, and totals that anybody can work out from that', () => {
    const rows = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(rows, (counts) => {
        const table = releaseTable(rowsOf(counts.map((asked) => ({ asked }))), POLICY);
        const told = table.rows.map((row) => row.counts.asked);
        expect(told).toEqual(counts.map((count) => releasedCount(count, POLICY)));
        const sum = told.reduce<number>((total, each) => total + (each ?? 0), 0);
        expect(table.totals.asked).toBe(sum === 0 ? null : sum);
      }),
    );
  });
});
