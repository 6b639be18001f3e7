import type { HighsAnswer, HighsSolver } from './highs-solver';

/** A sum over columns that has to stay between two bounds. */
export interface Row {
  readonly columns: readonly number[];
  /** By place in `columns`; 1 for each where it is left out. */
  readonly factors?: readonly number[];
  readonly least?: number;
  readonly most?: number;
}

/** What is maximised: factors by column. */
export type Objective = ReadonlyMap<number, number>;

/** What came of a program: whole columns are whole, rows of them hold exactly. */
export interface ProgramAnswer extends HighsAnswer {
  readonly values?: Float64Array;
}

/**
 * A linear program over columns between 0 and 1, some of them whole: yes or no. All factors and bounds are whole
 * numbers, so what HiGHS answers in floating point is rounded and checked again exactly.
 */
export class LinearProgram {
  private readonly top: number[] = [];
  private readonly whole: boolean[] = [];
  private readonly rows: Row[] = [];

  /** @returns a new column, from 0 to 1 where it is open and 0 where it is not */
  addColumn(kind: 'whole' | 'divisible', open = true): number {
    this.whole.push(kind === 'whole');
    return this.top.push(open ? 1 : 0) - 1;
  }

  /** @returns its place among the rows */
  addRow(row: Row): number {
    return this.rows.push(row) - 1;
  }

  /** @throws Error when HiGHS calls something feasible that is not: then none of its answers could be trusted */
  maximise(solver: HighsSolver, objective: Objective): ProgramAnswer {
    const answer = solver.maximise({
      ...this.model(objective),
      integrality: Int32Array.from(this.whole, Number),
    });
    if (answer.values === undefined) {
      return answer;
    }
    const values = answer.values.map((value, column) => (this.whole[column]! ? Math.round(value) : value));
    this.check(values);
    return { ...answer, values };
  }

  /** The same with every column divisible: its prices by row say where a limit presses. */
  relax(solver: HighsSolver, objective: Objective): HighsAnswer {
    return solver.maximise(this.model(objective));
  }

  private model(objective: Objective) {
    const starts = new Int32Array(this.rows.length + 1);
    this.rows.forEach(({ columns }, row) => (starts[row + 1] = starts[row]! + columns.length));
    const indices = new Int32Array(starts[this.rows.length]!);
    const values = new Float64Array(indices.length).fill(1);
    this.rows.forEach(({ columns, factors }, row) => {
      indices.set(columns, starts[row]);
      if (factors !== undefined) {
        values.set(factors, starts[row]);
      }
    });
    const [numCols, numRows] = [this.top.length, this.rows.length];
    return {
      numCols,
      numRows,
      colCost: Float64Array.from(this.top, (_, column) => objective.get(column) ?? 0),
      colLower: new Float64Array(numCols),
      colUpper: Float64Array.from(this.top),
      rowLower: Float64Array.from(this.rows, ({ least }) => least ?? -Infinity),
      rowUpper: Float64Array.from(this.rows, ({ most }) => most ?? Infinity),
      matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
    };
  }

  private check(values: Float64Array): void {
    for (const { columns, factors, least = -Infinity, most = Infinity } of this.rows) {
      if (columns.every((column) => this.whole[column]!)) {
        const sum = columns.reduce((total, column, at) => total + values[column]! * (factors?.[at] ?? 1), 0);
        if (sum < least || sum > most) {
          throw new Error(`HiGHS answered ${sum} where ${least} to ${most} is allowed`);
        }
      }
    }
  }
}
