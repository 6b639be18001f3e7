/** Somebody invented as whom a newcomer can sign in. */
export interface DemonstrationPerson {
  /** What the provider knows them by, and what a form names them by. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly staffId: string;
  /** The code of the role for whose sake they are here. */
  readonly role: string;
  /** The role in words, and what it lets them do. */
  readonly title: string;
  readonly does: string;
  /** The organisation of the demonstration programme whose own auditor they are. */
  readonly organisation?: string;
}

/**
 * One for each role. The first two stand in the files of the demonstration programme under the same addresses; mail to any
 * of these can never arrive, since `.test` is kept from real use.
 */
export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  {
    subject: 'demonstration-aspiring-leader',
    name: 'Femi Osei',
    email: 'femi.osei@example.nhs.test',
    staffId: 'DEMO-0002',
    role: 'aspiring_leader',
    title: 'Aspiring leader',
    does: 'asks for a mentor, and sees what became of it and why',
  },
  {
    subject: 'demonstration-mentor',
    name: 'Malachi Nkosi',
    email: 'malachi.nkosi@example.nhs.test',
    staffId: 'DEMO-0006',
    role: 'mentor',
    title: 'Mentor',
    does: 'offers places, and accepts or declines who is proposed',
  },
  {
    subject: 'demonstration-coordinator',
    name: 'Ines Calloway',
    email: 'ines.calloway@example.nhs.test',
    staffId: 'DEMO-9001',
    role: 'coordinator',
    title: 'Coordinator',
    does: 'runs a programme: people, matching rounds, proposals',
  },
  {
    subject: 'demonstration-hr-auditor',
    name: 'Rowan Achebe',
    email: 'rowan.achebe@example.nhs.test',
    staffId: 'DEMO-9002',
    role: 'hr_auditor',
    title: 'HR auditor',
    does: 'checks how even-handed rounds were',
    organisation: 'Tamberley Hospitals NHS Trust',
  },
  {
    subject: 'demonstration-talent-board',
    name: 'Priya Lindqvist',
    email: 'priya.lindqvist@example.nhs.test',
    staffId: 'DEMO-9003',
    role: 'talent_board',
    title: 'Member of the talent board',
    does: 'keeps talent pools and decides about their members',
  },
  {
    subject: 'demonstration-platform-admin',
    name: 'Tomasz Bright',
    email: 'tomasz.bright@example.nhs.test',
    staffId: 'DEMO-9004',
    role: 'platform_admin',
    title: 'Platform administrator',
    does: 'looks after accounts, roles and programmes',
  },
];

/** @param subject as the provider or a form names them */
export function demonstrationPerson(subject: string): DemonstrationPerson | undefined {
  return DEMONSTRATION_PEOPLE.find((person) => person.subject === subject);
}
