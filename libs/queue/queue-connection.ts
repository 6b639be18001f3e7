import type { JobKind } from '@evenhand/kernel';
import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Job as QueuedJob,
  type Queue,
  withBackend,
  type Worker,
} from 'bullmq';

/** What travels through a queue: ids, and nothing about people. */
export interface JobPayload {
  readonly subject: string;
  readonly attempt: number;
  /** Follows the job through the logs of every worker that tries it. */
  readonly trace: string;
}

/** A job as its queue knows it. */
export type DeliveredJob = Pick<
  QueuedJob<JobPayload>,
  'id' | 'data' | 'opts' | 'attemptsMade' | 'moveToWait'
>;
/** Does a job; `token` shows that it is this worker's. */
export type JobWork = (job: DeliveredJob, token: string | undefined) => Promise<void>;

/** The side of a queue where jobs are put in. */
export type JobQueue = Pick<
  Queue<JobPayload>,
  'add' | 'getJobCounts' | 'waitUntilReady' | 'close' | 'disconnect'
>;
/** The side of a queue where jobs are taken out; takes none before it is told to run. */
export type JobTaker = Pick<Worker<JobPayload>, 'run' | 'waitUntilReady' | 'close' | 'disconnect'>;

/** Told of every fault of a connection: one that nobody listens to ends the process. */
export type OnFault = (error: Error) => void;

/** Where jobs wait. What it opens connects by itself, and again whenever the connection is lost. */
export interface QueueConnection {
  queue(kind: JobKind, onFault: OnFault): JobQueue;
  taker(kind: JobKind, work: JobWork, concurrency: number, onFault: OnFault): JobTaker;
}

/** A worker that was killed cannot give its job back: another one takes it when this long nobody renewed the lock. */
const LOCK_MILLISECONDS = 10_000;
const LOOK_FOR_LOST_JOBS_MILLISECONDS = 3_000;
/** How soon something that failed with its connection is tried again. */
const TRY_AGAIN_MILLISECONDS = 1_000;
const CONNECT_MILLISECONDS = 3_000;

/**
 * The queue that a URL names: `postgres://` (tables in a schema `bullmq`, made where they are missing) or `redis://`,
 * `rediss://`.
 */
export function connectQueue(url: string): QueueConnection {
  return /^rediss?:/.test(url) ? onRedis(url) : onPostgres(url);
}

function onPostgres(url: string): QueueConnection {
  const connection = (max: number) => ({
    connectionString: url,
    application_name: 'evenhand queue',
    schema: 'bullmq',
    // Safe when many processes start at once: BullMQ takes an advisory lock for it.
    migrate: true,
    max,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    keepAlive: true,
  });
  return through(createPostgresBackend, connection(2), (concurrency) => connection(2 + concurrency));
}

function onRedis(url: string): QueueConnection {
  const connection = {
    url,
    maxRetriesPerRequest: null,
    connectTimeout: CONNECT_MILLISECONDS,
    retryStrategy: (times: number) => Math.min(100 * times, TRY_AGAIN_MILLISECONDS),
  };
  // A job that cannot be put in at once waits in the database, not in the memory of a process.
  return through(createRedisBackend, { ...connection, enableOfflineQueue: false }, () => connection);
}

function through<Backend extends IQueueBackend, Connection>(
  backend: BackendFactory<Backend, Connection>,
  puttingIn: Connection,
  takingOut: (concurrency: number) => Connection,
): QueueConnection {
  const { Queue, Worker } = withBackend(backend);
  return {
    queue(kind, onFault) {
      const queue = new Queue<JobPayload>(kind, { connection: puttingIn, prefix: 'evenhand' });
      queue.on('error', onFault);
      return queue;
    },
    taker(kind, work, concurrency, onFault) {
      const worker = new Worker<JobPayload>(kind, work, {
        connection: takingOut(concurrency),
        prefix: 'evenhand',
        concurrency,
        autorun: false,
        lockDuration: LOCK_MILLISECONDS,
        stalledInterval: LOOK_FOR_LOST_JOBS_MILLISECONDS,
        // How often a job may take its worker down is counted in the database, which no flushed queue forgets.
        maxStalledCount: 1_000_000,
        runRetryDelay: TRY_AGAIN_MILLISECONDS,
      });
      worker.on('error', onFault);
      return worker;
    },
  };
}
