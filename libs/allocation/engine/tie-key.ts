import { hash } from 'node:crypto';

/** Both keys of a pair, 26 bits each. */
export interface TieKeys {
  readonly first: number;
  readonly second: number;
}

/**
 * What decides between matchings that are equal in every objective: a number that the published seed gives to each
 * pair, and that nobody can steer. The first 26 bits of SHA-256 over seed, mentee and mentor, one a line; the next 26
 * decide where the first leave a tie.
 */
export function tieKeys(seed: string, menteeId: string, mentorId: string): TieKeys {
  const digest = hash('sha256', `${seed}\n${menteeId}\n${mentorId}`, 'hex');
  return { first: parseInt(digest.slice(0, 8), 16) >>> 6, second: bitsFrom26(digest) };
}

/** Bits 26 to 51: the last 6 of the fourth byte and the 20 after them. */
function bitsFrom26(digest: string): number {
  return parseInt(digest.slice(6, 13), 16) & 0x3ffffff;
}
