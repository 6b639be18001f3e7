import type { Clock } from '@evenhand/kernel';
import type { SolverProgress } from '../ports/solve-runner';

/** Often enough for a bar that moves, seldom enough for a database. */
const STORE_EVERY_MS = 500;

/** Stores how far the solver has come, one report at a time and not more often than people can see. */
export class StoredProgress {
  #storing: Promise<void> | undefined;
  #last = { at: 0, stage: '' };

  /**
   * @param store resolves to false when what is solved is no longer to be solved
   * @param onStale called then
   */
  constructor(
    private readonly store: (progress: SolverProgress) => Promise<boolean>,
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
      if (!(await this.store(progress))) {
        this.onStale();
      }
    } catch {
      // A bar that stands still is no reason to give up; whether the work still counts, its end will tell.
    }
  }
}
