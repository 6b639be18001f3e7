import type { Caller } from '../domain/caller';

/** Tells who calls. */
export abstract class Callers {
  /** The caller whose token this is; undefined for a token that nobody was given, or that was taken back. */
  abstract byToken(token: string): Promise<Caller | undefined>;

  /** Tells the log that somebody was refused whose token said nothing that is believed here. */
  tellRefused(): Promise<void> {
    return Promise.resolve();
  }
}
