import { holdersOf, type Permission, PERMISSIONS } from './permission';
import type { Role } from './role';

const NAMES: Readonly<Record<string, Role>> = {
  ...{ L: 'aspiring_leader', M: 'mentor', C: 'coordinator' },
  ...{ A: 'hr_auditor', B: 'talent_board', P: 'platform_admin' },
};

/**
 * Who may what, once more and by hand: L aspiring leader, M mentor, C coordinator, A HR auditor, B talent board, P platform
 * admin. A change of who may do something is a decision, and changes a line here too.
 */
const MATRIX: Readonly<Record<Permission, string>> = {
  'account:read': 'LMCABP',
  'accounts:read': 'P',
  'accounts:write': 'P',
  'glass:break': 'P',
  'jobs:read': 'P',
  'jobs:redrive': 'P',
  'roles:read': 'P',
  'roles:write': 'P',
  'audit-events:read-equity': 'A',
  'audit-events:read-security': 'P',
  'audit-events:read-own': 'LMCABP',
  'programmes:read': 'LMCABP',
  'programmes:write': 'CP',
  'organisations:read': 'LMCABP',
  'organisations:write': 'C',
  'people:read': 'C',
  'people:write': 'C',
  'people:read-own': 'LMABP',
  'people:write-own': 'LMABP',
  'people:erase': 'C',
  'people:erase-own': 'LM',
  'corrections:settle': 'C',
  'corrections:ask-own': 'LM',
  'equality-answers:read-own': 'LMCABP',
  'equality-answers:write-own': 'LMCABP',
  'mentors:browse': 'L',
  'imports:read': 'C',
  'imports:write': 'C',
  'workforce:read': 'CA',
  'workforce:write': 'CA',
  'requests:read': 'C',
  'requests:write': 'C',
  'requests:read-own': 'LM',
  'requests:write-own': 'LM',
  'rounds:read': 'CA',
  'rounds:write': 'C',
  'outcomes:read': 'C',
  'access:read': 'CA',
  'enquiries:make': 'CA',
  'previews:make': 'C',
  'explanations:read': 'C',
  'explanations:sample': 'A',
  'explanations:read-own': 'LM',
  'reviews:settle': 'C',
  'reviews:ask-own': 'LM',
  'proposals:read': 'C',
  'proposals:write': 'C',
  'proposals:read-own': 'LM',
  'proposals:write-own': 'LM',
  'talent-pools:read': 'CB',
  'talent-pools:write': 'B',
  'talent-pools:decide': 'B',
  'talent-pools:nominate': 'CMB',
  'talent-pools:read-own': 'LM',
  'talent-pools:join-own': 'LM',
};

describe('The roles that hold a permission', () => {
  it.each(PERMISSIONS)('%s are as the matrix says', (permission) => {
    const said = Array.from(MATRIX[permission], (letter) => NAMES[letter]);
    expect(holdersOf(permission)).toEqual(said);
  });

  it('of an admin are about the service, and about no person but whom two admins agree on', () => {
    const ofAdmin = PERMISSIONS.filter((permission) => holdersOf(permission).includes('platform_admin'));
    const PERSONAL = /^(?:people|requests|proposals|explanations|outcomes|talent-pools|imports):(?!.*-own$)/;
    expect(ofAdmin.filter((permission) => PERSONAL.test(permission))).toEqual([]);
  });
});
