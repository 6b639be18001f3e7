import type { Job, Page, PageRequest } from '@evenhand/kernel';

/** A job that was left to workers and is not done. */
export interface OpenJob extends Job {
  /** Its number, in digits. */
  readonly id: string;
  readonly leftAt: Date;
  /** When it was last taken to the queue; absent where it waits to be. */
  readonly queuedAt?: Date;
  /** How often a worker has begun with it; 0 also where nobody counts. */
  readonly deliveries: number;
}

/** Looks at jobs that were left, and has one taken to the queue again. */
export abstract class OpenJobs {
  /** Those that are not done, in the order in which they were left. */
  abstract list(page: PageRequest): Promise<Page<OpenJob>>;
  /** One that was left, held for this transaction; `done` where nothing is left to do. */
  abstract lock(id: string): Promise<OpenJob | 'done' | undefined>;
  /** Has it taken to the queue once more. @returns the job as it waits for that */
  abstract queueAgain(job: OpenJob): Promise<OpenJob>;
}
