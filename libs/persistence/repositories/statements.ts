import { compareIdentifiers, partsOf, StaleVersion } from '@evenhand/kernel';
import type { Database } from '../database';
import { ROWS_AT_ONCE } from './portions';

/** A row on its way into a table: a member for each column. Times are written as JSON writes them. */
type NewRow = Readonly<Record<string, unknown>>;

/** Columns that say what a row is about, and so stay as they are. */
type KeptColumn = 'id' | 'version';

/** Adds rows to a table in the order of these columns: whoever locks in one order never waits in a ring. */
export async function insertRows(
  database: Database,
  table: string,
  rows: readonly NewRow[],
  orderedBy: readonly string[] = ['id'],
): Promise<void> {
  const insert = `insert into ${table}
    select * from jsonb_populate_recordset(null::${table}, $1::jsonb) order by ${orderedBy.join(', ')}`;
  if (rows.length === 0) return;
  const inOrder = [...rows].sort((a, b) => compareRows(a, b, orderedBy));
  await database.run(async () => {
    for (const part of partsOf(inOrder, ROWS_AT_ONCE)) await database.query(insert, [JSON.stringify(part)]);
  });
}

/**
 * The order of the parts, as the database orders the rows of each: numbers, and the ids that rows are held by, which are
 * written in one way. Other text may sort otherwise there, but nobody else waits for a row that it names.
 */
function compareRows(a: NewRow, b: NewRow, columns: readonly string[]): number {
  for (const column of columns) {
    const [one, other] = [a[column], b[column]];
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : compareIdentifiers(String(one), String(other));
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Changes rows to what they are now, each one version higher, all or none.
 *
 * @param what as a reader calls one of them
 * @param key the column that tells which row is meant
 * @throws StaleVersion where one has another version by now
 */
export async function updateRows<Row extends NewRow & { readonly version: number }>(
  database: Database,
  table: string,
  columns: readonly Exclude<keyof Row & string, KeptColumn>[],
  rows: readonly Row[],
  what: string,
  key = 'id',
): Promise<void> {
  const update = `update ${table} kept
    set version = kept.version + 1, ${columns.map((column) => `${column} = given.${column}`).join(', ')}
    from jsonb_populate_recordset(null::${table}, $1::jsonb) given
    where kept.${key} = given.${key} and kept.version = given.version
    returning kept.${key}`;
  if (rows.length === 0) return;
  await database.run(async () => {
    for (const part of partsOf(rows, ROWS_AT_ONCE)) {
      const changed = await database.query(update, [JSON.stringify(part)]);
      if (changed.length < part.length) {
        throw new StaleVersion(what);
      }
    }
  });
}
