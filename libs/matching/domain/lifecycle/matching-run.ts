import type { Override } from '../override/pair-decision';
import type { RoundFailure } from './matching-round';

/**
 * `whole` matches everybody whom a round takes up; `refill` fills what declined and expired proposals left open, with
 * the rest pinned; `override` matches the people of a solved round anew around what somebody decided about single pairs.
 */
export type RunKind = 'whole' | 'refill' | 'override';
/**
 * Where a run stands. A refill is `solved` and offered in one transaction; an override is `solved` and takes the place of
 * the run that stood for the round in one transaction.
 */
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
  /** What an override decides, beyond the decisions of those before it. */
  readonly override?: Override;
  /** SHA-256 of the snapshot's canonical bytes, hexadecimal. */
  readonly snapshotSha256: string;
  readonly frozenAt: Date;
  readonly solvedAt?: Date;
}
