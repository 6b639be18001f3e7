import type { Job, JobFailure, JobKind } from '@evenhand/kernel';
import { type Logger, withRequestId } from '@evenhand/observability';
import { WaitingError } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { faultLog } from './fault-log';
import { jobFailure } from './job-failure';
import { type JobProcessor, processorByKind } from './job-processor';
import { ATTEMPTS, jobName } from './job-queues';
import type { DeliveredJob, JobTaker, QueueConnection } from './queue-connection';
import { within } from './within';

const TRY_AGAIN_MILLISECONDS = 1_000;
const LOOK_AGAIN_MILLISECONDS = 50;
/** A queue that is there needs a moment of this. */
const GOODBYE_MILLISECONDS = 1_000;

/** Why a job is let go of before it is done. */
class WorkerStops extends Error {
  constructor() {
    super('The worker stops; another one does the job.');
  }
}

/** Takes jobs of every kind out of their queues and has them done, until it is stopped. */
export class JobWorkers {
  private readonly processors: ReadonlyMap<JobKind, JobProcessor>;
  private readonly takers = new Map<JobKind, JobTaker>();
  private readonly underWay = new Set<AbortController>();
  private stopping = false;

  /**
   * @param concurrency jobs of a kind that are done at a time
   * @throws Error where a kind of job has no processor, or more than one
   */
  constructor(
    private readonly connection: QueueConnection,
    processors: readonly JobProcessor[],
    private readonly concurrency: number,
    private readonly logger: Logger,
  ) {
    this.processors = processorByKind(processors);
  }

  /** Resolves when jobs of every kind are taken; a queue that is away is waited for. */
  async start(): Promise<void> {
    await Promise.all([...this.processors.values()].map((processor) => this.take(processor)));
  }

  /**
   * Takes no new job, and settles when none is held any more.
   *
   * @param graceMilliseconds so long a job may still run before it is handed back to the queue for another worker
   */
  async stop(graceMilliseconds: number): Promise<void> {
    this.stopping = true;
    const takers = [...this.takers.values()];
    const closed = Promise.all(takers.map((taker) => taker.close()));
    const handBack = setTimeout(() => {
      for (const job of this.underWay) job.abort(new WorkerStops());
    }, graceMilliseconds);
    await Promise.race([closed, this.nothingHeld()]).finally(() => clearTimeout(handBack));
    try {
      await within(GOODBYE_MILLISECONDS, 'The queue', closed);
    } catch (error) {
      const onFault = faultLog(this.logger);
      onFault(error as Error);
      // One that is away would be waited for, and tried to reach again, for ever.
      for (const taker of takers) taker.disconnect().catch(onFault);
    }
  }

  private async nothingHeld(): Promise<void> {
    while (this.underWay.size > 0) await pause(LOOK_AGAIN_MILLISECONDS);
  }

  private async take(processor: JobProcessor): Promise<void> {
    const { kind } = processor;
    const onFault = faultLog(this.logger.child({ queue: kind }));
    while (!this.stopping) {
      const taker = this.connection.taker(
        kind,
        (delivered, token) => this.deliver(processor, delivered, token),
        this.concurrency,
        onFault,
      );
      this.takers.set(kind, taker);
      try {
        await taker.waitUntilReady();
        taker.run().catch(onFault);
        return;
      } catch (error) {
        // One that did not come up stays down.
        onFault(error as Error);
        await taker.close().catch(onFault);
        await pause(TRY_AGAIN_MILLISECONDS);
      }
    }
  }

  private async deliver(
    processor: JobProcessor,
    delivered: DeliveredJob,
    token: string | undefined,
  ): Promise<void> {
    const { subject, attempt, trace } = delivered.data;
    const job: Job = { kind: processor.kind, subject, attempt };
    const logger = this.logger.child({ queue: job.kind, job: jobName(job), trace });
    const controller = new AbortController();
    this.underWay.add(controller);
    try {
      await withRequestId(trace, async () => {
        const begun = performance.now();
        logger.info({ try: delivered.attemptsMade + 1 }, 'job begins');
        const outcome = await processor.process(job, controller.signal);
        logger.info({ outcome, milliseconds: Math.round(performance.now() - begun) }, 'job is done');
      });
    } catch (error) {
      if (controller.signal.aborted) {
        return await handBack(delivered, token, logger);
      }
      const last = delivered.attemptsMade + 1 >= (delivered.opts.attempts ?? ATTEMPTS);
      logger.error({ error, last }, 'job failed');
      if (last) await giveUp(processor, job, jobFailure(error, trace), logger);
      throw error;
    } finally {
      this.underWay.delete(controller);
    }
  }
}

async function giveUp(processor: JobProcessor, job: Job, failure: JobFailure, logger: Logger): Promise<void> {
  try {
    await processor.giveUp(job, failure);
  } catch (error) {
    // It is not settled, so that the next sweep brings it back.
    logger.error({ error }, 'job could not be given up');
  }
}

/** Back to where it waits, as if it had not been taken: it must not count as a failure. */
async function handBack(delivered: DeliveredJob, token: string | undefined, logger: Logger): Promise<never> {
  try {
    await delivered.moveToWait(token);
    logger.info('job is handed back');
  } catch (error) {
    // Then its lock runs out, and another worker finds it.
    logger.warn({ error }, 'job could not be handed back');
  }
  throw new WaitingError();
}
