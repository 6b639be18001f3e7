import type { MappedTable } from '../domain/people-map';
import { rowNumber, type TableProblem } from '../domain/table';
import { type CellReader, Faults } from './cells';

/**
 * One file of people while it is read. It keeps every problem found, so that all can be told at once. A cell with a
 * problem reads as a stand-in, which nobody ever sees: a file with a problem gives no people.
 */
export class PeopleSheet {
  readonly rows: readonly SheetRow[];
  private readonly problems: TableProblem[];
  private readonly mapFaults: ReadonlySet<string>;
  private readonly positions: ReadonlyMap<string, number>;

  /** @param lacking what to say of a required column that is not there */
  constructor(
    private readonly mapped: MappedTable,
    requiredColumns: readonly string[],
    lacking: string,
  ) {
    const { table, problems } = mapped;
    this.problems = [...problems];
    this.mapFaults = new Set(problems.map(({ row, column }) => `${row} ${column}`));
    this.positions = new Map(table.columns.map((column, position) => [column, position]));
    for (const column of requiredColumns) {
      if (!this.positions.has(column) && !this.mapFaults.has(`0 ${column}`)) {
        this.problems.push({ row: 0, column, line: `${table.name}: column ${column} ${lacking}` });
      }
    }
    this.rows = table.rows.flatMap((cells, index) =>
      cells.length === 0 ? [] : [new SheetRow(this, rowNumber(index), cells)],
    );
  }

  /** The file as messages call it. */
  get name(): string {
    return this.mapped.table.name;
  }

  /** Columns of ours that the sheet has. */
  get columns(): ReadonlySet<string> {
    return new Set(this.positions.keys());
  }

  /** Headings of the file that were not read. */
  get ignored(): readonly string[] {
    return this.mapped.ignored;
  }

  /** Where a row of the sheet has its cell of a column of ours; nothing where there is no such column. */
  position(column: string): number | undefined {
    return this.positions.get(column);
  }

  /** How messages call a column of ours that the sheet has. */
  label(column: string): string {
    return this.mapped.origins.get(column)!.label;
  }

  /** Adds a problem with a cell. The column must be one that the sheet has. */
  refuse(row: number, column: string, text: string): void {
    const { label, constant } = this.mapped.origins.get(column)!;
    const place = constant ? label : `row ${row}, ${label}`;
    this.problems.push({ row: constant ? 0 : row, column, line: `${this.name}: ${place}: ${text}` });
  }

  /** Whether the map has already told that it cannot make this cell. */
  isMapFault(row: number, column: string): boolean {
    return this.mapFaults.has(`${row} ${column}`);
  }

  /** Every problem in the order of the rows; what is wrong with a constant of the map is told once. */
  problemLines(): string[] {
    return [...new Set([...this.problems].sort((a, b) => a.row - b.row).map(({ line }) => line))];
  }
}

/** One person's row of a sheet. */
export class SheetRow {
  constructor(
    private readonly sheet: PeopleSheet,
    readonly number: number,
    private readonly cells: readonly string[],
  ) {}

  /** `mentees.csv, row 14`, to point at it from elsewhere. */
  get place(): string {
    return `${this.sheet.name}, row ${this.number}`;
  }

  /** The value of a cell that must not be empty. A column that is missing altogether has been told once. */
  required<Value>(column: string, read: CellReader<Value>, standIn: Value): Value {
    if (this.text(column) === '') {
      this.refuse(column, 'it is empty');
      return standIn;
    }
    return this.optional(column, read, standIn);
  }

  /** The value of a cell, or `otherwise` where the cell is empty or the column is not there. */
  optional<Value, Otherwise>(
    column: string,
    read: CellReader<Value>,
    otherwise: Otherwise,
  ): Value | Otherwise {
    const text = this.text(column);
    if (text === undefined || text === '') {
      return otherwise;
    }
    const value = read(text);
    if (value instanceof Faults) {
      value.texts.forEach((fault) => this.refuse(column, fault));
      return otherwise;
    }
    return value;
  }

  /** Adds a problem with a cell of this row. The column must be one that the sheet has. */
  refuse(column: string, text: string): void {
    this.sheet.refuse(this.number, column, text);
  }

  /** Nothing where there is no such column, or where the map has told why there is no text. */
  private text(column: string): string | undefined {
    const position = this.sheet.position(column);
    return position === undefined || this.sheet.isMapFault(this.number, column)
      ? undefined
      : this.cells[position];
  }
}
