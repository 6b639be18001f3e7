import { createHash } from 'node:crypto';

const KEY_BITS = 26n;

/** Above every tie key. */
export const TIE_KEY_SPAN = 1 << Number(KEY_BITS);

/** The first 26 bits of a pair's digest, and the 26 after them for those that are still equal. */
export function tieKeys(seed: string, menteeId: string, mentorId: string): { first: number; second: number } {
  const digest = createHash('sha256').update(`${seed}\n${menteeId}\n${mentorId}`, 'utf8').digest();
  const head = digest.readBigUInt64BE();
  const first = head >> (64n - KEY_BITS);
  const second = (head >> (64n - 2n * KEY_BITS)) & (BigInt(TIE_KEY_SPAN) - 1n);
  return { first: Number(first), second: Number(second) };
}
