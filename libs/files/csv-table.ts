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

const LIMITS: CsvLimits = { bytes: 64_000_000, rows: 200_000 };

/** The parser's own words quote cells, which may hold what nobody should read in a log. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens here and is never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows a closing quotation mark; a mark inside a cell is written twice',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not start with one',
};

/**
 * Reads a table of people: CSV in UTF-8 with commas, headings in the first row.
 *
 * @param path the file, or `-` for standard input
 * @throws InputRefused naming the file and the row; every row with too many or too few cells at once
 */
export function readCsvTable(path: string, limits: CsvLimits = LIMITS): Table {
  const text = readTextFile(path, limits.bytes);
  return parseCsvTable(path === '-' ? 'standard input' : path, text, limits.rows);
}

function parseCsvTable(name: string, text: string, mostRows: number): Table {
  const [headings, ...rows] = parseRecords(name, text, mostRows + 2);
  if (headings === undefined) {
    throw new InputRefused([`${name}: it is empty; its first row must hold the headings`]);
  }
  if (rows.length > mostRows) {
    throw new InputRefused([`${name}: it has more than ${mostRows} rows, blank ones included`]);
  }
  const columns = headings.map((heading) => heading.trim());
  InputRefused.ifAny(headingProblems(name, columns));
  InputRefused.ifAny(lengthProblems(name, columns.length, rows));
  return { name, columns, rows: rows.map((cells) => (isBlank(cells) ? [] : cells)) };
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

function headingProblems(name: string, columns: readonly string[]): string[] {
  if (isBlank(columns)) {
    return [`${name}: row 1 is blank; it must hold the headings`];
  }
  const firstPosition = new Map<string, number>();
  return columns.flatMap((heading, position) => {
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
    cells.length === width || isBlank(cells)
      ? []
      : [`${name}: row ${rowNumber(index)}: it has ${cells.length} cells; there are ${width} headings`],
  );
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
