import { headingKey, quoted, rowNumber, type Table } from '@evenhand/people';

/** Columns of ours, each with the headings under which files have it. */
type Columns = Readonly<Record<string, readonly string[]>>;

/** A table of counts while it is read; every fault is kept, so that all are told at once. */
export class BaselineSheet<Names extends Columns> {
  readonly rows: readonly BaselineRow<Names>[];

  /** @param required columns without which nothing can be read */
  constructor(table: Table, columns: Names, required: readonly (keyof Names & string)[], problems: string[]) {
    const keys = table.columns.map(headingKey);
    const positions = Object.fromEntries(
      Object.entries(columns).map(([name, headings]) => [
        name,
        keys.findIndex((key) => headings.includes(key)),
      ]),
    ) as Record<keyof Names, number>;
    const missing = required.filter((name) => positions[name] === -1);
    problems.push(...missing.map((name) => `${table.name}: column ${columns[name]![0]!} is missing`));
    this.rows =
      missing.length > 0
        ? []
        : table.rows.flatMap((cells, index) =>
            cells.length === 0
              ? []
              : [
                  new BaselineRow<Names>(rowNumber(index), cells, positions, (row, column, what) =>
                    problems.push(`${table.name}: row ${row}, column ${columns[column]![0]!}: ${what}`),
                  ),
                ],
          );
  }
}

/** One row of it. */
export class BaselineRow<Names extends Columns> {
  constructor(
    readonly number: number,
    private readonly cells: readonly string[],
    private readonly positions: Readonly<Record<keyof Names, number>>,
    private readonly tell: (row: number, column: keyof Names & string, what: string) => void,
  ) {}

  /** Empty where there is no such column. */
  cell(column: keyof Names): string {
    return (this.cells[this.positions[column]] ?? '').trim();
  }

  /** The code that a label stands for; undefined where the cell is blank, or says nothing that is known. */
  value(column: keyof Names & string, find: (label: string) => string | undefined): string | undefined {
    const label = this.cell(column);
    if (label === '') return undefined;
    const found = find(label);
    if (found === undefined) this.refuse(column, `${quoted(label)} is not known`);
    return found;
  }

  /** A whole number from 0 up. */
  count(column: keyof Names & string): number | undefined {
    const count = this.cell(column);
    if (/^\d{1,9}$/.test(count)) return Number(count);
    this.refuse(column, `${quoted(count)} is no whole number from 0 up`);
    return undefined;
  }

  refuse(column: keyof Names & string, what: string): void {
    this.tell(this.number, column, what);
  }

  /** A cell that must say something and is blank; what it says that is not known has been told. */
  refuseBlank(column: keyof Names & string): void {
    if (this.cell(column) === '') this.refuse(column, 'it is missing');
  }
}
