import { AccountRow } from './account.row';
import { RoleGrantRow } from './role-grant.row';

/** Tables of the context. */
export const IDENTITY_ROWS = [AccountRow, RoleGrantRow] as const;
