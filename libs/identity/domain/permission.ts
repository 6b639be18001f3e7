import type { Extent } from '@evenhand/kernel';
import { type Role, ROLES } from './role';

/**
 * What can be done, and by whom. A permission that ends in `-own` holds only for what is one's own: for the person whom
 * the caller is. What is public needs no permission and does not stand here.
 */
const HOLDERS = {
  'account:read': ROLES,
  'accounts:read': ['platform_admin'],
  'accounts:write': ['platform_admin'],
  'glass:break': ['platform_admin'],
  'jobs:read': ['platform_admin'],
  'jobs:redrive': ['platform_admin'],
  'roles:read': ['platform_admin'],
  'roles:write': ['platform_admin'],
  'audit-events:read-equity': ['hr_auditor'],
  'audit-events:read-security': ['platform_admin'],
  'audit-events:read-own': ROLES,
  'programmes:read': ROLES,
  'programmes:make': ['coordinator', 'platform_admin'],
  'programmes:write': ['coordinator'],
  'organisations:read': ROLES,
  'organisations:write': ['coordinator'],
  'people:read': ['coordinator'],
  'people:register': ['coordinator'],
  'people:correct': ['coordinator'],
  'people:read-own': ROLES,
  'people:write-own': ROLES,
  'people:erase': ['coordinator'],
  'people:erase-own': ['aspiring_leader', 'mentor'],
  'corrections:settle': ['coordinator'],
  'corrections:ask-own': ['aspiring_leader', 'mentor'],
  'equality-answers:read-own': ROLES,
  'equality-answers:write-own': ROLES,
  'mentors:browse': ['aspiring_leader'],
  'imports:read': ['coordinator'],
  'imports:write': ['coordinator'],
  'workforce:read': ['coordinator', 'hr_auditor'],
  'workforce:write': ['coordinator', 'hr_auditor'],
  'requests:read': ['coordinator'],
  'requests:withdraw': ['coordinator'],
  'requests:read-own': ['aspiring_leader', 'mentor'],
  'requests:write-own': ['aspiring_leader', 'mentor'],
  'rounds:read': ['coordinator', 'hr_auditor'],
  'rounds:write': ['coordinator'],
  'outcomes:read': ['coordinator'],
  'access:read': ['coordinator', 'hr_auditor'],
  'enquiries:make': ['coordinator', 'hr_auditor'],
  'previews:make': ['coordinator'],
  'explanations:read': ['coordinator'],
  'explanations:sample': ['hr_auditor'],
  'explanations:read-own': ['aspiring_leader', 'mentor'],
  'reviews:settle': ['coordinator'],
  'reviews:ask-own': ['aspiring_leader', 'mentor'],
  'proposals:read': ['coordinator'],
  'proposals:read-own': ['aspiring_leader', 'mentor'],
  'proposals:write-own': ['aspiring_leader', 'mentor'],
  'equity-reports:run': ['hr_auditor'],
  'equity-reports:read': ['hr_auditor'],
  'equity-snapshots:approve': ['talent_board'],
  'relationships:read': ['coordinator'],
  'relationships:read-own': ['aspiring_leader', 'mentor'],
  'relationships:write-own': ['aspiring_leader', 'mentor'],
  'championing:read': ['coordinator'],
  'championing:read-own': ['aspiring_leader', 'mentor'],
  'championing:write-own': ['aspiring_leader', 'mentor'],
  'talent-pools:read': ['coordinator', 'talent_board'],
  'talent-pools:write': ['talent_board'],
  'talent-pools:decide': ['talent_board'],
  'talent-pools:read-own': ['aspiring_leader', 'mentor'],
  'talent-pools:join-own': ['aspiring_leader', 'mentor'],
  'nominations:read-own': ['mentor'],
  'nominations:make-own': ['mentor'],
  'barrier-reviews:read': ['coordinator', 'hr_auditor', 'talent_board'],
  'barrier-reviews:write': ['hr_auditor', 'talent_board'],
  // Of whoever leads one, who can be anybody in the programme.
  'barrier-reviews:read-own': ['aspiring_leader', 'mentor'],
  'barrier-reviews:answer-own': ['aspiring_leader', 'mentor'],
  'opportunities:read': ['coordinator', 'hr_auditor', 'talent_board'],
  'opportunities:write': ['coordinator'],
  'opportunities:read-own': ['aspiring_leader', 'mentor'],
  'critical-posts:read': ['coordinator', 'hr_auditor', 'talent_board'],
  'critical-posts:write': ['talent_board'],
  'leadership-plan:read': ['coordinator', 'hr_auditor', 'talent_board'],
  'leadership-plan:write': ['talent_board'],
} as const satisfies Record<string, readonly Role[]>;

/** What a route can ask of its caller. */
export type Permission = keyof typeof HOLDERS;

/**
 * Permissions without `-own` that open less than everything of a programme. All that people hold who are nothing but
 * people of a programme stand here: none of them reaches what is somebody else's.
 */
const EXTENTS: Partial<Record<Permission, Extent>> = {
  'account:read': 'account',
  'programmes:read': 'commons',
  'organisations:read': 'commons',
  // The mentors who are listed chose to be shown to everybody in the programme.
  'mentors:browse': 'commons',
};

/** How much of what a role is over one of its permissions opens; undefined where it is everything. */
export function extentOf(role: Role, permission: Permission): Extent | undefined {
  return EXTENTS[permission] ?? (role === 'platform_admin' ? 'service' : undefined);
}

/** Every permission, for those who check that each is used. */
export const PERMISSIONS = Object.keys(HOLDERS) as readonly Permission[];

/** Whether a role holds a permission. */
export function may(role: Role, permission: Permission): boolean {
  return (HOLDERS[permission] as readonly Role[]).includes(role);
}

/** Roles that hold a permission, in the order of the roles. */
export function holdersOf(permission: Permission): readonly Role[] {
  return HOLDERS[permission];
}
