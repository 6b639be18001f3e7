import { GOVERNANCE_ROWS } from './governance';
import { IDENTITY_ROWS } from './identity';
import { MATCHING_ROWS } from './matching';
import { MENTORING_ROWS } from './mentoring';
import { PEOPLE_ROWS } from './people';
import { TALENT_ROWS } from './talent';

/**
 * Every table that is mapped: rows that are looked up by what they hold, for which a query reads best when it is put
 * together. Where locks and conditions are what statements are about, a repository speaks SQL, and its rows are plain
 * types. What writes many rows at once is SQL in either case, in `repositories/statements.ts`.
 */
export const ROWS = [
  ...IDENTITY_ROWS,
  ...PEOPLE_ROWS,
  ...MATCHING_ROWS,
  ...MENTORING_ROWS,
  ...TALENT_ROWS,
  ...GOVERNANCE_ROWS,
] as const;
