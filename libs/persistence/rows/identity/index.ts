import { AccessTokenRow } from './access-token.row';

/** Tables of the context. */
export const IDENTITY_ROWS = [AccessTokenRow] as const;
