/** None of the context's tables is mapped: its repositories speak SQL, since locks and conditions are what they are about. */
export const MATCHING_ROWS = [] as const;
