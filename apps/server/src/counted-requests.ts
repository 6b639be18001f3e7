import { RequestCounts } from '@evenhand/persistence';
import { Injectable } from '@nestjs/common';
import { type Counted, RequestCounter } from './http/throttling/request-counter';

/** Counts requests in the database, where every server sees them. */
@Injectable()
export class CountedRequests extends RequestCounter {
  constructor(private readonly counts: RequestCounts) {
    super();
  }

  override count(from: string, windowSeconds: number): Promise<Counted> {
    return this.counts.count(from, windowSeconds);
  }
}
