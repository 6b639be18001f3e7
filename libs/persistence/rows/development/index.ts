import { OpportunityRow } from './opportunity.row';

/** Tables of the context. */
export const DEVELOPMENT_ROWS = [OpportunityRow] as const;
