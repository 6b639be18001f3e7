import { AuditTrail, Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../domain/caller';
import { AccessTokens } from '../ports/access-tokens';
import { Callers } from '../callers';
import { CallerOfAccount } from './caller-of-account';
import { SignIn } from './sign-in';

/** Knows callers by the access tokens of the OpenID provider. */
@Injectable()
export class BearerCallers extends Callers {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly signIn: SignIn,
    private readonly callerOf: CallerOfAccount,
    private readonly trail: AuditTrail,
  ) {
    super();
  }

  override async byToken(token: string): Promise<Caller | undefined> {
    const claims = await this.tokens.read(token);
    if (claims === undefined) {
      return undefined;
    }
    const account = await this.signIn.find(claims);
    return account === undefined ? undefined : this.callerOf.run(account.id);
  }

  override tellRefused(): Promise<void> {
    return this.trail.record({
      kind: 'security',
      action: 'sign-in.refused',
      authority: Authority.ofProgram('sign-in'),
      details: { why: 'token' },
    });
  }
}
