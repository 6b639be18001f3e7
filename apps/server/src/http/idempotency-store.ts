/** An answer as it is kept, to be given again. */
export interface KeptAnswer {
  readonly status: number;
  /** `Location` and `ETag`, where the answer had them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the answer had no body. */
  readonly body?: unknown;
}

/** What became of an attempt to claim a key. */
export type Claim =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'replay'; readonly answer: KeptAnswer }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'in-progress' };

/** Keeps which requests were made under which key, and how they were answered. A claim is atomic: one of many gets it. */
export abstract class IdempotencyStore {
  /**
   * @param scope who calls which route
   * @param fingerprint SHA-256 of the body, hexadecimal
   */
  abstract claim(scope: string, key: string, fingerprint: string, at: Date): Promise<Claim>;
  /**
   * Carries out the work and what `complete` keeps of it together or not at all, so that a process that dies leaves
   * neither work without an answer nor an answer without work.
   */
  abstract together<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Keeps the answer. */
  abstract complete(scope: string, key: string, answer: KeptAnswer, at: Date): Promise<void>;
  /** Forgets the claim: nothing was done. */
  abstract release(scope: string, key: string): Promise<void>;
}
