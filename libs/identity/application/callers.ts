import type { Caller } from '../domain/caller';

/** Tells who calls. */
export abstract class Callers {
  /** The caller whose token this is; undefined for a token that nobody was given, or that was taken back. */
  abstract byToken(token: string): Promise<Caller | undefined>;
}
