import type { Job } from '@evenhand/kernel';
import { type LeftJob, OutboxJobs } from '@evenhand/persistence';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const MOST = 1_000;

const job = (attempt = 1): Job => ({ kind: 'solve-run', subject: randomUUID(), attempt });
const outbox = () => matching.get(OutboxJobs);
const jobOf = ({ kind, subject, attempt }: LeftJob): Job => ({ kind, subject, attempt });

afterEach(() => matching.behind('truncate outbox_job'));

/** As time does to all that was left or queued so far. */
async function thirtyOneSecondsLater(): Promise<void> {
  await matching.database.query(
    `update outbox_job set left_at = left_at - interval '31 seconds', queued_at = queued_at - interval '31 seconds'`,
  );
}

/** As time does: nothing is held any more. */
async function fiveSecondsLater(): Promise<void> {
  await matching.database.query(`update outbox_job set held_until = held_until - interval '5 seconds'`);
}

describe('The outbox', () => {
  it('gives what was left, the oldest first, and a job that was left twice once', async () => {
    const [one, two] = [job(), job(0)];
    await outbox().leave(one);
    await outbox().leave(two);
    await outbox().leave(one);
    expect((await outbox().unqueued(MOST)).map(jobOf)).toEqual([one, two]);
  });

  it('gives a job again that is left again after it was done, and not one that waits to be done', async () => {
    const again = job();
    await outbox().leave(again);
    const [{ id }] = (await outbox().unqueued(MOST)) as [LeftJob];
    await outbox().markQueued([id]);
    await outbox().leave(again);
    expect(await outbox().unqueued(MOST)).toEqual([]);
    await outbox().settle(again);
    expect(await outbox().unqueued(MOST)).toEqual([]);
    await outbox().leave(again);
    expect((await outbox().unqueued(MOST)).map(jobOf)).toEqual([again]);
  });

  it('holds nothing of a transaction that failed', async () => {
    const failing = matching.database.run(async () => {
      await outbox().leave(job());
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    expect(await outbox().unqueued(MOST)).toEqual([]);
  });

  it('gives each job to one of several relays', async () => {
    for (let left = 0; left < 200; left += 1) await outbox().leave(job());
    const relay = async () => {
      const taken: string[] = [];
      for (let jobs = await outbox().unqueued(7); jobs.length > 0; jobs = await outbox().unqueued(7)) {
        taken.push(...jobs.map(({ id }) => id));
        await outbox().markQueued(jobs.map(({ id }) => id));
      }
      return taken;
    };
    const taken = (await Promise.all([relay(), relay(), relay()])).flat();
    expect(taken).toHaveLength(200);
    expect(new Set(taken).size).toBe(200);
  });

  it('gives a job again when its relay died before it was queued', async () => {
    await outbox().leave(job());
    const [first] = await outbox().unqueued(MOST);
    expect(await outbox().unqueued(MOST)).toEqual([]);
    await fiveSecondsLater();
    expect(await outbox().unqueued(MOST)).toEqual([first]);
  });

  it('sweeps up what was queued long ago and is not settled, and what was never queued', async () => {
    const [lost, fresh, done, never] = [job(), job(), job(), job()];
    for (const one of [lost, fresh, done]) await outbox().leave(one);
    const ids = new Map((await outbox().unqueued(MOST)).map((one) => [one.subject, one.id]));
    await outbox().markQueued([ids.get(lost.subject)!, ids.get(done.subject)!]);
    await outbox().leave(never);
    await thirtyOneSecondsLater();
    await outbox().markQueued([ids.get(fresh.subject)!]);
    await outbox().settle(done);
    expect((await outbox().overdue(30, MOST)).map(jobOf)).toEqual([lost, never]);
    expect(await outbox().overdue(30, MOST)).toEqual([]);
    await outbox().markQueued([ids.get(lost.subject)!]);
    await fiveSecondsLater();
    expect((await outbox().overdue(30, MOST)).map(jobOf)).toEqual([never]);
  });

  it('forgets what was settled long ago, and nothing else', async () => {
    const [done, open] = [job(), job()];
    await outbox().leave(done);
    await outbox().leave(open);
    await outbox().settle(done);
    const count = () => matching.database.query('select from outbox_job');
    await outbox().forgetSettled(new Date(Date.now() - 60_000));
    expect(await count()).toHaveLength(2);
    await outbox().forgetSettled(new Date(Date.now() + 60_000));
    expect(await count()).toHaveLength(1);
    expect((await outbox().unqueued(MOST)).map(jobOf)).toEqual([open]);
  });

  it('tells whoever listens as soon as a job is committed, also after its connection was cut', async () => {
    let told = 0;
    const until = async (enough: number) => {
      for (let tries = 0; told < enough && tries < 500; tries += 1) await pause(20);
      return told;
    };
    const stop = await outbox().listen(() => (told += 1));
    try {
      expect(await until(1)).toBe(1);
      await matching.database.run(async () => {
        await outbox().leave(job());
        await pause(100);
        expect(told).toBe(1);
      });
      expect(await until(2)).toBe(2);

      await matching.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen %'`,
      );
      expect(await until(3)).toBe(3);
      await outbox().leave(job());
      expect(await until(4)).toBe(4);
    } finally {
      await stop();
    }
    await outbox().leave(job());
    await pause(100);
    expect(told).toBe(4);
    const listeners = await matching.database.query(
      `select from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
    expect(listeners).toEqual([]);
  }, 30_000);
});
