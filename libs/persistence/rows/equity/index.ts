import { BarrierReviewRow } from './barrier-review.row';

/** Tables of the context. */
export const EQUITY_ROWS = [BarrierReviewRow] as const;
