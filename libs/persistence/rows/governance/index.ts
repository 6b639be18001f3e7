import { CorrectionRequestRow } from './correction-request.row';

/** The context's mapped tables. The log is written by functions, and read in SQL. */
export const GOVERNANCE_ROWS = [CorrectionRequestRow] as const;
