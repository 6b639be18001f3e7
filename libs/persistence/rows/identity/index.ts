import { AccountRow } from './account.row';
import { RoleGrantRow } from './role-grant.row';
import { SessionRow } from './session.row';

/** Tables of the context. */
export const IDENTITY_ROWS = [AccountRow, RoleGrantRow, SessionRow] as const;
