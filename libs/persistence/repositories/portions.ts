/**
 * So many rows at once: few enough to become objects, or text on their way into a table, in a few milliseconds, so that
 * a server which handles thousands answers others in between; many enough for thousands to be quick.
 */
export const ROWS_AT_ONCE = 250;

/**
 * Every row of a list, read portion by portion in the order of ids.
 *
 * @param portion at most {@link ROWS_AT_ONCE} rows whose id comes after the one given, or the first ones
 */
export async function inPortions<Row>(
  portion: (after: string | null) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Promise<Row[]> {
  const rows: Row[] = [];
  let read: readonly Row[];
  do {
    const last = rows.at(-1);
    read = await portion(last === undefined ? null : idOf(last));
    rows.push(...read);
  } while (read.length === ROWS_AT_ONCE);
  return rows;
}
