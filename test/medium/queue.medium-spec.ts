import { DomainError, type Job, type JobFailure, type JobKind } from '@evenhand/kernel';
import { createLogger } from '@evenhand/observability';
import {
  connectQueue,
  JobProcessor,
  JobQueues,
  JobWorkers,
  type LeftJob,
  type LeftJobs,
  OutboxRelay,
} from '@evenhand/queue';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type StartedProcess, useProcesses } from '../harness/processes';
import { hasRedis, queueBackends, TestRedis } from '../harness/redis';
import { cutConnections, forgetEverything } from './queue-contents';

jest.setTimeout(90_000);

const logger = createLogger('silent');

/** Does jobs as it is told, and remembers what it was given. */
class Recorder extends JobProcessor {
  readonly processed: Job[] = [];
  readonly givenUp: { readonly job: Job; readonly failure: JobFailure }[] = [];

  constructor(
    override readonly kind: JobKind,
    private readonly work: (job: Job, signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
  ) {
    super();
  }

  override async process(job: Job, signal: AbortSignal): Promise<string> {
    this.processed.push(job);
    await this.work(job, signal);
    return 'done';
  }

  override giveUp(job: Job, failure: JobFailure): Promise<void> {
    this.givenUp.push({ job, failure });
    return Promise.resolve();
  }
}

/** Jobs left in memory, where those are overdue that the test says are. */
class JobsInMemory implements LeftJobs {
  readonly queued = new Set<string>();
  readonly settled = new Set<string>();
  private readonly left: LeftJob[] = [];

  leave(job: Job): void {
    this.left.push({ ...job, id: randomUUID() });
  }

  unqueued(most: number): Promise<readonly LeftJob[]> {
    return Promise.resolve(this.left.filter(({ id }) => !this.queued.has(id)).slice(0, most));
  }

  overdue(): Promise<readonly LeftJob[]> {
    return Promise.resolve(
      this.left.filter(({ id, subject }) => this.queued.has(id) && !this.settled.has(subject)),
    );
  }

  markQueued(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.queued.add(id);
    return Promise.resolve();
  }

  listen(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }
}

const aJob = (): Job => ({ kind: 'solve-run', subject: randomUUID(), attempt: 1 });

async function until(holds: () => boolean, milliseconds = 30_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !holds();) {
    if (Date.now() > end) throw new Error(`It did not happen within ${milliseconds} ms: ${String(holds)}`);
    await pause(20);
  }
}

/** Opens both sides of a queue; whatever a test opened is closed after it. */
function useQueue(place: { readonly url: string }) {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
  });
  return {
    queues(patience?: number): JobQueues {
      const queues = new JobQueues(connectQueue(place.url), () => undefined, patience);
      closing.push(() => queues.onApplicationShutdown());
      return queues;
    },
    workers(processor: JobProcessor): JobWorkers {
      const idle = [
        ...[new Recorder('refill-round'), new Recorder('answer-enquiry')],
        new Recorder('make-equity-report'),
      ];
      const workers = new JobWorkers(connectQueue(place.url), [processor, ...idle], 1, logger);
      closing.push(() => workers.stop(0));
      return workers;
    },
  };
}

describe.each(queueBackends())('A queue on $name', (backend) => {
  const place = backend.use();
  const open = useQueue(place);
  const processes = useProcesses();
  const startWorker = async (milliseconds: number): Promise<StartedProcess> => {
    const worker = processes.start(process.execPath, [
      join(__dirname, 'queue-worker.cjs'),
      place.url,
      String(milliseconds),
    ]);
    await worker.line(/^takes jobs/);
    return worker;
  };

  afterEach(() => forgetEverything(place.url));

  // The first to come makes the tables, so that this stands before the others.
  it('is made once when many open it at the same time', async () => {
    const recorder = new Recorder('solve-run');
    // Making tables takes a busy machine longer than an answer may take, and how long is not asked here.
    const sides = Array.from({ length: 6 }, () => open.queues(60_000));
    await Promise.all([open.workers(recorder).start(), ...sides.map((queues) => queues.ping())]);
    await Promise.all(sides.map((queues) => queues.add(aJob(), 'trace')));
    await until(() => recorder.processed.length === 6);
  });

  it('has a job done once, however often it is put in', async () => {
    const job = aJob();
    const recorder = new Recorder('solve-run', () => pause(300));
    const queues = open.queues();
    await queues.add(job, 'trace');
    await queues.add(job, 'trace');
    expect(await queues.depth('solve-run')).toBe(1);

    await open.workers(recorder).start();
    await until(() => recorder.processed.length === 1);
    await queues.add(job, 'trace');
    await pause(1_000);
    expect(recorder.processed).toEqual([job]);
    expect(await queues.depth('solve-run')).toBe(0);
  });

  it('takes another attempt of the same thing for another job', async () => {
    const job = aJob();
    const recorder = new Recorder('solve-run');
    const queues = open.queues();
    await queues.add(job, 'trace');
    await queues.add({ ...job, attempt: 2 }, 'trace');
    await open.workers(recorder).start();
    await until(() => recorder.processed.length === 2);
    expect(recorder.processed.map(({ attempt }) => attempt).sort()).toEqual([1, 2]);
  });

  it('tries a job that fails three times, then has the reason told, and takes the job again', async () => {
    const job = aJob();
    const recorder = new Recorder('solve-run', () =>
      Promise.reject(new DomainError('round.impossible', 'It cannot be done.', ['Row 3 is odd.'])),
    );
    const queues = open.queues();
    await open.workers(recorder).start();
    await queues.add(job, 'trace');
    await until(() => recorder.givenUp.length === 1);
    expect(recorder.processed).toHaveLength(3);
    expect(recorder.givenUp).toEqual([
      { job, failure: { code: 'round.impossible', sentence: 'It cannot be done. Row 3 is odd.' } },
    ]);

    await until(() => recorder.processed.length === 3);
    await pause(200);
    await queues.add(job, 'trace');
    await until(() => recorder.processed.length === 4);
  });

  it('tells of an unknown fault only where its trace leads', async () => {
    const recorder = new Recorder('solve-run', () => Promise.reject(new TypeError('secret of row 7')));
    await open.workers(recorder).start();
    await open.queues().add(aJob(), 'trace-4711');
    await until(() => recorder.givenUp.length === 1);
    const { failure } = recorder.givenUp[0]!;
    expect(failure.code).toBe('run.failed-unexpectedly');
    expect(failure.sentence).toContain('trace-4711');
    expect(failure.sentence).not.toContain('secret');
  });

  it('gives the job of a killed worker to another one', async () => {
    const job = aJob();
    const killed = await startWorker(60_000);
    await open.queues().add(job, 'trace');
    await killed.line(new RegExp(`^begins ${job.subject}`));
    const recorder = new Recorder('solve-run');
    await open.workers(recorder).start();

    await killed.kill();
    const killedAt = Date.now();
    await until(() => recorder.processed.length === 1);
    expect(Date.now() - killedAt).toBeLessThan(20_000);
    expect(recorder.processed).toEqual([job]);
  });

  it('gets a job back from a worker that is told to stop, at once and not as a failure', async () => {
    const job = aJob();
    const stopped = await startWorker(60_000);
    await open.queues().add(job, 'trace');
    await stopped.line(new RegExp(`^begins ${job.subject}`));
    // Three workers that stop would use up three attempts, if stopping were a failure.
    stopped.signal('SIGTERM');
    const next = await startWorker(60_000);
    await next.line(new RegExp(`^begins ${job.subject}`), 5_000);
    next.signal('SIGTERM');
    const recorder = new Recorder('solve-run', () => Promise.reject(new Error('a fault')));
    await open.workers(recorder).start();
    await until(() => recorder.givenUp.length === 1);
    expect(recorder.processed).toHaveLength(3);
    expect([await stopped.end(), await next.end()]).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ]);
    expect(stopped.output).not.toContain('gives up');
  });

  it('lets a job finish that needs less than the time to stop', async () => {
    const job = aJob();
    const stopped = await startWorker(300);
    await open.queues().add(job, 'trace');
    await stopped.line(new RegExp(`^begins ${job.subject}`));
    stopped.signal('SIGTERM');
    await stopped.line(new RegExp(`^finishes ${job.subject}`));
    expect(await stopped.end()).toEqual({ code: 0, signal: null });
    expect(await open.queues().depth('solve-run')).toBe(0);
  });

  it('is filled again by the sweep when it has lost everything', async () => {
    const job = aJob();
    const left = new JobsInMemory();
    const queues = open.queues();
    const relay = new OutboxRelay(left, queues, logger);
    left.leave(job);
    await relay.relay();
    expect(await queues.depth('solve-run')).toBe(1);

    await forgetEverything(place.url);
    expect(await queues.depth('solve-run')).toBe(0);
    const recorder = new Recorder('solve-run');
    await open.workers(recorder).start();
    await relay.relay();
    await pause(500);
    expect(recorder.processed).toEqual([]);
    await relay.sweep();
    await until(() => recorder.processed.length === 1);
    expect(recorder.processed).toEqual([job]);
  });

  it('has jobs done on both sides of a lost connection', async () => {
    const recorder = new Recorder('solve-run');
    const queues = open.queues();
    await open.workers(recorder).start();
    await queues.add(aJob(), 'trace');
    await until(() => recorder.processed.length === 1);
    await cutConnections(place.url);
    const job = aJob();
    for (let added = false; !added;) {
      added = await queues.add(job, 'trace').then(
        () => true,
        () => pause(100).then(() => false),
      );
    }
    await until(() => recorder.processed.length === 2, 10_000);
    expect(recorder.processed[1]).toEqual(job);
  });
});

// Where there is none, queueBackends() said so.
if (hasRedis()) {
  describe('A Redis that goes away', () => {
    const redis = new TestRedis();
    const open = useQueue(redis);
    afterAll(() => redis.remove());

    it('is waited for from the start, and again when it comes back: jobs wait in the database', async () => {
      await redis.start();
      await redis.stop();
      const left = new JobsInMemory();
      const queues = open.queues();
      const relay = new OutboxRelay(left, queues, logger);
      const recorder = new Recorder('solve-run');
      const started = open.workers(recorder).start();
      left.leave(aJob());
      await relay.startRelaying();
      await expect(queues.ping()).rejects.toThrow();
      expect(recorder.processed).toEqual([]);

      await redis.start();
      await started;
      await until(() => recorder.processed.length === 1, 10_000);

      await redis.stop();
      left.leave(aJob());
      await pause(3_000);
      expect(left.queued.size).toBe(1);
      await redis.start();
      await until(() => recorder.processed.length === 2, 5_000);
      await relay.onModuleDestroy();
    });
  });
}
