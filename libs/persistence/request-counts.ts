import { sha256 } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How often somebody has asked within the window that is open for them. */
export interface CountedRequests {
  /** This one included. */
  readonly requests: number;
  readonly windowEndsAt: Date;
}

/** What is over is removed once in so many requests of a process. */
const SWEEP_EVERY = 500;

/** Counts requests by where they come from, over all servers. Sources are kept hashed, and no longer than their window. */
@Injectable()
export class RequestCounts {
  private sinceSwept = 0;

  constructor(private readonly source: DataSource) {}

  /** Counts one more. It joins no transaction: what is refused was asked for all the same. */
  async count(from: string, windowSeconds: number): Promise<CountedRequests> {
    const [counted] = await this.source.query<{ requests: number; window_ends_at: Date }[]>(
      `insert into request_count as counted (source_sha256, requests, window_ends_at)
      values ($1, 1, clock_timestamp() + make_interval(secs => $2))
      on conflict (source_sha256) do update set
        requests = case when counted.window_ends_at <= clock_timestamp() then 1 else counted.requests + 1 end,
        window_ends_at = case when counted.window_ends_at <= clock_timestamp()
          then excluded.window_ends_at else counted.window_ends_at end
      returning requests, window_ends_at`,
      [sha256(from), windowSeconds],
    );
    await this.sweepNowAndThen();
    return { requests: counted!.requests, windowEndsAt: counted!.window_ends_at };
  }

  private async sweepNowAndThen(): Promise<void> {
    this.sinceSwept += 1;
    if (this.sinceSwept < SWEEP_EVERY) return;
    this.sinceSwept = 0;
    await this.source.query('delete from request_count where window_ends_at <= clock_timestamp()');
  }
}
