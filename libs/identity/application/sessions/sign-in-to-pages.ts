import { AuditTrail, Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type SignInAttempt, SignInProvider, type UnprovenSignIn } from '../ports/sign-in-provider';
import { SignIn, type SignInRefusal } from '../sign-in/sign-in';
import { BeginSession } from './begin-session';

/** Why nobody is signed in: beside what the provider's answer lacks, a browser that never asked, or too long ago. */
export type PagesRefusal = UnprovenSignIn | SignInRefusal | 'unasked';

/** What came of it. */
export type SignedInToPages =
  | { readonly sessionId: string; readonly refused?: undefined }
  | { readonly sessionId?: undefined; readonly refused: PagesRefusal };

/** Takes the answer of the provider with which a browser comes back, and begins a session. Every refusal is written down. */
@Injectable()
export class SignInToPages {
  constructor(
    private readonly provider: SignInProvider,
    private readonly signIn: SignIn,
    private readonly begin: BeginSession,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @param attempt what this browser was given when it went to the provider; undefined where it has nothing, or not any more
   * @param before the session that it comes with
   * @param countRefusal is run before a refusal is written down; where it throws, nothing is: whoever has had their share
   * of refusals does not fill the log with more
   * @throws ProviderAway, and what `countRefusal` throws
   */
  async run(
    query: string,
    attempt: SignInAttempt | undefined,
    before: string | undefined,
    countRefusal: () => Promise<void>,
  ): Promise<SignedInToPages> {
    if (attempt === undefined) {
      return this.refuse('unasked', countRefusal);
    }
    const proven = await this.provider.complete(query, attempt);
    if (typeof proven === 'string') {
      return this.refuse(proven, countRefusal);
    }
    const { account, refused } = await this.signIn.run(proven.claims, countRefusal);
    return account === undefined
      ? { refused }
      : { sessionId: await this.begin.run(account.id, proven, before) };
  }

  private async refuse(
    why: UnprovenSignIn | 'unasked',
    countRefusal: () => Promise<void>,
  ): Promise<SignedInToPages> {
    await countRefusal();
    await this.trail.record({
      kind: 'security',
      action: 'sign-in.refused',
      authority: Authority.ofProgram('sign-in'),
      details: { why },
    });
    return { refused: why };
  }
}
