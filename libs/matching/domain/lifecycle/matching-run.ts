import type { RoundFailure } from './matching-round';

/**
 * `whole` matches everybody whom a round takes up; `refill` fills what declined and expired proposals left open, with
 * the rest pinned.
 */
export type RunKind = 'whole' | 'refill';
/** Where a run stands. A refill is `solved` and offered in one transaction. */
export type RunState = 'queued' | 'running' | 'solved' | 'failed' | 'cancelled';

/** How far a run has come. */
export interface RunProgress {
  /** A stage of the solver, or `waiting`, `reading`, `writing`. */
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** One frozen input of a round, and what came of it. What is frozen never changes. */
export interface MatchingRun {
  /** UUID. */
  readonly id: string;
  readonly roundId: string;
  readonly kind: RunKind;
  /** The how-manieth run of its round, from 1. */
  readonly attempt: number;
  readonly state: RunState;
  /** How often a worker began it and did not give it back: more than a few and it is the run that kills workers. */
  readonly deliveries: number;
  readonly progress: RunProgress;
  readonly failure?: RoundFailure;
  /** SHA-256 of the snapshot's canonical bytes, hexadecimal. */
  readonly snapshotSha256: string;
  readonly frozenAt: Date;
  readonly solvedAt?: Date;
}
