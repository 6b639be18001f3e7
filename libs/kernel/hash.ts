import { createHash, createHmac } from 'node:crypto';

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * HMAC-SHA-256 of a text under a key, 64 lower-case hexadecimal digits (RFC 2104): without the key nobody can tell which
 * text it stands for, however few texts there are to try.
 */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
