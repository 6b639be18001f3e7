import { Module } from '@nestjs/common';
import { ChangeAccount } from './accounts/change-account';
import { ListAccounts } from './accounts/list-accounts';
import { ApproveBreakGlass } from './break-glass/approve-break-glass';
import { AskToBreakGlass } from './break-glass/ask-to-break-glass';
import { ListBrokenGlass } from './break-glass/list-broken-glass';
import { AskForRole } from './roles/ask-for-role';
import { ConfirmRole } from './roles/confirm-role';
import { EndRole } from './roles/end-role';
import { GiveRole } from './roles/give-role';
import { ListRoleGrants } from './roles/list-role-grants';
import { CallerOfAccount } from './sign-in/caller-of-account';
import { SignIn } from './sign-in/sign-in';

const USE_CASES = [
  SignIn,
  CallerOfAccount,
  ListAccounts,
  ChangeAccount,
  ListRoleGrants,
  AskForRole,
  ConfirmRole,
  EndRole,
  GiveRole,
  AskToBreakGlass,
  ApproveBreakGlass,
  ListBrokenGlass,
];

/**
 * Who signs in, and who may. Whoever imports it provides the repositories, the log, a clock, chance and transactions;
 * who reads bearer tokens binds {@link Callers}.
 */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class IdentityModule {}
