export { type Role, ROLES } from './domain/role';
export { holdersOf, may, type Permission, PERMISSIONS } from './domain/permission';
export { authorityOf, type Caller, limitedTo, type RoleHeld } from './domain/caller';
export { Callers } from './application/callers';
export { type AccessToken, AccessTokenRepository } from './application/access-token.repository';
export { IssueAccessToken } from './application/issue-access-token';
export { TokenCallers } from './application/token-callers';
export { IdentityModule } from './application/identity.module';
