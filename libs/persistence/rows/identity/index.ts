import { AccountRow } from './account.row';
import { BreakGlassRow } from './break-glass.row';
import { RoleGrantRow } from './role-grant.row';
import { SessionRow } from './session.row';

/** Tables of the context. */
export const IDENTITY_ROWS = [AccountRow, RoleGrantRow, BreakGlassRow, SessionRow] as const;
