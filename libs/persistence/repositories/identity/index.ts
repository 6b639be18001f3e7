import {
  AccountRepository,
  BreakGlassRepository,
  PeopleOfAccounts,
  RoleGrantRepository,
  RoleHolders,
  SessionRepository,
} from '@evenhand/identity';
import type { Provider } from '@nestjs/common';
import { TypeormAccountRepository } from './typeorm-account.repository';
import { TypeormBreakGlassRepository } from './typeorm-break-glass.repository';
import { TypeormPeopleOfAccounts } from './typeorm-people-of-accounts';
import { TypeormRoleGrantRepository } from './typeorm-role-grant.repository';
import { TypeormRoleHolders } from './typeorm-role-holders';
import { TypeormSessionRepository } from './typeorm-session.repository';

/** What answers the context's ports. */
export const IDENTITY_REPOSITORIES: readonly Provider[] = [
  { provide: AccountRepository, useClass: TypeormAccountRepository },
  { provide: RoleGrantRepository, useClass: TypeormRoleGrantRepository },
  { provide: BreakGlassRepository, useClass: TypeormBreakGlassRepository },
  { provide: RoleHolders, useClass: TypeormRoleHolders },
  { provide: PeopleOfAccounts, useClass: TypeormPeopleOfAccounts },
  { provide: SessionRepository, useClass: TypeormSessionRepository },
];
