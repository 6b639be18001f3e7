import { type Job, Outbox } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Database } from './database';

/** A job as it was left, with the id under which it is marked. */
export interface LeftJob extends Job {
  readonly id: string;
}

/** For so long a job is the relay's that read it; if it dies, or its queue is away, the next one tries. */
const HOLD_SECONDS = 5;
const RECONNECT_MILLISECONDS = 1_000;
/** Finds out about a line that broke without a word. */
const LISTENING = { keepAlive: true, keepAliveInitialDelayMillis: 10_000, connectionTimeoutMillis: 3_000 };

/** Keeps what must happen next in `outbox_job`, until a worker has done it. */
@Injectable()
export class OutboxJobs extends Outbox {
  constructor(
    private readonly database: Database,
    private readonly source: DataSource,
  ) {
    super();
  }

  async leave({ kind, subject, attempt }: Job): Promise<void> {
    // One that was done before is to be done once more: what it found nothing to do for may be there by now.
    await this.database.query(
      `insert into outbox_job as known (kind, subject, attempt) values ($1, $2, $3)
      on conflict on constraint outbox_job_once do update
        set left_at = clock_timestamp(), held_until = null, queued_at = null, settled_at = null
        where known.settled_at is not null`,
      [kind, subject, attempt],
    );
  }

  async settle({ kind, subject, attempt }: Job): Promise<void> {
    await this.database.query(
      `update outbox_job set settled_at = clock_timestamp()
      where kind = $1 and subject = $2 and attempt = $3 and settled_at is null`,
      [kind, subject, attempt],
    );
  }

  /**
   * At most so many jobs that were never queued, the oldest first. For five seconds no other relay is given them: time
   * to queue and mark them.
   */
  unqueued(most: number): Promise<readonly LeftJob[]> {
    return this.hold('queued_at is null', [most]);
  }

  /** At most so many jobs that were queued longer ago, or left longer ago and never queued, and are not settled. */
  overdue(olderThanSeconds: number, most: number): Promise<readonly LeftJob[]> {
    return this.hold(`coalesce(queued_at, left_at) <= clock_timestamp() - $2 * interval '1 second'`, [
      most,
      olderThanSeconds,
    ]);
  }

  /** Says that the jobs with these ids are in the queue. */
  async markQueued(ids: readonly string[]): Promise<void> {
    await this.database.query(
      'update outbox_job set queued_at = clock_timestamp(), held_until = null where id = any($1::bigint[])',
      [ids],
    );
  }

  /** Removes jobs that were settled before a time. */
  async forgetSettled(before: Date): Promise<void> {
    await this.database.query('delete from outbox_job where settled_at < $1', [before]);
  }

  /**
   * Calls back when a job is left by whichever process, as soon as its transaction is committed, and after each break of
   * the connection, since jobs may have been left meanwhile.
   *
   * @returns what ends it
   */
  listen(onJob: () => void): Promise<() => Promise<void>> {
    const { url, applicationName } = this.source.options as { url: string; applicationName: string };
    const listening = new AbortController();
    let client: Client | undefined;

    const listenOnce = async (): Promise<void> => {
      client = new Client({ ...LISTENING, connectionString: url, application_name: applicationName });
      const ended = new Promise<void>((resolve) => client?.once('end', resolve));
      // What ends a connection is told twice, as an error and as an end; the end is answered.
      client.on('error', () => undefined).on('notification', onJob);
      try {
        await client.connect();
        await client.query('listen outbox_job');
        onJob();
        await ended;
      } finally {
        await client.end().catch(() => undefined);
      }
    };

    const untilStopped = async (): Promise<void> => {
      while (!listening.signal.aborted) {
        await listenOnce().catch(() => undefined);
        await pause(RECONNECT_MILLISECONDS, undefined, { signal: listening.signal }).catch(() => undefined);
      }
    };

    const stopped = untilStopped();
    return Promise.resolve(async () => {
      listening.abort();
      await client?.end().catch(() => undefined);
      await stopped;
    });
  }

  private hold(condition: string, values: readonly unknown[]): Promise<readonly LeftJob[]> {
    return this.database.query<LeftJob>(
      `with free as (
        select id from outbox_job
        where settled_at is null and ${condition} and (held_until is null or held_until <= clock_timestamp())
        order by id limit $1 for update skip locked
      ), held as (
        update outbox_job set held_until = clock_timestamp() + interval '${HOLD_SECONDS} seconds'
        from free where outbox_job.id = free.id
        returning outbox_job.id, kind, subject, attempt
      )
      select * from held order by id`,
      values,
    );
  }
}
