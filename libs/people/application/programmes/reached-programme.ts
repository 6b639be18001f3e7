import { type Authority, NotFound } from '@evenhand/kernel';

/** @throws NotFound where the authority does not reach the programme as a whole, as if there were none */
export function refuseUnreached(authority: Authority, programmeId: string): void {
  if (!authority.reachesProgramme(programmeId)) {
    throw new NotFound('programme', programmeId);
  }
}

/** @throws NotFound where not even what the programme shows to everybody in it is reached, as if there were none */
export function refuseOutsider(authority: Authority, programmeId: string): void {
  if (!authority.reachesCommonsOf(programmeId)) {
    throw new NotFound('programme', programmeId);
  }
}
