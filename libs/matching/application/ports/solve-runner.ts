import type { SolvedRun } from '../../domain/run-outcome';

/** How far the solver has come; every number is 0 or more. */
export interface SolverProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** Solves away from the event loop. */
export abstract class SolveRunner {
  /**
   * @param snapshot canonical JSON of a {@link Snapshot}
   * @throws the signal's reason when it is aborted, DomainError when the snapshot cannot be solved
   */
  abstract solve(
    snapshot: string,
    options: { readonly onProgress: (progress: SolverProgress) => void; readonly signal: AbortSignal },
  ): Promise<SolvedRun>;
}
