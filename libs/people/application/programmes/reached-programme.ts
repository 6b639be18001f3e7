import { type Authority, NotFound } from '@evenhand/kernel';

/** @throws NotFound where the authority does not reach the programme as a whole, as if there were none */
export function refuseUnreached(authority: Authority, programmeId: string): void {
  if (!authority.reachesProgramme(programmeId)) {
    throw new NotFound('programme', programmeId);
  }
}
