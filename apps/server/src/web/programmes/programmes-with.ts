import { may, type Permission, type RoleHeld } from '@evenhand/identity';

/** Programmes, or `all` of them, those that are still to be made too. */
export type Programmes = 'all' | ReadonlySet<string>;

/** The programmes in which one of these roles holds a permission. */
export function programmesWith(roles: readonly RoleHeld[], permission: Permission): Programmes {
  const holding = roles.filter(({ role, through }) => through === undefined && may(role, permission));
  return holding.some(({ programmeId }) => programmeId === undefined)
    ? 'all'
    : new Set(holding.flatMap(({ programmeId }) => programmeId ?? []));
}

/** Whether one of these roles holds a permission in a programme. */
export function holdsIn(roles: readonly RoleHeld[], permission: Permission, programmeId: string): boolean {
  const programmes = programmesWith(roles, permission);
  return programmes === 'all' || programmes.has(programmeId);
}
