/** Why a coordinator erases somebody. */
export const ERASURE_REASONS = ['asked_by_person', 'left_employer', 'recorded_in_error'] as const;
/** The code of one of them. */
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** What somebody has to write who wants to be erased: nobody does so by a slip. */
export const ERASURE_CONFIRMATION = 'erase everything held on me';
