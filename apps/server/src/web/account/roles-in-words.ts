import type { Role } from '@evenhand/identity';

/** A role as its holder reads it. */
export interface RoleInWords {
  readonly title: string;
  /** What it lets them do, each to follow "You can". */
  readonly lets: readonly string[];
}

/** Every role in plain words. */
export const ROLES_IN_WORDS: Readonly<Record<Role, RoleInWords>> = {
  aspiring_leader: {
    title: 'Aspiring leader',
    lets: [
      'ask for a mentor, and take your request back',
      'accept or decline a mentor who is proposed to you',
      'see why you were matched, or not',
      'see your own memberships of talent pools, and join open ones',
    ],
  },
  mentor: {
    title: 'Mentor',
    lets: [
      'say what you can help with, and how many people',
      'accept or decline people who are proposed to you',
      'put people forward for talent pools',
    ],
  },
  coordinator: {
    title: 'Coordinator',
    lets: [
      'look after the people, organisations and requests of the programme',
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
    ],
  },
  talent_board: {
    title: 'Member of the talent board',
    lets: [
      'keep talent pools and their criteria',
      'decide about members who agreed to be seen',
      'keep the leadership plan, and the boards of organisations by role and profession',
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
