import { ChampioningRow } from './championing.row';
import { MentoringRelationshipRow } from './mentoring-relationship.row';

/** Tables of the context. */
export const MENTORING_ROWS = [MentoringRelationshipRow, ChampioningRow] as const;
