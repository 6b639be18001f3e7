import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for the start of a formula, or skips on its way to one. */
const FORMULA_START = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** The cell with an apostrophe before it where a spreadsheet would otherwise calculate it. */
export function safeCell(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}

/**
 * A table as CSV: commas, one line feed after each row, quotation marks where they are needed. No cell of it is a
 * formula to a spreadsheet: a cell that could start one (`=`, `+`, `-`, `@` and their full-width twins, tab, line end,
 * NUL) gets an apostrophe before it (OWASP, CSV injection).
 */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  const table = [columns, ...rows].map((cells) => cells.map(safeCell));
  // A carriage return ends a row for many readers, so a cell that holds one is quoted too.
  return stringify(table, { quoted_match: '\r' });
}
