import { may, type Permission, type RoleHeld } from '@evenhand/identity';

/** The programmes in which one of these roles holds a permission; `all` where one holds it in every programme. */
export function programmesWith(
  roles: readonly RoleHeld[],
  permission: Permission,
): 'all' | ReadonlySet<string> {
  const holding = roles.filter(({ role, through }) => through === undefined && may(role, permission));
  return holding.some(({ programmeId }) => programmeId === undefined)
    ? 'all'
    : new Set(holding.flatMap(({ programmeId }) => programmeId ?? []));
}
