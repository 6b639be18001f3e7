/** A table as somebody handed it in: every cell is text, nothing is understood yet. */
export interface Table {
  /** What messages call it: the path of its file. */
  readonly name: string;
  /** Headings in the file's own spelling; no two are the same heading. */
  readonly columns: readonly string[];
  /** As many cells as there are columns. A blank row is an empty list: it counts, so that row numbers stay true. */
  readonly rows: readonly (readonly string[])[];
}

/** Something wrong in a table, told so that people find it in their spreadsheet. */
export interface TableProblem {
  /** Row as a spreadsheet numbers it; 0 for the table as a whole. */
  readonly row: number;
  /** The column of ours that cannot be read for it. */
  readonly column: string;
  /** The whole line for people: file, row, column, what. */
  readonly line: string;
}

/** The number that a spreadsheet shows beside `rows[index]`: the headings stand in row 1. */
export function rowNumber(index: number): number {
  return index + 2;
}

/**
 * Equal for two spellings of one heading, and written as our own headings are: `Line manager`, `Line-Manager` and
 * `LINE_MANAGER` are all `line_manager`.
 */
export function headingKey(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}
