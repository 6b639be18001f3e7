import type { RoleHeld } from '@evenhand/identity';
import type { WebPage } from '@evenhand/pages';
import { ROLES_IN_WORDS } from './roles-in-words';

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
      roles: roles.map((held) => ({ ...ROLES_IN_WORDS[held.role], where: placeOf(held, programmes) })),
    },
  };
}

function placeOf({ programmeId, organisationId }: RoleHeld, programmes: AccountShown['programmes']): string {
  if (programmeId === undefined) return 'every programme';
  const programme = programmes.get(programmeId) ?? 'a programme';
  return organisationId === undefined ? programme : `an organisation’s own, in ${programme}`;
}
