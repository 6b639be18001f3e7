import type { Authority, Reach } from '@evenhand/kernel';
import type { ActingAs } from '../domain/pools/pool-member';
import type { ShownMembers } from '../domain/pools/shown-members';
import type { ShownPools, TalentPool } from '../domain/pools/talent-pool';

/** Knows everybody of a programme. */
const COORDINATOR = 'coordinator';
/** Decides on pools, and learns only of those who want to be considered. */
const BOARD = 'talent_board';

const PREPARING = [COORDINATOR, BOARD];

/** Which pools somebody may see; all where undefined. */
export function poolsShownTo(authority: Authority): ShownPools | undefined {
  const limits = authority.limits();
  if (limits === undefined) {
    return undefined;
  }
  const own = authority.reaches.flatMap(({ programmeId, personId }) =>
    programmeId === undefined || personId === undefined ? [] : [programmeId],
  );
  return { programmeIds: limits.programmeIds, openedIn: [...new Set(own)] };
}

/** Whether a pool is there for somebody. Drafts are only for those who prepare pools. */
export function isThere({ programmeId, state }: TalentPool, authority: Authority): boolean {
  if (state === 'draft') {
    return preparesPools(authority, programmeId);
  }
  return authority.reachesProgramme(programmeId) || ownPerson(authority, programmeId) !== undefined;
}

/** Whether somebody is one of those who prepare the pools of a programme. */
export function preparesPools(authority: Authority, programmeId: string): boolean {
  return holds(authority, programmeId, PREPARING);
}

/** Whose memberships of a programme's pools somebody may see; everybody's where undefined. */
export function membersShownTo(authority: Authority, programmeId: string): ShownMembers | undefined {
  if (holds(authority, programmeId, [COORDINATOR])) {
    return undefined;
  }
  const own = ownPerson(authority, programmeId);
  return {
    personIds: own === undefined ? [] : [own],
    consenting: holds(authority, programmeId, [BOARD]),
  };
}

/** Of which memberships somebody may see whose they are; of all where undefined. */
export function cardsShownTo(authority: Authority, programmeId: string): ShownMembers | undefined {
  const shown = membersShownTo(authority, programmeId);
  return shown === undefined ? undefined : { ...shown, personIds: [] };
}

/** Who somebody is in a programme, where what is asked is for people themselves. */
export function ownPerson(authority: Authority, programmeId: string): string | undefined {
  const personId = authority.personIn(programmeId);
  return personId !== undefined && authority.own({ personIds: [personId] }) ? personId : undefined;
}

/** As whom somebody acts in a programme. */
export function actingAs({ role }: Reach, authority: Authority, programmeId: string): ActingAs {
  const personId = authority.personIn(programmeId);
  return { role, ...(personId === undefined ? {} : { personId }) };
}

/** Whether one of these roles reaches all of a programme. */
function holds({ reaches }: Authority, programmeId: string, roles: readonly string[]): boolean {
  return reaches.some(
    (reach) =>
      reach.personId === undefined &&
      (reach.programmeId === undefined || reach.programmeId === programmeId) &&
      roles.includes(reach.role),
  );
}
