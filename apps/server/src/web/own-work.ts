import { may, type Permission, type RoleHeld } from '@evenhand/identity';

/** A page about what is somebody's own. */
export interface OwnWork {
  readonly text: string;
  readonly address: string;
}

const OWN_WORK: readonly (OwnWork & { readonly permission: Permission })[] = [
  {
    permission: 'talent-pools:read-own',
    text: 'You and talent pools: where you stand, and what was decided',
    address: '/pool-memberships',
  },
];

/** Pages about what is one's own, for somebody with these roles; none for whoever is nobody in a programme. */
export function ownWorkOf(roles: readonly RoleHeld[]): readonly OwnWork[] {
  return OWN_WORK.filter(({ permission }) =>
    roles.some(({ role, personId, through }) => {
      return through === undefined && personId !== undefined && may(role, permission);
    }),
  ).map(({ text, address }) => ({ text, address }));
}
