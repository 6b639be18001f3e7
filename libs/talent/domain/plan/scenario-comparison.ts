import { type GapDimension, type GapTable, gapTable } from './gap';
import type { PlanBase } from './plan-base';
import { type Scenario, SCENARIO_CASES, type ScenarioCase } from './scenario';

/** A scenario in one of its cases, beside the plan without it. */
export interface ComparedCase {
  readonly inCase: ScenarioCase;
  readonly table: GapTable;
  /** By horizon how much wider the whole gap is than without the scenario, in hundredths; narrower where negative. */
  readonly change: readonly number[];
}

/** A scenario beside the plan without it. */
export interface ScenarioComparison {
  readonly base: GapTable;
  /** From the favourable to the adverse case. The gap of each horizon never shrinks from one to the next. */
  readonly cases: readonly ComparedCase[];
}

/** Works out what a scenario does to the gap of a plan, in each of its cases. */
export function compareWithBase(
  base: PlanBase,
  { assumptions }: Pick<Scenario, 'assumptions'>,
  dimension: GapDimension,
): ScenarioComparison {
  const before = gapTable(base, dimension);
  return {
    base: before,
    cases: SCENARIO_CASES.map((inCase) => {
      const table = gapTable(base, dimension, { assumptions, inCase });
      return { inCase, table, change: table.total.map(({ gap }, at) => gap - before.total[at]!.gap) };
    }),
  };
}
