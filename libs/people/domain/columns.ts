/** Columns of a file of mentees; their order is free. */
export const MENTEE_COLUMNS = [
  'id',
  'name',
  'email',
  'organisation',
  'region',
  'profession',
  'registration',
  'grade',
  'stage',
  'target_stage',
  'gaps',
  'languages',
  'mode',
  'prefer_profession',
  'prefer_organisation',
  'peer',
  'exclude',
  'line_manager',
  'waiting_since',
  'accessibility',
  'consent',
  'active',
] as const;

/** Columns of a file of mentors; their order is free. */
export const MENTOR_COLUMNS = [
  'id',
  'name',
  'email',
  'organisation',
  'region',
  'profession',
  'registration',
  'grade',
  'stage',
  'strengths',
  'capacity',
  'protected_hours',
  'languages',
  'mode',
  'peer',
  'accessibility',
  'exclude',
  'line_manager',
  'listed',
  'consent',
  'active',
] as const;

/** A column of `mentees.csv`. */
export type MenteeColumn = (typeof MENTEE_COLUMNS)[number];
/** A column of `mentors.csv`. */
export type MentorColumn = (typeof MENTOR_COLUMNS)[number];

/** Columns without which no mentee can be matched; every other one has a default. */
export const REQUIRED_MENTEE_COLUMNS: readonly MenteeColumn[] = [
  'id',
  'organisation',
  'region',
  'profession',
  'stage',
  'gaps',
];
/** Columns without which no mentor can be matched. */
export const REQUIRED_MENTOR_COLUMNS: readonly MentorColumn[] = [
  'id',
  'organisation',
  'region',
  'profession',
  'stage',
  'strengths',
  'capacity',
];
