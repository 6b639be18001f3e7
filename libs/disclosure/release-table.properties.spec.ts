import fc from 'fast-check';
import { releaseTable } from './release-table';
import { releasedCount } from './released-count';

const COUNTS = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 8, max: 40 }),
  fc.integer({ min: 0, max: 60 }),
);
const ROWS = fc.array(fc.tuple(COUNTS, COUNTS), { minLength: 1, maxLength: 7 }).map((pairs) =>
  pairs.map(([one, other], at) => ({
    key: `group-${at}`,
    counts: { asked: Math.max(one, other), matched: Math.min(one, other) },
  })),
);

/** So far the oracle counts: no true total of these tables is larger. */
const MOST = 7 * 60 + 3;

const RELEASED_AS = Array.from({ length: MOST }, (_, count) => releasedCount(count));

function releasedAs(released: number): number[] {
  return RELEASED_AS.flatMap((each, count) => (each === released ? [count] : []));
}

/** Every sum of one number from each list, found by trying all of them: no interval is taken on trust. */
function sums(lists: readonly (readonly number[])[]): Set<number> {
  return lists.reduce(
    (found, list) =>
      new Set([...found].flatMap((sum) => list.map((each) => sum + each).filter((next) => next < MOST))),
    new Set([0]),
  );
}

describe('a released table', () => {
  it('leaves ten values or more to every count that it withholds, whoever subtracts', () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const table = releaseTable(rows);
        for (const name of ['asked', 'matched'] as const) {
          const total = table.totals[name];
          if (total === null) continue;
          const possible = table.rows.map(({ counts }, at) => {
            const released = counts[name];
            if (released !== null) return releasedAs(released);
            const isSmall = rows[at]!.counts[name] < 10;
            return RELEASED_AS.flatMap((each, count) => ((each === null) === isSmall ? [count] : []));
          });
          const totals = new Set(releasedAs(total));
          table.rows.forEach(({ counts }, at) => {
            if (counts[name] !== null) return;
            const others = sums(possible.filter((_, other) => other !== at));
            const left = possible[at]!.filter((value) =>
              [...totals].some((each) => others.has(each - value)),
            );
            expect(left.length).toBeGreaterThanOrEqual(10);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells nothing but what each count may be released as', () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const table = releaseTable(rows);
        expect(table.rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
        table.rows.forEach(({ counts }, at) => {
          for (const name of ['asked', 'matched'] as const) {
            expect([null, releasedCount(rows[at]!.counts[name])]).toContain(counts[name]);
          }
        });
      }),
    );
  });

  it('withholds nothing where no count is small', () => {
    const large = fc.array(fc.integer({ min: 10, max: 500 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(large, (counts) => {
        const table = releaseTable(counts.map((asked, at) => ({ key: `group-${at}`, counts: { asked } })));
        expect(table.rows.map((row) => row.counts.asked)).not.toContain(null);
        expect(table.totals.asked).not.toBeNull();
      }),
    );
  });
});
