import { britishDay } from './british-day';
import type { MenteeColumn, MentorColumn } from './columns';
import { quoted, shown } from './quoted';
import { headingKey, rowNumber, type Table, type TableProblem } from './table';

/** The same text for everybody. */
export interface ConstantRule {
  readonly constant: string;
}

/** Text made from the cells of a row, in the order of the members below. */
export interface SourceRule {
  /** Heading or headings of the file, compared by `headingKey`. */
  readonly from: string | readonly string[];
  /** What each cell's text becomes, compared without case; any other text is a problem. An empty cell stays empty. */
  readonly values?: Readonly<Record<string, string>>;
  /** What stands between the joined cells; nothing by default. Empty cells are left out. */
  readonly with?: string;
  /** Text put before and after, where there is anything to put it around. */
  readonly before?: string;
  readonly after?: string;
  /**
   * `id` makes an id of the text, such as of an e-mail address: lower case, 64 characters, hyphens for what an id cannot
   * hold. `day` reads `DD/MM/YYYY` or `D/M/YYYY` as `YYYY-MM-DD`; any other text is a problem.
   */
  readonly derive?: 'id' | 'day';
}

/** Where the cells of one of our columns come from: always the same text, or columns of the other file. */
export type ColumnRule = ConstantRule | SourceRule;

/** A rule for each column of ours that somebody else's file can fill. */
export type ColumnRules<Column extends string = string> = Readonly<Partial<Record<Column, ColumnRule>>>;

/** How to read somebody else's two files. A file without rules is read as our own. */
export interface PeopleMap {
  readonly mentees?: ColumnRules<MenteeColumn>;
  readonly mentors?: ColumnRules<MentorColumn>;
}

/** How a message names a column of ours. */
export interface ColumnOrigin {
  /** `column grade (as stage)`: people look for it in their own file. */
  readonly label: string;
  /** The file has no such column: the map says the same for every row. */
  readonly constant: boolean;
}

/** A table in our columns, and what became of the one that it was made from. */
export interface MappedTable {
  readonly table: Table;
  /** By column of ours. */
  readonly origins: ReadonlyMap<string, ColumnOrigin>;
  /** Headings of the file that no rule reads. Their cells are not in `table`. */
  readonly ignored: readonly string[];
  readonly problems: readonly TableProblem[];
}

/** Equal for two spellings of a value that a map translates: outer spaces and case make no difference. */
export function valueKey(value: string): string {
  return value.trim().toLowerCase();
}

/** Rules for a file that already has our headings: each column that is there is read as it is. */
export function ownColumns(table: Table, columns: readonly string[]): ColumnRules {
  const headings = new Set(table.columns.map(headingKey));
  return Object.fromEntries(
    columns.filter((column) => headings.has(column)).map((column) => [column, { from: column }]),
  );
}

/**
 * Makes a table of our columns from somebody else's. Cells are trimmed; a cell that cannot be mapped is left empty and
 * told in `problems`, as is a heading that a rule names and the file lacks (its column of ours is then left out).
 */
export function mapTable(table: Table, rules: ColumnRules): MappedTable {
  const positions = new Map(table.columns.map((heading, position) => [headingKey(heading), position]));
  const unread = new Set(positions.keys());
  const problems: TableProblem[] = [];
  const makers: CellMaker[] = [];
  const columns: string[] = [];
  const origins = new Map<string, ColumnOrigin>();
  for (const [column, rule] of Object.entries(rules)) {
    if (rule === undefined) {
      continue;
    }
    const headings = headingsOf(rule);
    headings.forEach((heading) => unread.delete(headingKey(heading)));
    const missing = headings.filter((heading) => !positions.has(headingKey(heading)));
    for (const heading of missing) {
      const line = `${table.name}: there is no column ${quoted(heading)}, from which the map takes ${column}`;
      problems.push({ row: 0, column, line });
    }
    if (missing.length === 0) {
      makers.push(cellMaker(table, column, rule, positions));
      columns.push(column);
      origins.set(column, { label: labelOf(column, headings), constant: 'constant' in rule });
    }
  }
  const rows = table.rows.map((cells, index) =>
    cells.length === 0 ? [] : makers.map((make) => make(cells, rowNumber(index), problems)),
  );
  const ignored = table.columns.filter((heading) => unread.has(headingKey(heading)));
  return { table: { name: table.name, columns, rows }, origins, ignored, problems };
}

/** Makes one cell of ours from a row of theirs, and adds to the problems where it cannot. */
type CellMaker = (cells: readonly string[], row: number, problems: TableProblem[]) => string;

function cellMaker(
  table: Table,
  column: string,
  rule: ColumnRule,
  positions: ReadonlyMap<string, number>,
): CellMaker {
  if ('constant' in rule) {
    return () => rule.constant.trim();
  }
  const sources = headingsOf(rule).map((heading) => positions.get(headingKey(heading))!);
  const values =
    rule.values && new Map(Object.entries(rule.values).map(([value, to]) => [valueKey(value), to]));
  return (cells, row, problems) => {
    const parts: string[] = [];
    for (const source of sources) {
      const text = cells[source]!.trim();
      const part = values?.get(valueKey(text)) ?? text;
      if (text !== '' && values?.has(valueKey(text)) === false) {
        const where = `${table.name}: row ${row}, column ${shown(table.columns[source]!)}`;
        problems.push({
          row,
          column,
          line: `${where}: ${quoted(text)} is no value that the map lists for ${column}`,
        });
        return '';
      }
      parts.push(part);
    }
    const joined = parts.filter((part) => part !== '').join(rule.with ?? '');
    if (joined === '') {
      return '';
    }
    const text = `${rule.before ?? ''}${joined}${rule.after ?? ''}`;
    const derived = rule.derive === undefined ? text : DERIVATIONS[rule.derive](text);
    if (derived === undefined) {
      const where = `${table.name}: row ${row}, ${labelOf(column, headingsOf(rule))}`;
      problems.push({ row, column, line: `${where}: ${quoted(text)} is no day written as DD/MM/YYYY` });
    }
    return derived ?? '';
  };
}

/** Only `day` can fail. */
const DERIVATIONS = { id: derivedIdentifier, day: britishDay } as const;

/** Two texts may give one id; reading people then refuses the second by name. */
function derivedIdentifier(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(0, 64);
}

function headingsOf(rule: ColumnRule): readonly string[] {
  if ('constant' in rule) {
    return [];
  }
  return typeof rule.from === 'string' ? [rule.from] : rule.from;
}

function labelOf(column: string, headings: readonly string[]): string {
  const [first, ...others] = headings;
  if (first === undefined) {
    return `column ${column} (a constant of the map)`;
  }
  if (others.length > 0) {
    return `columns ${headings.map(shown).join(', ')} (as ${column})`;
  }
  return headingKey(first) === column ? `column ${column}` : `column ${shown(first)} (as ${column})`;
}
