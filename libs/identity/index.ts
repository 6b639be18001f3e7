export { type Role, ROLES } from './domain/role';
export { holdersOf, may, type Permission, PERMISSIONS } from './domain/permission';
export { authorityOf, type Caller, type RoleHeld } from './domain/caller';
export { type Account, type AccountKind, type AccountState, type SignInName } from './domain/account';
export { type Claims } from './domain/claims';
export { ProviderAway } from './domain/provider-away';
export {
  GRANT_STATES,
  GRANTED_ROLES,
  type GrantedRole,
  type GrantState,
  type RoleGrant,
} from './domain/role-grant';
export { Callers } from './application/callers';
export { AccessTokens } from './application/ports/access-tokens';
export { AccountRepository } from './application/ports/account.repository';
export { type GrantFilter, RoleGrantRepository } from './application/ports/role-grant.repository';
export { RoleHolders } from './application/ports/role-holders';
export { type KnownPerson, PeopleOfAccounts } from './application/ports/people-of-accounts';
export { SignIn, type SignedIn, type SignInRefusal } from './application/sign-in/sign-in';
export { CallerOfAccount } from './application/sign-in/caller-of-account';
export { BearerCallers } from './application/sign-in/bearer-callers';
export { ListAccounts } from './application/accounts/list-accounts';
export { ChangeAccount } from './application/accounts/change-account';
export { AskForRole, type RoleAsked } from './application/roles/ask-for-role';
export { ConfirmRole } from './application/roles/confirm-role';
export { EndRole } from './application/roles/end-role';
export { ListRoleGrants } from './application/roles/list-role-grants';
export { GiveRole, type RolePlace, type RoleReceiver } from './application/roles/give-role';
export { type BreakGlass } from './domain/break-glass';
export { BreakGlassRepository } from './application/ports/break-glass.repository';
export { AskToBreakGlass } from './application/break-glass/ask-to-break-glass';
export { ApproveBreakGlass } from './application/break-glass/approve-break-glass';
export { ListBrokenGlass } from './application/break-glass/list-broken-glass';
export { type Session, type SessionBounds, type SessionLimits } from './domain/session';
export { SessionRepository } from './application/ports/session.repository';
export { SessionSettings } from './application/ports/session-settings';
export {
  type ProvenSignIn,
  type SignInAttempt,
  type SignInBegun,
  SignInProvider,
  type UnprovenSignIn,
} from './application/ports/sign-in-provider';
export { BeginSession } from './application/sessions/begin-session';
export { FindSession, type OpenSession } from './application/sessions/find-session';
export { EndSession } from './application/sessions/end-session';
export {
  type PagesRefusal,
  type SignedInToPages,
  SignInToPages,
} from './application/sessions/sign-in-to-pages';
export { SessionsModule } from './application/sessions.module';
export { IdentityModule } from './application/identity.module';
