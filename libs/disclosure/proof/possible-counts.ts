import type { Highs, Model, ModelData } from 'highs';
import type { CountInterval } from '../released-count';
import type { CountProgram } from './count-program';

/** Counts that fit all that is known, by column, and how firmly each bound of a column holds the sum asked for. */
export interface PossibleAnswer {
  readonly counts: Float64Array;
  readonly pressures: Float64Array;
}

/** What the package is when it is loaded; its types describe it as it would be required. */
interface HighsModule {
  readonly default: () => Promise<Highs>;
}

let loaded: Promise<Highs> | undefined;

/** HiGHS's numbers for its ways of simplex. */
const DUAL = 1;
const PRIMAL = 4;
const DEVEX = 1;

/** From so many columns on it is worth while to simplify a program before it is solved. */
const LARGE = 400;

/** All counts that fit what is known, as HiGHS finds them. */
export class PossibleCounts {
  private readonly size: number;
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;

  private constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    intervals: readonly CountInterval[],
  ) {
    this.size = intervals.length;
    this.lowest = Float64Array.from(intervals, ({ lowest }) => lowest);
    this.highest = Float64Array.from(intervals, ({ highest }) => highest);
    // All factors are 1 and steps are short: what helps with rough programs only takes time here.
    model.options.set({
      ...{ output_flag: false, solver: 'simplex', simplex_scale_strategy: 0 },
      ...{ simplex_primal_edge_weight_strategy: DEVEX, primal_simplex_bound_perturbation_multiplier: 0 },
    });
  }

  /** Lends all counts that fit a program, and takes them back. */
  static async of<Result>(program: CountProgram, use: (counts: PossibleCounts) => Result): Promise<Result> {
    loaded ??= import('highs').then((module) => (module as unknown as HighsModule).default());
    try {
      const highs = await loaded;
      return highs.withModel(modelOf(program), (model) =>
        use(new PossibleCounts(highs, model, program.intervals)),
      );
    } catch (error) {
      // The memory of compiled code that failed can no longer be trusted; a contradiction is no such failure.
      if (!(error instanceof RangeError)) loaded = undefined;
      throw error;
    }
  }

  /**
   * The counts for which a sum is as large as possible, found on from those found last: quick where few factors are given.
   *
   * @param factors by column; all others are 0
   * @throws RangeError where no counts fit
   */
  largest(factors: ReadonlyMap<number, number>): PossibleAnswer {
    this.ask(factors);
    return this.foundOn() ?? this.afresh();
  }

  /** The same, found from nothing: quicker where many factors are given in a large program. */
  farthest(factors: ReadonlyMap<number, number>): Float64Array {
    if (this.size < LARGE) return this.largest(factors).counts;
    this.ask(factors);
    return this.afresh().counts;
  }

  /**
   * Among counts of which some are no larger than is said, those for which a sum is largest; none where HiGHS finds none.
   *
   * @param most by column; it takes nothing away from what is possible for others
   */
  largestWithin(
    factors: ReadonlyMap<number, number>,
    most: ReadonlyMap<number, number>,
  ): Float64Array | undefined {
    const highest = Float64Array.from(this.highest);
    most.forEach((count, column) => (highest[column] = Math.min(count, highest[column]!)));
    this.bound(highest);
    this.ask(factors);
    const answer = this.foundOn();
    this.bound(this.highest);
    return answer?.counts;
  }

  /** From now on the column may be anything in the interval. */
  widen(column: number, { lowest, highest }: CountInterval): void {
    this.lowest[column] = lowest;
    this.highest[column] = highest;
    this.model.changeColBounds(column, lowest, highest);
  }

  private bound(highest: Float64Array): void {
    this.model.changeColsBounds({ kind: 'range', from: 0, to: this.size - 1 }, this.lowest, highest);
  }

  private ask(factors: ReadonlyMap<number, number>): void {
    const costs = new Float64Array(this.size);
    factors.forEach((factor, column) => (costs[column] = -factor));
    this.model.changeColsCost({ kind: 'range', from: 0, to: this.size - 1 }, costs);
  }

  /** An answer that owes nothing to earlier ones, nor to what floating point has left of them. */
  private afresh(): PossibleAnswer {
    const answer = this.foundAfresh();
    if (answer !== undefined) return answer;
    const { infeasible, unboundedOrInfeasible } = this.highs.constants.modelStatus;
    const status = this.model.getModelStatus();
    if (status === infeasible || status === unboundedOrInfeasible) {
      throw new RangeError('The tables contradict each other: no people can have been counted like that');
    }
    throw new Error(`HiGHS ended with status ${status}`);
  }

  private foundOn(): PossibleAnswer | undefined {
    this.model.options.set({ presolve: 'off', simplex_strategy: PRIMAL });
    return this.run();
  }

  private foundAfresh(): PossibleAnswer | undefined {
    this.model.clearSolver();
    this.model.options.set({ presolve: 'on', simplex_strategy: DUAL });
    return this.run();
  }

  private run(): PossibleAnswer | undefined {
    const { modelStatus } = this.model.run();
    if (modelStatus !== this.highs.constants.modelStatus.optimal) return undefined;
    const { colValue, colDual } = this.model.getSolution();
    return { counts: colValue, pressures: colDual };
  }
}

function modelOf({ intervals, sums, parts }: CountProgram): ModelData {
  const rows = [
    ...sums.map(({ sum, of, less = [] }) => ({
      columns: [sum, ...of, ...less],
      factors: [-1, ...of.map(() => 1), ...less.map(() => -1)],
      least: 0,
      most: 0,
    })),
    ...parts.map(([part, whole]) => ({ columns: [part, whole], factors: [-1, 1], least: 0, most: Infinity })),
  ];
  const [numCols, numRows] = [intervals.length, rows.length];
  const starts = new Int32Array(numRows + 1);
  rows.forEach(({ columns }, row) => (starts[row + 1] = starts[row]! + columns.length));
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: Float64Array.from(intervals, ({ lowest }) => lowest),
    colUpper: Float64Array.from(intervals, ({ highest }) => highest),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    matrix: {
      ...{ format: 'csr' as const, numRows, numCols, starts },
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
    },
  };
}
