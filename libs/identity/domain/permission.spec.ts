import { extentOf, holdersOf, may, type Permission, PERMISSIONS } from './permission';
import { type Role, ROLES } from './role';

const NAMES: Readonly<Record<string, Role>> = {
  ...{ L: 'aspiring_leader', M: 'mentor', C: 'coordinator' },
  ...{ A: 'hr_auditor', B: 'talent_board', P: 'platform_admin' },
};

/**
 * Who may what, once more and by hand, in the rows of the matrix of roles: L aspiring leader, M mentor, C coordinator,
 * A HR auditor, B talent board, P platform admin. A change of who may do something is a decision, and changes a line here
 * too. What everybody may read, signed in or not, needs no permission and is in no row.
 */
const MATRIX: Readonly<Record<string, Readonly<Partial<Record<Permission, string>>>>> = {
  'own profile: everybody who is somebody in a programme, whatever their role': {
    'people:read-own': 'LMCABP',
    'people:write-own': 'LMCABP',
    'account:read': 'LMCABP',
    // Of people of a programme: staff whom no programme knows as a person have nothing to be corrected or erased there.
    'people:erase-own': 'LM',
    'corrections:ask-own': 'LM',
  },
  'others’ profiles: cards of listed mentors to those who look for one, own programme to the coordinator': {
    'mentors:browse': 'L',
    'people:read': 'C',
    // More than to read: what people ask to be corrected that a file cannot say, as a second post or another reference.
    // Of what is theirs to say, consent among it, the use case lets nothing be changed.
    'people:correct': 'C',
    'corrections:settle': 'C',
    // Somebody who has left, and asks for it by letter, signs in no more.
    'people:erase': 'C',
  },
  'requests: own; coordinators read, and their part of the status is to end one': {
    'requests:read-own': 'LM',
    'requests:write-own': 'LM',
    'requests:read': 'C',
    'requests:withdraw': 'C',
  },
  'proposals: answered by the two people alone; the coordinator proposes by publishing a round': {
    'proposals:read-own': 'LM',
    'proposals:write-own': 'LM',
    'proposals:read': 'C',
  },
  'relationships: lived by the two people alone; the coordinator reads how they stand': {
    'relationships:read-own': 'LM',
    'relationships:write-own': 'LM',
    'relationships:read': 'C',
  },
  'championing: between a person and their champion': {
    'championing:read-own': 'LM',
    'championing:write-own': 'LM',
    'championing:read': 'C',
  },
  'explanations: own, and the programme’s to the coordinator': {
    'explanations:read-own': 'LM',
    'reviews:ask-own': 'LM',
    'explanations:read': 'C',
    // A sample, about nobody.
    'explanations:sample': 'A',
    'reviews:settle': 'C',
  },
  'rounds: the coordinator’s own programme; rules, certificate, group results to the auditor': {
    'rounds:read': 'CA',
    'rounds:write': 'C',
    'outcomes:read': 'C',
    'previews:make': 'C',
    'access:read': 'CA',
    'enquiries:make': 'CA',
  },
  'nominations: the mentor’s own; others read them as members of pools': {
    'nominations:read-own': 'M',
    'nominations:make-own': 'M',
  },
  'talent pools: own membership; own programme to the coordinator; the board decides': {
    'talent-pools:read-own': 'LM',
    // For oneself, which is what the row of nominations calls self.
    'talent-pools:join-own': 'LM',
    'talent-pools:read': 'CB',
    'talent-pools:write': 'B',
    'talent-pools:decide': 'B',
  },
  'critical posts: read by those who prepare and audit, kept by the board': {
    'critical-posts:read': 'CAB',
    'critical-posts:write': 'B',
  },
  'leadership plan: read by those who prepare and audit, kept by the board': {
    'leadership-plan:read': 'CAB',
    'leadership-plan:write': 'B',
  },
  'imports and exports: own programme to the coordinator, the baseline to the auditor': {
    'imports:read': 'C',
    'imports:write': 'C',
    // An import of one row that comes without a file: the same person could be registered so.
    'people:register': 'C',
    'workforce:read': 'CA',
    // Of both: whoever imports people has the headcounts in the same export of the staff record.
    'workforce:write': 'CA',
  },
  'equity reports: run by the auditor; the board approves what is published': {
    'equity-reports:run': 'A',
    'equity-reports:read': 'A',
    'equity-snapshots:approve': 'B',
  },
  'equality answers: everybody’s own': {
    'equality-answers:read-own': 'LMCABP',
    'equality-answers:write-own': 'LMCABP',
  },
  'audit log: who viewed me, equity events to the auditor, security events to the admin': {
    'audit-events:read-own': 'LMCABP',
    'audit-events:read-equity': 'A',
    'audit-events:read-security': 'P',
  },
  'opportunities: read by all in the programme, offered by the coordinator': {
    'opportunities:read-own': 'LM',
    'opportunities:read': 'CAB',
    'opportunities:write': 'C',
  },
  'in no row: an organisation’s review of barriers, answered by its leaders': {
    'barrier-reviews:read': 'CAB',
    'barrier-reviews:write': 'AB',
    // Whom the organisation names to lead it, whatever they are in the programme besides.
    'barrier-reviews:read-own': 'LM',
    'barrier-reviews:answer-own': 'LM',
  },
  'in no row: what the service runs on, and no record of anybody': {
    'accounts:read': 'P',
    'accounts:write': 'P',
    'roles:read': 'P',
    'roles:write': 'P',
    'glass:break': 'P',
    'jobs:read': 'P',
    'jobs:redrive': 'P',
    'programmes:read': 'LMCABP',
    'programmes:make': 'CP',
    // To close one ends what people asked for in it: that is the coordinator’s.
    'programmes:write': 'C',
    'organisations:read': 'LMCABP',
    'organisations:write': 'C',
  },
};

const LINES = Object.values(MATRIX).flatMap((row) => Object.entries(row) as [Permission, string][]);

/** Roles that follow from being a person of a programme, and give nobody anything of others. */
const OF_PEOPLE: readonly Role[] = ['aspiring_leader', 'mentor'];
const isOwn = (permission: Permission) => permission.endsWith('-own');

describe('The roles that hold a permission', () => {
  it.each(LINES)('%s are %s, as the matrix says', (permission, letters) => {
    expect(holdersOf(permission)).toEqual(Array.from(letters, (letter) => NAMES[letter]));
  });

  it('stand in the matrix, each permission in one row', () => {
    expect(LINES.map(([permission]) => permission).sort()).toEqual([...PERMISSIONS].sort());
  });

  it('of an admin are about the service, and about no person but whom two admins agree on', () => {
    const ofAdmin = PERMISSIONS.filter((permission) => may('platform_admin', permission));
    const PERSONAL =
      /^(?:people|requests|proposals|relationships|championing|explanations|outcomes|talent-pools|imports):(?!.*-own$)/;
    expect(ofAdmin.filter((permission) => PERSONAL.test(permission))).toEqual([]);
  });
});

describe('What a permission opens', () => {
  it.each(OF_PEOPLE)('to %s is their own, or what a programme shows to everybody in it', (role) => {
    const beyond = PERMISSIONS.filter(
      (permission) => may(role, permission) && !isOwn(permission) && extentOf(role, permission) === undefined,
    );
    expect(beyond).toEqual([]);
  });

  it('to an admin is never everything of a programme', () => {
    const whole = PERMISSIONS.filter(
      (permission) => !isOwn(permission) && extentOf('platform_admin', permission) === undefined,
    );
    expect(whole).toEqual([]);
  });

  it('does not depend on the role where everybody holds it', () => {
    for (const permission of ['account:read', 'programmes:read', 'organisations:read'] as const) {
      expect([permission, new Set(ROLES.map((role) => extentOf(role, permission))).size]).toEqual([
        permission,
        1,
      ]);
    }
  });
});
