import type { Override, RoundFailure, RunKind, RunProgress, RunState } from '@evenhand/matching';

/** A row of `matching_run` without what is heavy: snapshot, outcome and result are read one by one. */
export interface MatchingRunRow {
  readonly id: string;
  readonly round_id: string;
  readonly kind: RunKind;
  readonly attempt: number;
  readonly state: RunState;
  readonly deliveries: number;
  readonly progress: RunProgress;
  readonly failure: RoundFailure | null;
  readonly override: Override | null;
  readonly snapshot_sha256: string;
  readonly frozen_at: Date;
  readonly solved_at: Date | null;
}

/** A row of `run_pseudonym`. */
export interface RunPseudonymRow {
  readonly run_id: string;
  readonly pseudonym: string;
  readonly person_id: string;
  readonly request_id: string | null;
}
