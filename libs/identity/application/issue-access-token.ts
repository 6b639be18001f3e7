import { Clock, Random, sha256, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Role } from '../domain/role';
import { AccessTokenRepository } from './access-token.repository';

/** Gives out a token for a role, in place of the one given out before for the same role and person. */
@Injectable()
export class IssueAccessToken {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @returns the token itself, which is kept nowhere and cannot be read again */
  async run(role: Role, personId?: string): Promise<string> {
    const token = this.random.secret();
    await this.transaction.run(async () => {
      await this.tokens.removeOf(role, personId);
      await this.tokens.add({
        id: this.random.uuid(),
        role,
        ...(personId === undefined ? {} : { personId }),
        sha256: sha256(token),
        issuedAt: this.clock.now(),
      });
    });
    return token;
  }
}
