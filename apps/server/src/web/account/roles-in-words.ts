import type { Role, RoleHeld } from '@evenhand/identity';

/** A role as its holder reads it. */
export interface RoleInWords {
  readonly title: string;
  /** What it lets them do, each to follow "You can". */
  readonly lets: readonly string[];
}

const LEADS_A_REVIEW = 'answer your organisation’s review of barriers where you lead it';

/** Every role in plain words. */
export const ROLES_IN_WORDS: Readonly<Record<Role, RoleInWords>> = {
  aspiring_leader: {
    title: 'Aspiring leader',
    lets: [
      'ask for a mentor, and take your request back',
      'accept or decline a mentor who is proposed to you',
      'see why you were matched, or not',
      'see your own memberships of talent pools, and join open ones',
      LEADS_A_REVIEW,
    ],
  },
  mentor: {
    title: 'Mentor',
    lets: [
      'say what you can help with, and how many people',
      'accept or decline people who are proposed to you',
      'put people forward for talent pools',
      LEADS_A_REVIEW,
    ],
  },
  coordinator: {
    title: 'Coordinator',
    lets: [
      'look after the people, organisations and requests of the programme: by imports, and by correcting who somebody is and where they work',
      'run matching rounds, see what came of them, and publish them',
      'decide about a single pair, with a reason',
    ],
  },
  hr_auditor: {
    title: 'HR auditor',
    lets: [
      'see the rules of matching rounds and access by professional group',
      'have a round solved again and compared',
      'set the headcounts of the workforce',
      'ask for reports on who gets access, and put them forward to the board',
    ],
  },
  talent_board: {
    title: 'Member of the talent board',
    lets: [
      'keep talent pools and their criteria',
      'decide about members who agreed to be seen',
      'keep the leadership plan, and the boards of organisations by role and profession',
      'decide whether equity reports and leadership plans are published, except your own',
    ],
  },
  platform_admin: {
    title: 'Platform administrator',
    lets: [
      'make programmes',
      'switch accounts off and on',
      'ask for a role for somebody, which another administrator confirms',
    ],
  },
};

/** Whoever is a mentor of a programme is a person there like everybody else, who may look for a mentor of their own. */
const MENTOR_WHO_MAY_ASK = 'Mentor, who may ask for a mentor too';

/** A role that is shown to its holder, and the programme in which it holds; every one where absent. */
export interface RoleShown extends RoleInWords {
  readonly role: Role;
  readonly programmeId?: string;
  /** The organisation whose own auditor they are there. */
  readonly organisationId?: string;
}

/**
 * Roles as they are told to their holder: who is a mentor of a programme has one role there and not two. Whoever sees
 * somebody else's record for a while is not that person, and is told of no role by it.
 */
export function rolesInWords(roles: readonly RoleHeld[]): readonly RoleShown[] {
  const held = roles.filter(({ through }) => through === undefined);
  const has = (role: Role, { programmeId }: RoleHeld) =>
    held.some((other) => other.role === role && other.programmeId === programmeId);
  return held.flatMap((one) => {
    if (one.role === 'aspiring_leader' && has('mentor', one)) return [];
    const { role, programmeId, organisationId } = one;
    const where = {
      role,
      ...(programmeId === undefined ? {} : { programmeId }),
      ...(organisationId === undefined ? {} : { organisationId }),
    };
    return one.role === 'mentor' && has('aspiring_leader', one)
      ? [{ title: MENTOR_WHO_MAY_ASK, lets: bothOf('mentor', 'aspiring_leader'), ...where }]
      : [{ ...ROLES_IN_WORDS[one.role], ...where }];
  });
}

function bothOf(one: Role, other: Role): readonly string[] {
  return [...new Set([...ROLES_IN_WORDS[one].lets, ...ROLES_IN_WORDS[other].lets])];
}
