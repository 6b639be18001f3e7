import { Module } from '@nestjs/common';
import { Callers } from './callers';
import { IssueAccessToken } from './issue-access-token';
import { TokenCallers } from './token-callers';

/** Who calls, and who may. Whoever imports it provides the repository of tokens, a clock, chance and transactions. */
@Module({
  providers: [IssueAccessToken, { provide: Callers, useClass: TokenCallers }],
  exports: [IssueAccessToken, Callers],
})
export class IdentityModule {}
