import type { DataSubject, HeldRow } from '@evenhand/governance';
import type { JsonValue } from '@evenhand/kernel';
import type { Database } from '../../../database';

/** The ids of the people. */
export function personIdsOf({ persons }: DataSubject): readonly string[] {
  return persons.map(({ personId }) => personId);
}

/**
 * Rows of a table, each as PostgreSQL writes it as JSON, by their ids or whatever else comes first in them.
 *
 * @param condition in SQL on the rows of `held`, with values beside it
 */
export async function rowsHeld(
  database: Database,
  table: string,
  condition: string,
  values: readonly unknown[],
): Promise<readonly HeldRow[]> {
  const rows = await database.query<{ row: Record<string, JsonValue> }>(
    `select to_jsonb(held) as row from ${table} held where ${condition} order by held::text`,
    values,
  );
  return rows.map(({ row }) => ({ table, values: row }));
}
