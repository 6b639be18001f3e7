import { Authority, Forbidden, type Reach } from '@evenhand/kernel';
import { extentOf, may, type Permission } from './permission';
import type { Role } from './role';

/** A role that somebody has. */
export interface RoleHeld {
  readonly role: Role;
  /** Within this programme; within every one where absent. */
  readonly programmeId?: string;
  /** The organisation whose own auditor they are there. */
  readonly organisationId?: string;
  /** The person who they are there. */
  readonly personId?: string;
  /** They are not that person, but see their record for a while: two admins have agreed to it. */
  readonly through?: 'break_glass';
}

/** Who makes a request. */
export interface Caller {
  /** The account's id. */
  readonly id: string;
  readonly roles: readonly RoleHeld[];
}

/**
 * How far a caller's word reaches where one of these permissions is asked for: over programmes with a permission itself, as
 * far as the permission goes there, and over what is one's own with its `-own` form, or where it is about the account.
 *
 * @throws Forbidden where no role of the caller holds any of them, or the caller is nobody whose own anything could be
 */
export function authorityOf({ id, roles }: Caller, permissions: readonly Permission[]): Authority {
  const holding = roles.flatMap((held) =>
    permissions
      .filter((permission) => may(held.role, permission))
      .map((permission) => ({ held, permission })),
  );
  if (holding.length === 0) {
    const names = [...new Set(roles.map(({ role }) => role))];
    throw new Forbidden(
      names.length === 0
        ? 'Nobody has given you a role here yet.'
        : `The role ${names.join(', ')} may not do this.`,
    );
  }
  const reaches = holding.flatMap(({ held, permission }) => reachOf(held, permission));
  if (reaches.length === 0) {
    throw new Forbidden('You are in no programme, so there is nothing here that is your own.');
  }
  const persons = roles.flatMap(({ programmeId, personId, through }) =>
    programmeId === undefined || personId === undefined || through !== undefined
      ? []
      : [{ programmeId, personId }],
  );
  return new Authority({ kind: 'account', id, persons }, reaches);
}

/** What somebody sees who has broken the glass: the record, and nothing that is done with it. */
const BEHIND_GLASS: Permission = 'people:read-own';

function reachOf(
  { role, programmeId, organisationId, personId, through }: RoleHeld,
  permission: Permission,
): readonly Reach[] {
  if (through !== undefined && permission !== BEHIND_GLASS) {
    return [];
  }
  const within = programmeId === undefined ? {} : { programmeId };
  const extent = extentOf(role, permission);
  if (permission.endsWith('-own') || (extent === 'account' && personId !== undefined)) {
    return personId === undefined ? [] : [{ role, ...within, personId }];
  }
  const audited = organisationId === undefined ? {} : { organisationId };
  return [{ role, ...within, ...audited, ...(extent === undefined ? {} : { extent }) }];
}
