import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from './disclosure-policy';
import { type CountInterval, countsBehind, type ReleasedCount, releasedCount } from './released-count';

/** One row of a table before it is released: true counts by the name of their column. */
export interface CountRow<Name extends string> {
  /** Tells the row from every other one. */
  readonly key: string;
  readonly counts: Readonly<Record<Name, number>>;
}

/** A table as it may be published. */
export interface ReleasedTable<Name extends string> {
  /** In the order in which the rows were given. */
  readonly rows: readonly {
    readonly key: string;
    readonly counts: Readonly<Record<Name, ReleasedCount>>;
  }[];
  /** The sum of each column's true counts, released like any count; `null` where it would give a row away. */
  readonly totals: Readonly<Record<Name, ReleasedCount>>;
}

/** What is withheld over and above the counts that are too small. */
interface Withheld {
  /** Rows none of whose counts is told. */
  readonly rows: ReadonlySet<string>;
  /** Columns whose total is not told. */
  readonly totals: ReadonlySet<string>;
}

/**
 * Releases a table together with its totals, so that no withheld count can be found by subtraction.
 *
 * Rounding alone does not see to that: a total stands for at most `base` true sums and each row for at most `base`
 * true counts, so a table of few rows leaves few values for the one that is missing. They are counted here, for the
 * reader who can do most: who knows the policy, and which counts are withheld for being small and which to protect
 * those. For every withheld count at least `smallest` values must remain; that is all of them for a small one. Where
 * fewer remain, the row with the next smallest count of that column is withheld too, in whole, since its other counts
 * (the matched are a part of those who asked) would speak of this one. Where that would leave the column no row to
 * show, its total is withheld instead.
 *
 * Columns are judged one by one: what can be learnt by combining several of them is not looked for.
 *
 * @param rows keys differ; every row has the same counts; of no rows there are no totals
 * @throws RangeError where a count is not an integer ≥ 0
 */
export function releaseTable<Name extends string>(
  rows: readonly CountRow<Name>[],
  policy = DEFAULT_DISCLOSURE_POLICY,
): ReleasedTable<Name> {
  const names = Object.keys(rows[0]?.counts ?? {}) as Name[];
  const totals = byName(names, (name) => rows.reduce((sum, { counts }) => sum + counts[name], 0));
  const withheld = withheldBeside(rows, totals, policy);
  return {
    rows: rows.map(({ key, counts }) => ({
      key,
      counts: byName(names, (name) => (withheld.rows.has(key) ? null : releasedCount(counts[name], policy))),
    })),
    totals: byName(names, (name) => (withheld.totals.has(name) ? null : releasedCount(totals[name], policy))),
  };
}

function withheldBeside<Name extends string>(
  rows: readonly CountRow<Name>[],
  totals: Readonly<Record<Name, number>>,
  policy: DisclosurePolicy,
): Withheld {
  const withheldTotals = new Set<string>();
  for (;;) {
    const told = Object.entries<number>(totals)
      .map(([name, total]) => ({ name: name as Name, total: releasedCount(total, policy) }))
      .flatMap(({ name, total }) =>
        total === null || withheldTotals.has(name) ? [] : [{ name, total: countsBehind(total, policy) }],
      );
    const protection = protectingRows(rows, told, policy);
    if ('rows' in protection) {
      return { rows: protection.rows, totals: withheldTotals };
    }
    withheldTotals.add(protection.unprotected);
  }
}

/** The rows to withhold so that the totals which are told give nothing away, or the column where that is not possible. */
function protectingRows<Name extends string>(
  rows: readonly CountRow<Name>[],
  told: readonly { readonly name: Name; readonly total: CountInterval }[],
  policy: DisclosurePolicy,
): { rows: ReadonlySet<string> } | { unprotected: Name } {
  const withheld = new Set<string>();
  for (;;) {
    const exposed = told.find(({ name, total }) => {
      const column = rows.map(({ key, counts }) => ({ count: counts[name], withheld: withheld.has(key) }));
      return givesAway(column, total, policy);
    });
    if (exposed === undefined) {
      return { rows: withheld };
    }
    const shown = rows.filter(
      ({ key, counts }) => !withheld.has(key) && counts[exposed.name] >= policy.smallest,
    );
    if (shown.length <= 1) {
      return { unprotected: exposed.name };
    }
    withheld.add(shown.reduce((a, b) => (b.counts[exposed.name] < a.counts[exposed.name] ? b : a)).key);
  }
}

/** Whether the total of a column leaves too few values for a count that is withheld. */
function givesAway(
  column: readonly { readonly count: number; readonly withheld: boolean }[],
  total: CountInterval,
  policy: DisclosurePolicy,
): boolean {
  const { smallest } = policy;
  const known = column.map(({ count, withheld }): CountInterval & { told: boolean } => {
    const released = releasedCount(count, policy);
    if (released === null) {
      return { told: false, lowest: 0, highest: smallest - 1 };
    }
    return withheld
      ? { told: false, lowest: smallest, highest: Infinity }
      : { told: true, ...countsBehind(released, policy) };
  });
  return known.some((cell) => {
    if (cell.told) {
      return false;
    }
    // Every interval is without gaps, and so is their sum: nothing between these two bounds is impossible.
    const others = known.filter((other) => other !== cell);
    const lowest = Math.max(cell.lowest, total.lowest - sum(others.map(({ highest }) => highest)));
    const highest = Math.min(cell.highest, total.highest - sum(others.map((other) => other.lowest)));
    return highest - lowest + 1 < smallest;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
