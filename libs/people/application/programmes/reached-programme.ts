import { type Authority, Forbidden, NotFound } from '@evenhand/kernel';

/** @throws NotFound where the authority does not reach the programme as a whole, as if there were none */
export function refuseUnreached(authority: Authority, programmeId: string): void {
  if (!authority.reachesProgramme(programmeId)) {
    throw new NotFound('programme', programmeId);
  }
}

/**
 * What counts the people of every organisation of a programme together is not for one organisation's own auditor: less their
 * own it would be another's.
 *
 * @throws NotFound as {@link refuseUnreached}, Forbidden
 */
export function refuseOfOneOrganisation(authority: Authority, programmeId: string): void {
  refuseUnreached(authority, programmeId);
  if (!authority.reachesOrganisation(programmeId)) {
    throw new Forbidden(
      'You are the auditor of one organisation, and this counts the people of others as well: leave it to who looks after ' +
        'the whole programme.',
    );
  }
}

/** @throws NotFound where not even what the programme shows to everybody in it is reached, as if there were none */
export function refuseOutsider(authority: Authority, programmeId: string): void {
  if (!authority.reachesCommonsOf(programmeId)) {
    throw new NotFound('programme', programmeId);
  }
}
