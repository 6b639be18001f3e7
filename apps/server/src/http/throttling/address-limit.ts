import { Logger } from '@nestjs/common';
import { type Options, rateLimit, type Store } from 'express-rate-limit';
import type { Request, Response } from '../exchange';
import { type RequestLimits, tooMany, WINDOW_SECONDS } from './limits';
import type { RequestCounter } from './request-counter';

const logger = new Logger('Requests');

/**
 * Refuses who asks too often, by address, before anything else is done for them. What a proxy says of addresses counts
 * only from as many proxies as are configured; an IPv6 address counts as its network, of which one caller has millions.
 */
export function addressLimit(
  counter: RequestCounter,
  { perAddress }: Pick<RequestLimits, 'perAddress'>,
  tell: (error: unknown, request: Request, response: Response) => void,
) {
  return rateLimit({
    windowMs: WINDOW_SECONDS * 1000,
    limit: perAddress,
    store: new CountingStore(counter),
    // How much others behind the same address have asked is nobody's business.
    standardHeaders: false,
    legacyHeaders: false,
    // A database that is away says so itself, to everybody.
    passOnStoreError: true,
    // What it has to say belongs into the log, a line of JSON like every other.
    logger: { error: (first) => logger.error(first), warn: (first) => logger.warn(first) },
    // It would warn of a header that no proxy of ours sent; that header is not heeded here.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    // Health checks go on: whoever restarts what looks dead would help those who flood it.
    skip: ({ path }) => path.startsWith('/health/'),
    handler: (request, response) => {
      const { resetTime } = (request as unknown as { rateLimit: { resetTime?: Date } }).rateLimit;
      tell(tooMany({ windowEndsAt: resetTime ?? new Date() }), request as unknown as Request, response);
    },
  } satisfies Partial<Options>);
}

/** The limiter's own kind of store, on a counter that all servers share. */
class CountingStore implements Store {
  constructor(private readonly counter: RequestCounter) {}

  async increment(address: string): Promise<{ totalHits: number; resetTime: Date }> {
    const { requests, windowEndsAt } = await this.counter.count(`address ${address}`, WINDOW_SECONDS);
    return { totalHits: requests, resetTime: windowEndsAt };
  }

  // Only asked for where some answers are not to count. All do.
  decrement(): void {
    throw new Error('Requests that were made are not taken back.');
  }

  resetKey(): void {
    throw new Error('Requests that were made are not taken back.');
  }
}
