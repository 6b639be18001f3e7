import { createLogger } from '@evenhand/observability';
import { setTimeout as pause } from 'node:timers/promises';
import { JobQueues } from './job-queues';
import { type LeftJob, type LeftJobs, OutboxRelay } from './outbox-relay';
import { connectQueue } from './queue-connection';

/** Remembers what is put in; refuses from a number of jobs on. */
class Recorder extends JobQueues {
  readonly added: string[] = [];
  room = Infinity;

  constructor() {
    super(connectQueue('redis://unused'), () => undefined);
  }

  override add({ subject }: LeftJob): Promise<void> {
    if (this.added.length === this.room) return Promise.reject(new Error('no room'));
    this.added.push(subject);
    return Promise.resolve();
  }
}

class JobsInMemory implements LeftJobs {
  readonly waiting: LeftJob[] = [];
  readonly lost: LeftJob[] = [];
  readonly asked: number[] = [];
  readonly marked: (readonly string[])[] = [];
  onJob: (() => void) | undefined;

  unqueued(most: number): Promise<readonly LeftJob[]> {
    return Promise.resolve(this.waiting.slice(0, most));
  }

  overdue(olderThanSeconds: number): Promise<readonly LeftJob[]> {
    this.asked.push(olderThanSeconds);
    return Promise.resolve(this.lost);
  }

  markQueued(ids: readonly string[]): Promise<void> {
    this.marked.push(ids);
    this.waiting.splice(0, this.waiting.length, ...this.waiting.filter(({ id }) => !ids.includes(id)));
    return Promise.resolve();
  }

  listen(onJob: () => void): Promise<() => Promise<void>> {
    this.onJob = onJob;
    return Promise.resolve(() => {
      this.onJob = undefined;
      return Promise.resolve();
    });
  }
}

const job = (at: number): LeftJob => ({
  id: `row ${at}`,
  kind: 'solve-run',
  subject: `run ${at}`,
  attempt: 1,
});

describe('The relay from the database to the queue', () => {
  const set = () => {
    const left = new JobsInMemory();
    const queues = new Recorder();
    const relay = new OutboxRelay(left, queues, createLogger('silent'));
    return { left, queues, relay };
  };

  it('takes everything that was left, and marks it', async () => {
    const { left, queues, relay } = set();
    left.waiting.push(...Array.from({ length: 250 }, (_, at) => job(at)));
    await relay.relay();
    expect(queues.added).toHaveLength(250);
    expect(left.waiting).toEqual([]);
  });

  it('marks what it took before the queue went away, and leaves the rest', async () => {
    const { left, queues, relay } = set();
    left.waiting.push(job(1), job(2), job(3));
    queues.room = 2;
    await expect(relay.relay()).rejects.toThrow('no room');
    expect(left.marked).toEqual([['row 1', 'row 2']]);
    expect(left.waiting).toEqual([job(3)]);
  });

  it('takes once more what is overdue by 30 seconds', async () => {
    const { left, queues, relay } = set();
    left.lost.push(job(1));
    await relay.sweep();
    expect(queues.added).toEqual(['run 1']);
    expect(left.asked).toEqual([30]);
  });

  // With what is overdue after 30 seconds, a job that its queue lost is in again within a minute.
  it('sweeps at once and every 30 seconds, until it is stopped', async () => {
    jest.useFakeTimers();
    try {
      const { left, queues, relay } = set();
      relay.startSweeping();
      await jest.advanceTimersByTimeAsync(0);
      left.lost.push(job(1));
      await jest.advanceTimersByTimeAsync(29_999);
      expect(queues.added).toEqual([]);
      await jest.advanceTimersByTimeAsync(1);
      expect(queues.added).toEqual(['run 1']);
      await relay.onModuleDestroy();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(left.asked).toEqual([30, 30]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('takes a job as soon as it is left, until it is stopped', async () => {
    const { left, queues, relay } = set();
    await relay.startRelaying();
    await pause(10);
    const leftAt = performance.now();
    left.waiting.push(job(1));
    left.onJob?.();
    while (queues.added.length === 0) await pause(1);
    expect(performance.now() - leftAt).toBeLessThan(500);
    await relay.onModuleDestroy();
    expect(left.onJob).toBeUndefined();
    left.waiting.push(job(2));
    await pause(1_100);
    expect(queues.added).toEqual(['run 1']);
  });
});
