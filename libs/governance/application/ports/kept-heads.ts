import type { SignedHead } from '../../domain/signed-head';

/** A head as it was found where heads are kept. */
export interface FoundHead {
  /** Of the file. */
  readonly name: string;
  /** What it holds, which may be anything. */
  readonly text: string;
}

/** Where heads of the log are kept, outside of the database that holds the log. */
export abstract class KeptHeads {
  /** By day, the oldest first. */
  abstract all(): Promise<readonly FoundHead[]>;
  /** Keeps the head of a day. @returns false where the day has one, which stays */
  abstract keep(day: string, head: SignedHead): Promise<boolean>;
}
