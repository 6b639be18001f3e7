import type { EnquiryAnswer, EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import type { RunKind } from '../../domain/lifecycle/matching-run';
import type { SolvedRun } from '../../domain/run-outcome';

/** How far the solver has come; every number is 0 or more. */
export interface SolverProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** How somebody who waits for the solver is kept informed, and stops it. */
export interface SolverWatch {
  readonly onProgress: (progress: SolverProgress) => void;
  readonly signal: AbortSignal;
}

/** A run as it was frozen and solved. */
export interface FrozenAndSolved extends SolvedRun {
  /** Canonical JSON of its {@link Snapshot}. */
  readonly snapshot: string;
  /** SHA-256 of the snapshot as it was when it was frozen, hexadecimal. */
  readonly snapshotSha256: string;
}

/** Solves away from the event loop. */
export interface Solver {
  /**
   * @param snapshot canonical JSON of a {@link Snapshot}
   * @param kind of the run: what can be done where it cannot be solved depends on it
   * @throws the signal's reason when it is aborted, DomainError when the snapshot cannot be solved
   */
  solve(snapshot: string, kind: RunKind, watch: SolverWatch): Promise<SolvedRun>;

  /** @throws as {@link solve} */
  answer(question: EnquiryQuestion, run: FrozenAndSolved, watch: SolverWatch): Promise<EnquiryAnswer>;
}

/** Lets so many solve at a time as a worker has memory for. */
export abstract class SolveRunner {
  /**
   * Waits for a turn, and does the work in it.
   *
   * @param work is given what solves for it, until it is done
   * @throws the signal's reason where it is aborted before the turn comes, or what the work throws
   */
  abstract inTurn<Result>(signal: AbortSignal, work: (solver: Solver) => Promise<Result>): Promise<Result>;
}
