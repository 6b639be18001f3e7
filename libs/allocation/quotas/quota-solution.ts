import type { Allocation } from '../problem';

/** An objective that quotas can leave undecided when the time is up. Coverage is none: quotas cost nothing in it. */
export type UnprovenObjective = 'equity' | 'priority' | 'score' | 'tie';

/**
 * Whether an allocation is shown to be the best under its quotas. Where it is not, `stage` is the first objective of
 * which that is not shown; every objective before it is the best, and those after it are what came with it.
 *
 * `reached` and `bound` are in the unit of the objective: settled rates of all the rates there are (of the levels
 * together), days, points, or sums of tie keys, of which less is better. No allocation passes the bound; `gap` is what
 * lies between the two, and can be 0 where nothing better is there but the program could not say so.
 */
export type Optimality =
  | { readonly proven: true }
  | {
      readonly proven: false;
      readonly stage: UnprovenObjective;
      readonly reached: number;
      readonly bound: number;
      readonly gap: number;
    };

/** The best allocation that keeps to every quota. */
export interface QuotaAllocation {
  readonly allocation: Allocation;
  readonly optimality: Optimality;
}

/** Quotas that no matching can keep to together. */
export interface QuotaConflict {
  /** Names of quotas that conflict by themselves, in the order of the names. */
  readonly conflict: readonly string[];
  /**
   * `smallest`: no conflict among fewer quotas exists. `minimal`: without any one of these the others can be kept to, but
   * there may be another conflict among fewer. `unknown`: the time was up before all of them had been tried.
   */
  readonly size: 'smallest' | 'minimal' | 'unknown';
  /** The same in a sentence, such as `infeasible: these floors conflict: "North" (at least 3), "South" (at least 2)`. */
  readonly sentence: string;
}

/** The optimality of what was reached before the time was up. */
export function unproven(stage: UnprovenObjective, reached: number, bound: number): Optimality {
  return { proven: false, stage, reached, bound, gap: Math.abs(bound - reached) };
}
