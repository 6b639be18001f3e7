import type { DisclosurePolicy } from './disclosure-policy';
import { type ReleasedCount, releasedCount } from './released-count';

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
  /** The sum of each column's released counts: those withheld are not in it. `null` where all of them are. */
  readonly totals: Readonly<Record<Name, ReleasedCount>>;
}

/**
 * Releases a table together with its totals, so that no withheld count can be found by subtraction.
 *
 * A total of true counts would narrow the one that is missing, and whatever else is withheld to prevent that tells, to
 * whoever knows this code, which true counts make it necessary. So nothing here depends on a true count but how that
 * count itself is released: a total is worked out from what is published anyway, and tells nothing more.
 *
 * @param rows keys differ; every row has the same counts; of no rows there are no totals
 * @throws RangeError where a count is not an integer ≥ 0
 */
export function releaseTable<Name extends string>(
  rows: readonly CountRow<Name>[],
  policy: DisclosurePolicy,
): ReleasedTable<Name> {
  const names = Object.keys(rows[0]?.counts ?? {}) as Name[];
  const released = rows.map(({ key, counts }) => ({
    key,
    counts: byName(names, (name) => releasedCount(counts[name], policy)),
  }));
  return {
    rows: released,
    totals: byName(names, (name) => sumOf(released.map(({ counts }) => counts[name]))),
  };
}

function sumOf(counts: readonly ReleasedCount[]): ReleasedCount {
  const told = counts.filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0);
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
