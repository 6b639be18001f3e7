/** How often somebody has asked within the window that is open for them. */
export interface Counted {
  /** This one included. */
  readonly requests: number;
  readonly windowEndsAt: Date;
}

/** Counts requests, over all servers alike. */
export abstract class RequestCounter {
  /** @param from a name for where the request came from */
  abstract count(from: string, windowSeconds: number): Promise<Counted>;
}
