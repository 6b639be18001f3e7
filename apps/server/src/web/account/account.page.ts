import { may, type RoleHeld } from '@evenhand/identity';
import type { WebPage } from '@evenhand/pages';
import type { OwnPage } from '../own-pages/own-pages';
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
  /** Pages about what is theirs. */
  readonly own: readonly OwnPage[];
}

/** Who somebody is here: the account, and what each role in which programme lets them do. */
export function accountPage({ name, email, roles, programmes, own }: AccountShown): WebPage {
  return {
    title: 'Your account',
    template: 'account.njk',
    view: {
      name,
      email,
      own,
      seesReports: roles.some(
        ({ role }) => may(role, 'equity-reports:read') || may(role, 'equity-snapshots:approve'),
      ),
      seesPlans: roles.some(({ role }) => may(role, 'leadership-plan:read')),
      roles: rolesInWords(roles).map(({ role, title, lets, ...place }) => ({
        ...{ title, lets, where: placeOf(place, programmes) },
        ...(place.programmeId !== undefined && may(role, 'leadership-plan:read')
          ? { gaps: `/leadership-gaps/${place.programmeId}`, boards: `/board-work/${place.programmeId}` }
          : {}),
      })),
    },
  };
}

function placeOf(
  { programmeId, organisationId }: Pick<RoleHeld, 'programmeId' | 'organisationId'>,
  programmes: AccountShown['programmes'],
): string {
  if (programmeId === undefined) return 'every programme';
  const programme = programmes.get(programmeId) ?? 'a programme';
  return organisationId === undefined ? programme : `an organisation’s own, in ${programme}`;
}
