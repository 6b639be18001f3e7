import { AccessTokenRepository } from '@evenhand/identity';
import type { Provider } from '@nestjs/common';
import { TypeormAccessTokenRepository } from './typeorm-access-token.repository';

/** What answers the context's ports. */
export const IDENTITY_REPOSITORIES: readonly Provider[] = [
  { provide: AccessTokenRepository, useClass: TypeormAccessTokenRepository },
];
