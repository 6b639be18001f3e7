import { type Job, JOB_KINDS, type JobFailure, type JobKind } from '@evenhand/kernel';

/** What a worker does with the jobs of one kind. */
export abstract class JobProcessor {
  abstract readonly kind: JobKind;
  /**
   * Does a job that may have been begun before, by a worker that is gone.
   *
   * @param signal aborted when the worker has to let go of the job; then it stops soon and throws
   * @returns what came of it, one word for the log
   */
  abstract process(job: Job, signal: AbortSignal): Promise<string>;
  /** Every attempt failed: tells those who wait for the job. */
  abstract giveUp(job: Job, failure: JobFailure): Promise<void>;
}

/**
 * The processors by kind.
 *
 * @throws Error where a kind of job has none, or more than one
 */
export function processorByKind(processors: readonly JobProcessor[]): ReadonlyMap<JobKind, JobProcessor> {
  for (const kind of JOB_KINDS) {
    const count = processors.filter((processor) => processor.kind === kind).length;
    if (count !== 1) {
      throw new Error(
        `Jobs ${kind} need one processor and have ${count}: a worker would lose them, or do them twice.`,
      );
    }
  }
  return new Map(processors.map((processor) => [processor.kind, processor]));
}
