import { Authority } from '@evenhand/kernel';
import { RowReach } from '@evenhand/persistence';

/** Does work on somebody's word: its statements reach as far as that does, as they do in the server. */
export function onTheWordOf<Result>(authority: Authority, work: () => Promise<Result>): Promise<Result> {
  return RowReach.of(authority).run(work);
}

/** The word of this program, for what nobody in particular does. */
export const DEMONSTRATION = Authority.ofProgram('demonstration');

/** The word of an account in a programme. @param role the code of the role in which it acts */
export function wordOfAccount(programmeId: string, accountId: string, role: string): Authority {
  return new Authority({ kind: 'account', id: accountId, persons: [] }, [{ role, programmeId }]);
}

/** The word of somebody who has never signed in: the log has that this program acted for them. */
export function wordOfPerson(programmeId: string, personId: string, role: string): Authority {
  return new Authority({ kind: 'program', id: 'demonstration', persons: [{ programmeId, personId }] }, [
    { role, programmeId, personId },
  ]);
}
