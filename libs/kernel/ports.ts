/** Tells the time, so that a use case can be tested at any. */
export abstract class Clock {
  abstract now(): Date;

  /** The day in the United Kingdom, `YYYY-MM-DD`: waiting is counted in days, and a day ends there at midnight. */
  today(): string {
    return this.now().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
  }
}

/** Makes what nobody can guess. */
export abstract class Random {
  /** A random UUID (RFC 9562, version 4). */
  abstract uuid(): string;
  /** 256 random bits in base64url, 43 characters. */
  abstract secret(): string;
}

/**
 * Everything that the work writes, through whatever repository, takes effect together or not at all. A transaction
 * within a transaction joins it.
 */
export abstract class Transaction {
  abstract run<Result>(work: () => Promise<Result>): Promise<Result>;
}
