import type { BaselinePopulation } from '@evenhand/talent';

/** A row of `population_baseline`, its day as text. */
export interface PopulationBaselineRow {
  readonly programme_id: string;
  readonly source: string;
  readonly as_of: string;
  readonly populations: readonly BaselinePopulation[];
  readonly version: number;
}
