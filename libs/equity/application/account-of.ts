import { type Authority, Forbidden, NotFound } from '@evenhand/kernel';

/** The account that acts: what is recorded of somebody is recorded of an account. @throws Forbidden for a program */
export function accountOf({ actor }: Authority): string {
  if (actor.kind !== 'account') {
    throw new Forbidden('This is for people who sign in.');
  }
  return actor.id;
}

/** @throws NotFound where the programme is not reached, as if there were none */
export function refuseUnreached(authority: Authority, programmeId: string): void {
  if (!authority.reachesProgramme(programmeId)) {
    throw new NotFound('programme', programmeId);
  }
}
