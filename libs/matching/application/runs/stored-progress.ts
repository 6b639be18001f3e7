import type { Clock } from '@evenhand/kernel';
import type { MatchingRunRepository } from '../ports/matching-run.repository';
import type { SolverProgress } from '../ports/solve-runner';

/** Often enough for a bar that moves, seldom enough for a database. */
const STORE_EVERY_MS = 500;

/** Stores how far a run has come, one report at a time and not more often than people can see. */
export class StoredProgress {
  #storing: Promise<void> | undefined;
  #last = { at: 0, stage: '' };

  /** @param onStale called when the run turns out to be no longer running */
  constructor(
    private readonly runId: string,
    private readonly runs: MatchingRunRepository,
    private readonly clock: Clock,
    private readonly onStale: () => void,
  ) {}

  report(progress: SolverProgress): void {
    const at = this.clock.now().getTime();
    if (
      this.#storing === undefined &&
      (progress.stage !== this.#last.stage || at - this.#last.at >= STORE_EVERY_MS)
    ) {
      this.#last = { at, stage: progress.stage };
      this.#storing = this.#store(progress).finally(() => (this.#storing = undefined));
    }
  }

  /** Settles once nothing is being stored. */
  async settled(): Promise<void> {
    await this.#storing;
  }

  async #store(progress: SolverProgress): Promise<void> {
    try {
      if (!(await this.runs.reportProgress(this.runId, progress))) {
        this.onStale();
      }
    } catch {
      // A bar that stands still is no reason to give up a run; whether it still counts, its end will tell.
    }
  }
}
