import type { Highs, Model, ModelData } from 'highs';

/** What HiGHS made of a model. */
export interface HighsAnswer {
  readonly status: 'optimal' | 'infeasible' | 'unfinished';
  /** The best values by column, where any were found. */
  readonly values?: Float64Array;
  /** By row, for a model without whole numbers: what one more unit of it is worth. */
  readonly rowPrices: Float64Array;
  /** No solution is worth more than this. */
  readonly bound: number;
}

/** What the package is when it is loaded; its types describe it as it would be required. */
interface HighsModule {
  readonly default: () => Promise<Highs>;
}

/** The compiled solver, loaded when it is first needed: most programmes set no quota that needs it. */
let loaded: Promise<Highs> | undefined;

/**
 * HiGHS with a limit on the time that all its answers take together, by its own clock: the library has none.
 *
 * Every model is made anew and given back, and after a failure of the compiled code the next solver loads a new one,
 * since the memory of the old one can no longer be trusted.
 */
export class HighsSolver {
  private constructor(
    private readonly highs: Highs,
    private secondsLeft: number,
  ) {}

  static async load(timeLimitMs: number): Promise<HighsSolver> {
    loaded ??= import('highs').then((module) => (module as unknown as HighsModule).default());
    try {
      return new HighsSolver(await loaded, timeLimitMs / 1000);
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  }

  get timeIsUp(): boolean {
    return this.secondsLeft <= 0;
  }

  /** Maximises a model. Once the time is up, nothing is tried any more. */
  maximise(model: ModelData): HighsAnswer {
    if (this.timeIsUp) {
      return { status: 'unfinished', rowPrices: new Float64Array(model.numRows), bound: Infinity };
    }
    try {
      const sense = this.highs.constants.objectiveSense.maximize;
      return this.highs.withModel({ ...model, sense }, (loadedModel) => this.run(loadedModel, model));
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  }

  private run(model: Model, { integrality }: ModelData): HighsAnswer {
    model.options.set({
      output_flag: false,
      time_limit: this.secondsLeft,
      // Sums of large whole numbers are told apart to the unit, and an optimum is one without any gap.
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    const { modelStatus } = model.run();
    this.secondsLeft -= model.getRunTime();
    const { optimal, infeasible, unboundedOrInfeasible } = this.highs.constants.modelStatus;
    const feasible = this.highs.constants.solutionStatus.feasible;
    const status =
      modelStatus === optimal
        ? 'optimal'
        : modelStatus === infeasible || modelStatus === unboundedOrInfeasible
          ? 'infeasible'
          : 'unfinished';
    const { colValue, rowDual } = model.getSolution();
    const found = model.info.get('primal_solution_status') === feasible;
    const bound =
      status === 'optimal'
        ? model.getObjectiveValue()
        : integrality === undefined
          ? Infinity
          : Number(model.info.get('mip_dual_bound'));
    return { status, ...(found && { values: colValue }), rowPrices: rowDual, bound };
  }
}
