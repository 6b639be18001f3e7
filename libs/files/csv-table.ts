import { CsvError, parse } from 'csv-parse/sync';
import { InputRefused } from '@evenhand/kernel';
import { headingKey, quoted, rowNumber, type Table } from '@evenhand/people';
import { readTextFile } from './text-file';

/** The largest file and the longest table of people that are read. */
export interface CsvLimits {
  readonly bytes: number;
  /** Rows below the headings, blank ones included. */
  readonly rows: number;
}

/** What to say of a workbook. */
export const WORKBOOK_FAULT = 'it is a workbook (XLSX); save it as CSV UTF-8 and hand in that';

const LIMITS: CsvLimits = { bytes: 64_000_000, rows: 200_000 };

/** The parser's own words quote cells, which may hold what nobody should read in a log. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens here and is never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows a closing quotation mark; a mark inside a cell is written twice',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not start with one',
};

/**
 * Reads a table of people: CSV in UTF-8 with commas, headings in the first row. Empty cells that a spreadsheet left out
 * at the end of a row, or added after the last heading or in a column without one, make no difference.
 *
 * @param path the file, or `-` for standard input
 * @throws InputRefused naming the file and the row; every row with too many cells at once
 */
export function readCsvTable(path: string, limits: CsvLimits = LIMITS): Table {
  const text = readTextFile(path, limits.bytes);
  return csvTable(path === '-' ? 'standard input' : path, text, limits);
}

/**
 * The same for a table that is already in memory, with or without a byte order mark.
 *
 * @param name what messages call the table
 * @throws InputRefused naming the table and the row; every row with too many cells at once
 */
export function csvTable(name: string, content: string, limits: CsvLimits = LIMITS): Table {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content;
  if (isWorkbook(text)) throw new InputRefused([`${name}: ${WORKBOOK_FAULT}`]);
  const [headings, ...rows] = parseRecords(name, text, limits.rows + 2);
  if (headings === undefined) {
    throw new InputRefused([`${name}: it is empty; its first row must hold the headings`]);
  }
  if (rows.length > limits.rows) {
    throw new InputRefused([`${name}: it has more than ${limits.rows} rows, blank ones included`]);
  }
  const columns = headings.map((heading) => heading.trim());
  const kept = keptPositions(columns, rows);
  InputRefused.ifAny(headingProblems(name, columns, kept));
  InputRefused.ifAny(lengthProblems(name, columns.length, rows));
  const filled = rows.filter((cells) => !isBlank(cells)).length * kept.length;
  // A full table has a separator for each cell, so only short rows under many headings come to this.
  if (filled > limits.bytes) {
    throw new InputRefused([
      `${name}: it has ${filled} cells once short rows are filled; the limit is ${limits.bytes}`,
    ]);
  }
  return {
    name,
    columns: kept.map((at) => columns[at]!),
    rows: rows.map((cells) => (isBlank(cells) ? [] : kept.map((at) => cells[at] ?? ''))),
  };
}

/** Whether a text is a workbook (XLSX) that was read as if it were one: every one begins as a ZIP archive does. */
export function isWorkbook(text: string): boolean {
  return text.startsWith('PK\u0003\u0004');
}

function parseRecords(name: string, text: string, most: number): string[][] {
  const firstLine = text.split(/[\r\n]/, 1)[0] ?? '';
  for (const [separator, called] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const) {
    if (!firstLine.includes(',') && firstLine.includes(separator)) {
      throw new InputRefused([`${name}: row 1: ${called} stand between the headings; save it with commas`]);
    }
  }
  try {
    // Lines may end in any way, each its own. Rows of a wrong length are told all at once, by us.
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, to: most });
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const row = Number(error['records']) + 1;
    throw new InputRefused([`${name}: row ${row}: ${FAULTS[error.code] ?? 'it is not CSV'}`]);
  }
}

/** Where the columns are that have a heading or anything below it. */
function keptPositions(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const used = new Set<number>();
  for (const cells of rows) {
    cells.forEach((cell, at) => columns[at] === '' && !isEmpty(cell) && used.add(at));
  }
  return [...columns.keys()].filter((at) => columns[at] !== '' || used.has(at));
}

/** @param kept the columns that are read, by their position */
function headingProblems(name: string, columns: readonly string[], kept: readonly number[]): string[] {
  if (isBlank(columns)) {
    return [`${name}: row 1 is blank; it must hold the headings`];
  }
  const firstPosition = new Map<string, number>();
  return kept.flatMap((position) => {
    const heading = columns[position]!;
    if (heading === '') {
      return [`${name}: row 1: column ${position + 1} has no heading`];
    }
    const first = firstPosition.get(headingKey(heading));
    if (first !== undefined) {
      return [
        `${name}: row 1: columns ${first + 1} and ${position + 1} have the same heading ${quoted(heading)}`,
      ];
    }
    firstPosition.set(headingKey(heading), position);
    return [];
  });
}

function lengthProblems(name: string, width: number, rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((cells, index) =>
    isBlank(cells.slice(width))
      ? []
      : [`${name}: row ${rowNumber(index)}: it has ${cells.length} cells; there are ${width} headings`],
  );
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every(isEmpty);
}

function isEmpty(cell: string): boolean {
  return cell.trim() === '';
}
