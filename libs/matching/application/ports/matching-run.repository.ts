import type { MatchingRun, RunKind, RunProgress } from '../../domain/lifecycle/matching-run';
import type { RoundFailure } from '../../domain/lifecycle/matching-round';
import type { RunBottlenecks, RunOutcome, RunSummary, SolvedRun } from '../../domain/run-outcome';

/** Whom a pseudonym of a run stands for. */
export interface PseudonymLink {
  readonly pseudonym: string;
  readonly personId: string;
  /** The request that a mentee takes part with; absent for mentors. */
  readonly requestId?: string;
}

/** Keeps runs, their frozen inputs and their outcomes. Writes of a worker hold only while the run is still its to do. */
export abstract class MatchingRunRepository {
  /** Keeps a queued run with the canonical bytes of its snapshot. */
  abstract add(run: MatchingRun, snapshot: string, links: readonly PseudonymLink[]): Promise<void>;
  abstract byId(id: string): Promise<MatchingRun | undefined>;
  /** The runs of a round, the latest first. */
  abstract ofRound(roundId: string): Promise<readonly MatchingRun[]>;
  /** Whether a run of that kind is queued or running. */
  abstract underWay(roundId: string, kind: RunKind): Promise<boolean>;
  /** Canonical JSON of the snapshot. */
  abstract snapshot(id: string): Promise<string>;
  abstract links(id: string): Promise<readonly PseudonymLink[]>;
  /** The outcome without its people and its bottlenecks: small, whatever the size of the round. */
  abstract summary(id: string): Promise<RunSummary | undefined>;
  /** Undefined where nothing came of the run, or they were not kept. */
  abstract bottlenecks(id: string): Promise<RunBottlenecks | undefined>;
  abstract outcome(id: string): Promise<RunOutcome | undefined>;
  /** `evenhand.result/1` as text. */
  abstract result(id: string): Promise<string | undefined>;
  /** A worker begins: running, one delivery more. Undefined when the run is neither queued nor running any more. */
  abstract begin(id: string): Promise<MatchingRun | undefined>;
  /** A worker that lives lets the run go before it is done: one delivery less. Nothing where it is no longer running. */
  abstract giveBack(id: string): Promise<void>;
  /** False when the run is no longer running: whoever works on it should stop. */
  abstract reportProgress(id: string, progress: RunProgress): Promise<boolean>;
  /** False when the run was no longer running: then nothing was written. */
  abstract finish(id: string, solved: SolvedRun, at: Date): Promise<boolean>;
  /** False when the run was neither queued nor running. */
  abstract fail(id: string, failure: RoundFailure): Promise<boolean>;
  /** False when the run was neither queued nor running. */
  abstract cancel(id: string): Promise<boolean>;
}
