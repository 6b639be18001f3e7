import { IDENTITY_ROWS } from './identity';
import { MATCHING_ROWS } from './matching';
import { PEOPLE_ROWS } from './people';
import { TALENT_ROWS } from './talent';

/** Every table that is mapped. */
export const ROWS = [...IDENTITY_ROWS, ...PEOPLE_ROWS, ...MATCHING_ROWS, ...TALENT_ROWS] as const;
