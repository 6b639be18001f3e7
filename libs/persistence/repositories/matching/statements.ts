import { compareIdentifiers, Conflict, partsOf, StaleVersion } from '@evenhand/kernel';
import { QueryFailedError } from 'typeorm';
import type { Database } from '../../database';

/** A row on its way into a table: a member for each column. Times are written as JSON writes them. */
type NewRow = Readonly<Record<string, unknown>>;

/** Rows of one statement: few enough for the server to answer others in between, many enough for thousands to be quick. */
const ROWS_AT_ONCE = 500;

/** Columns that say what a row is about, and so stay as they are. */
type KeptColumn = 'id' | 'version';

/** Adds rows to a table, those that are named first before the others: whoever locks in one order never waits in a ring. */
export async function insertRows(
  database: Database,
  table: string,
  rows: readonly NewRow[],
  orderedBy: readonly string[] = ['id'],
): Promise<void> {
  const insert = `insert into ${table}
    select * from jsonb_populate_recordset(null::${table}, $1::jsonb) order by ${orderedBy.join(', ')}`;
  const inOrder = [...rows].sort((a, b) => compareRows(a, b, orderedBy));
  if (rows.length === 0) return;
  await database.run(async () => {
    for (const part of partsOf(inOrder, ROWS_AT_ONCE)) await database.query(insert, [JSON.stringify(part)]);
  });
}

/** Ids sort as text as the database sorts them; where a second column is needed it is a number or an id. */
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
      const changed = await changedRows(database, update, [JSON.stringify(part)]);
      if (changed.length < part.length) {
        throw new StaleVersion(what);
      }
    }
  });
}

/** The rows that an update returns: the driver hands over those of a select, so the update stands within one. */
export function changedRows<Row>(
  database: Database,
  update: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return database.query<Row>(`with changed as (${update}) select * from changed`, values);
}

/** What the database refused, by the name of the constraint or the code of our own: the conflict that it stands for. */
export type Refusals = Readonly<Record<string, (id: string) => Conflict>>;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Does the work, and says in words of the field what the database refuses. */
export async function refusing<Result>(refusals: Refusals, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof QueryFailedError) {
      const { constraint, code, detail } = error.driverError as Refused;
      const conflict = refusals[constraint ?? ''] ?? refusals[code ?? ''];
      if (conflict !== undefined) {
        throw conflict(UUID.exec(detail ?? '')?.[0] ?? '');
      }
    }
    throw error;
  }
}

/** What PostgreSQL says of a statement that it refused. */
interface Refused {
  readonly constraint?: string;
  readonly code?: string;
  readonly detail?: string;
}

/** Members of a domain object that a null column leaves out. */
export function whereSet<Members extends Readonly<Record<string, unknown>>>(
  members: Members,
): { [Member in keyof Members]?: NonNullable<Members[Member]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as {
    [Member in keyof Members]?: NonNullable<Members[Member]>;
  };
}
