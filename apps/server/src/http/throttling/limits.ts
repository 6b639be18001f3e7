import { HttpProblem } from '../problem';
import type { Counted } from './request-counter';

/** How many requests are answered within a minute. */
export interface RequestLimits {
  /** From one address, whoever asks. Many sit behind the one address of a hospital. */
  readonly perAddress: number;
  /** Of one account. */
  readonly perAccount: number;
  /** From one address with a token that is not known: nobody tries many. */
  readonly refusedPerAddress: number;
}

/** Limits are by the minute. */
export const WINDOW_SECONDS = 60;

/** The answer to whoever asks too often. */
export function tooMany({ windowEndsAt }: Pick<Counted, 'windowEndsAt'>, now = Date.now()): HttpProblem {
  const seconds = Math.max(1, Math.ceil((windowEndsAt.getTime() - now) / 1000));
  return new HttpProblem(
    429,
    'request.too-many',
    'Too many requests came from there within a minute: wait as long as Retry-After says.',
    { headers: { 'Retry-After': String(seconds) } },
  );
}
