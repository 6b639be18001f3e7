import { Database, IdempotencyKeys } from '@evenhand/persistence';
import { Injectable } from '@nestjs/common';
import { type Claim, IdempotencyStore, type KeptAnswer } from './http/idempotency-store';

/** Keeps idempotency keys in the database, where every server sees them. */
@Injectable()
export class KeptKeys extends IdempotencyStore {
  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly database: Database,
  ) {
    super();
  }

  override together<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.database.run(work);
  }

  override claim(scope: string, key: string, fingerprint: string, at: Date): Promise<Claim> {
    return this.keys.claim(scope, key, fingerprint, at);
  }

  override complete(scope: string, key: string, answer: KeptAnswer, at: Date): Promise<void> {
    return this.keys.complete(scope, key, answer, at);
  }

  override release(scope: string, key: string): Promise<void> {
    return this.keys.release(scope, key);
  }
}
