import type { Job } from '@evenhand/kernel';
import type { Logger } from '@evenhand/observability';
import type { OnModuleDestroy } from '@nestjs/common';
import type { JobQueues } from './job-queues';
import { RepeatedTask } from './repeated-task';

/** A job as it was left in the database. */
export interface LeftJob extends Job {
  readonly id: string;
}

/** Jobs that use cases left in the database, until they are settled there. */
export interface LeftJobs {
  /** At most so many that were never taken to the queue, the oldest first. */
  unqueued(most: number): Promise<readonly LeftJob[]>;
  /** At most so many that were left, or taken to the queue, longer ago than that, and are not settled. */
  overdue(olderThanSeconds: number, most: number): Promise<readonly LeftJob[]>;
  markQueued(ids: readonly string[]): Promise<void>;
  /** Calls back when a job is left, by whichever process; resolves to what ends it. */
  listen(onJob: () => void): Promise<() => Promise<void>>;
}

const AT_A_TIME = 100;
const OVERDUE_SECONDS = 30;
const RELAY_MILLISECONDS = 1_000;
const SWEEP_MILLISECONDS = 30_000;

/**
 * Takes jobs from the database to the queue. Doing so twice is harmless: a queue takes a job of one name once, and a job
 * that is settled finds nothing to do.
 */
export class OutboxRelay implements OnModuleDestroy {
  private readonly stops: (() => Promise<void>)[] = [];

  constructor(
    private readonly left: LeftJobs,
    private readonly queues: JobQueues,
    private readonly logger: Logger,
  ) {}

  /** Takes what was left since. Where the queue is away, it waits in the database. */
  async relay(): Promise<void> {
    await this.takeAll(() => this.left.unqueued(AT_A_TIME));
  }

  /** Takes once more what should be done by now: its queue may have lost it, or nobody relayed it. */
  async sweep(): Promise<void> {
    await this.takeAll(() => this.left.overdue(OVERDUE_SECONDS, AT_A_TIME));
  }

  /** Relays as soon as a job is left, until it is stopped: for a server. */
  async startRelaying(): Promise<void> {
    const task = this.repeat('taking jobs to the queue', RELAY_MILLISECONDS, () => this.relay());
    this.stops.push(await this.left.listen(() => task.hurry()));
  }

  /** Sweeps every 30 seconds, until it is stopped: for a worker. */
  startSweeping(): void {
    this.repeat('sweeping up lost jobs', SWEEP_MILLISECONDS, () => this.sweep());
  }

  /** Settles when nothing is under way any more. Nest calls it when the program ends, before the queues are closed. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.stops.splice(0).map((stop) => stop()));
  }

  private repeat(name: string, everyMilliseconds: number, work: () => Promise<void>): RepeatedTask {
    const task = new RepeatedTask(name, everyMilliseconds, work, this.logger);
    this.stops.push(() => task.stop());
    task.start();
    return task;
  }

  private async takeAll(read: () => Promise<readonly LeftJob[]>): Promise<void> {
    let jobs: readonly LeftJob[];
    do {
      jobs = await read();
      await this.take(jobs);
    } while (jobs.length === AT_A_TIME);
  }

  private async take(jobs: readonly LeftJob[]): Promise<void> {
    const taken: string[] = [];
    try {
      for (const job of jobs) {
        await this.queues.add(job, `job-${job.id}`);
        taken.push(job.id);
      }
    } finally {
      if (taken.length > 0) await this.left.markQueued(taken);
    }
  }
}
