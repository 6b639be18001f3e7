import type { CountTables } from '../count-tables';
import { inWords, type TiedTable, type TiedTables } from './tied-tables';

/**
 * The true counts of tables: by measure, and then by number of cell.
 *
 * @param tied the tables, and after them any others
 * @throws RangeError where rows do not fit their table, a count is none, or the tables cannot all be true; it names no
 *   true count, since messages end up in logs
 */
export function trueCounts<Measure extends string>(
  { measures, parts, tables }: Pick<CountTables<Measure>, 'measures' | 'parts' | 'tables'>,
  tied: TiedTables,
): ReadonlyMap<Measure, Float64Array> {
  const counts = new Map(measures.map((measure) => [measure, new Float64Array(tied.cellCount)]));
  const isGiven = new Uint8Array(tied.cellCount);
  tables.forEach((table, at) => {
    const { first, places } = tied.tables[at]!;
    isGiven.fill(1, first, first + places.length);
    const cells = cellsByCategories(tied.tables[at]!);
    for (const { categories, counts: row } of table.rows) {
      const cell = cells.get(JSON.stringify(categories));
      if (cell === undefined) {
        throw new RangeError(
          `table ${inWords(table)}: there is no row ${categories.join(', ')}, or it is given twice`,
        );
      }
      cells.delete(JSON.stringify(categories));
      for (const measure of measures) {
        const count: number = row[measure];
        if (!Number.isSafeInteger(count) || count < 0) {
          throw new RangeError(
            `table ${inWords(table)}, row ${categories.join(', ')}: a count is a whole number from 0 on, and ${measure} is none`,
          );
        }
        counts.get(measure)![cell] = count;
      }
      for (const [part, whole] of parts) {
        if (row[part] > row[whole]) {
          throw new RangeError(
            `table ${inWords(table)}, row ${categories.join(', ')}: there are more ${part} than ${whole}`,
          );
        }
      }
    }
  });
  for (const { sum, of } of tied.ties) {
    if (isGiven[sum] !== 1 || of.some((cell) => isGiven[cell] !== 1)) continue;
    for (const [measure, all] of counts) {
      const adds = of.reduce((total, cell) => total + all[cell]!, 0);
      if (adds !== all[sum]) {
        throw new RangeError(
          `table ${inWords(tableOf(tied, sum).subject)}: ${measure} in a row are not as many as ` +
            `table ${inWords(tableOf(tied, of[0] ?? sum).subject)} has of them`,
        );
      }
    }
  }
  return counts;
}

/** The cells of a table by the categories of their rows. */
export function cellsByCategories({ subject, first, places }: TiedTable): Map<string, number> {
  return new Map(
    places.map((place, at) => [
      JSON.stringify(subject.dimensions.map((code) => place.get(code)!)),
      first + at,
    ]),
  );
}

function tableOf({ tables }: TiedTables, cell: number): TiedTable {
  return tables.find(({ first, places }) => cell >= first && cell < first + places.length)!;
}
