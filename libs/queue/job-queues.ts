import { type Job, JOB_KINDS, type JobKind } from '@evenhand/kernel';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { JobQueue, OnFault, QueueConnection } from './queue-connection';
import { within } from './within';

/** How often a job is tried before it is given up. */
export const ATTEMPTS = 3;

/** Who puts a job in answers somebody, and has no longer than this. */
const ANSWER_MILLISECONDS = 2_000;

/** The name of a job in its queue: two jobs of one name are one job. */
export function jobName({ subject, attempt }: Pick<Job, 'subject' | 'attempt'>): string {
  return `${subject}.${attempt}`;
}

/**
 * The one door to the queues, a queue for each kind of job. Whatever cannot be done soon is refused: a queue has `patience`
 * milliseconds to be there, and as many to answer.
 */
export class JobQueues implements OnApplicationShutdown {
  private readonly opened = new Map<JobKind, JobQueue>();

  constructor(
    private readonly connection: QueueConnection,
    private readonly onFault: OnFault,
    private readonly patience = ANSWER_MILLISECONDS,
  ) {}

  /** Puts a job in; nothing happens where it is in already. */
  async add({ kind, subject, attempt }: Job, trace: string): Promise<void> {
    await this.ask(kind, (queue) =>
      queue.add(
        kind,
        { subject, attempt, trace },
        {
          jobId: jobName({ subject, attempt }),
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: 1_000 },
          // What became of a job stands in the database. A queue that remembered it would refuse the job's return.
          removeOnComplete: true,
          removeOnFail: true,
        },
      ),
    );
  }

  /** How many jobs of a kind are in: waiting, being done, or waiting for another try. */
  async depth(kind: JobKind): Promise<number> {
    const counts = await this.ask(kind, (queue) => queue.getJobCounts('waiting', 'active', 'delayed'));
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Rejects where jobs cannot be put in now. */
  async ping(): Promise<void> {
    await Promise.all(JOB_KINDS.map((kind) => this.depth(kind)));
  }

  /** Nest calls it when the program ends, after everything that puts jobs in has stopped. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.opened.values()].map((queue) => this.letGo(queue)));
  }

  private async ask<Answer>(kind: JobKind, question: (queue: JobQueue) => Promise<Answer>): Promise<Answer> {
    const queue = this.opened.get(kind) ?? this.open(kind);
    try {
      await within(this.patience, 'The queue', queue.waitUntilReady());
    } catch (error) {
      // One that did not come up stays down, so that the next question needs another.
      this.giveBack(kind, queue);
      throw error;
    }
    return within(this.patience, 'The queue', question(queue));
  }

  private open(kind: JobKind): JobQueue {
    const queue = this.connection.queue(kind, this.onFault);
    this.opened.set(kind, queue);
    return queue;
  }

  private giveBack(kind: JobKind, queue: JobQueue): void {
    if (this.opened.get(kind) === queue) {
      this.opened.delete(kind);
      void this.letGo(queue);
    }
  }

  private async letGo(queue: JobQueue): Promise<void> {
    try {
      await queue.close();
    } catch (error) {
      this.onFault(error as Error);
      // One that cannot say goodbye would try to connect again for ever.
      queue.disconnect().catch(this.onFault);
    }
  }
}
