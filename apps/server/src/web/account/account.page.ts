import { may, type RoleHeld } from '@evenhand/identity';
import type { WebPage } from '@evenhand/pages';
import { rolesInWords } from './roles-in-words';

/** What the page of an account is made of. */
export interface AccountShown {
  /** How the provider names the holder. */
  readonly name: string;
  /** Absent where the account is known by a staff id alone. */
  readonly email?: string;
  readonly roles: readonly RoleHeld[];
  /** The name of a programme by its id. */
  readonly programmes: ReadonlyMap<string, string>;
}

/** Who somebody is here: the account, and what each role in which programme lets them do. */
export function accountPage({ name, email, roles, programmes }: AccountShown): WebPage {
  return {
    title: 'Your account',
    template: 'account.njk',
    view: {
      name,
      email,
      roles: rolesInWords(roles).map(({ role, programmeId, title, lets }) => ({
        ...{ title, lets },
        where: programmeId === undefined ? 'every programme' : (programmes.get(programmeId) ?? 'a programme'),
        ...(programmeId !== undefined && may(role, 'leadership-plan:read')
          ? { gaps: `/leadership-gaps/${programmeId}` }
          : {}),
      })),
    },
  };
}
