/** Who somebody is to a programme. Everybody else is the public, and needs no role. */
export const ROLES = [
  'aspiring_leader',
  'mentor',
  'coordinator',
  'hr_auditor',
  'talent_board',
  'platform_admin',
] as const;
/** The code of a role. */
export type Role = (typeof ROLES)[number];
