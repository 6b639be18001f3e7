import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from './database';

/** An answer as it is kept, to be given again to the letter. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What JSON can hold; absent where the answer had no body. */
  readonly body?: unknown;
}

/**
 * What became of an attempt to claim a key: it is the caller's now, it was answered before, it was used with another
 * body, or somebody else works on it.
 */
export type KeyClaim =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'replay'; readonly answer: KeptAnswer }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'in-progress' };

interface KeyRow {
  readonly fingerprint: string;
  readonly answer: KeptAnswer | null;
}

/** A claim that was not completed by then belongs to whoever asks next: its process died. */
const CLAIM_MILLISECONDS = 60_000;
/** An answer is given again for so long; afterwards the key is as good as new. */
const ANSWER_MILLISECONDS = 24 * 3_600_000;

/**
 * Keeps which requests were made under which key, and how they were answered. Of many who claim a key at once one gets
 * it. A claim joins no transaction, since others have to see it before the work is done; an answer joins that of the work, so
 * that there is never one without the other.
 */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
  ) {}

  /**
   * @param scope who calls which route: the same key in another scope is another key
   * @param fingerprint of the body; two bodies with the same one are taken to be the same
   */
  async claim(scope: string, key: string, fingerprint: string, at: Date): Promise<KeyClaim> {
    for (;;) {
      if (await this.take(scope, key, fingerprint, at)) {
        return { kind: 'claimed' };
      }
      const [kept] = await this.source.query<KeyRow[]>(
        'select fingerprint, answer from idempotency_key where scope = $1 and key = $2',
        [scope, key],
      );
      // Where nothing is kept any more, the claim was released in between, and the key can be taken.
      if (kept !== undefined) {
        return claimOn(kept, fingerprint);
      }
    }
  }

  /** Keeps the answer to a claimed key; the first one, where a claim was taken over. */
  async complete(scope: string, key: string, answer: KeptAnswer, at: Date): Promise<void> {
    await this.database.query(
      `update idempotency_key set answer = $3, claimed_at = $4
      where scope = $1 and key = $2 and answer is null`,
      [scope, key, JSON.stringify(answer), at],
    );
  }

  /** Forgets the claim: nothing was done. */
  async release(scope: string, key: string): Promise<void> {
    await this.source.query('delete from idempotency_key where scope = $1 and key = $2 and answer is null', [
      scope,
      key,
    ]);
  }

  /** Removes the keys that are as good as new by then, a day after they were claimed or answered. */
  async forgetOld(at: Date): Promise<void> {
    await this.source.query('delete from idempotency_key where claimed_at <= $1', [
      before(at, ANSWER_MILLISECONDS),
    ]);
  }

  private async take(scope: string, key: string, fingerprint: string, at: Date): Promise<boolean> {
    const taken = await this.source.query<unknown[]>(
      `insert into idempotency_key as kept (scope, key, fingerprint, claimed_at)
      values ($1, $2, $3, $4)
      on conflict (scope, key) do update
        set fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at, answer = null
        where kept.claimed_at <= case when kept.answer is null then $5::timestamptz else $6::timestamptz end
      returning scope`,
      [scope, key, fingerprint, at, before(at, CLAIM_MILLISECONDS), before(at, ANSWER_MILLISECONDS)],
    );
    return taken.length > 0;
  }
}

function claimOn(kept: KeyRow, fingerprint: string): KeyClaim {
  if (kept.fingerprint !== fingerprint) {
    return { kind: 'other-body' };
  }
  return kept.answer === null ? { kind: 'in-progress' } : { kind: 'replay', answer: kept.answer };
}

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
