import type { SignInAttempt } from '@evenhand/identity';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Somebody is on the way to the provider and back. */
export interface SignInUnderWay extends SignInAttempt {
  /** The path to go on to. */
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

/** How long somebody may take to sign in at the provider. */
export const ATTEMPT_SECONDS = 600;

/**
 * Writes and reads what a browser keeps while it is at the provider. It is signed, so that nobody puts one into another's
 * browser; with a key that every server of an installation has, so that the answer may come back to any of them.
 */
export class SignInAttempts {
  private readonly key: Buffer;

  /** @param secret what only the servers know */
  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'evenhand sign-in attempt', 32));
  }

  write(attempt: SignInUnderWay): string {
    const text = Buffer.from(JSON.stringify(attempt)).toString('base64url');
    return `${text}.${this.signatureOf(text)}`;
  }

  /** Undefined where it is not one of ours, or too long ago. */
  read(written: string | undefined, now: Date): SignInUnderWay | undefined {
    const [text = '', signature = ''] = written?.split('.') ?? [];
    const [given, ours] = [Buffer.from(signature), Buffer.from(this.signatureOf(text))];
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) {
      return undefined;
    }
    const attempt = JSON.parse(Buffer.from(text, 'base64url').toString()) as SignInUnderWay;
    return now.getTime() - attempt.begunAt < ATTEMPT_SECONDS * 1000 ? attempt : undefined;
  }

  private signatureOf(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}
