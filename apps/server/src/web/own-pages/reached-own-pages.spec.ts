import type { ListBarrierReviews } from '@evenhand/equity';
import type { RoleHeld } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import { RowReach } from '@evenhand/persistence';
import { ReachedOwnPages } from './reached-own-pages';

const ANA = { role: 'aspiring_leader', programmeId: 'north', personId: 'ana' } as const;
const looked: { readonly personIds: readonly string[]; readonly reach: string | undefined }[] = [];

/** Ana leads a review. */
const reviews = {
  run: (authority: Authority) => {
    const { personIds } = authority.limits()!;
    looked.push({ personIds, reach: RowReach.current()?.statement });
    return Promise.resolve({ items: personIds.includes('ana') ? [{}] : [] });
  },
} as unknown as ListBarrierReviews;

const addressesOf = async (roles: readonly RoleHeld[]) =>
  (await new ReachedOwnPages(reviews).of({ id: 'account', roles })).map(({ address }) => address);

describe('The pages about what is one’s own', () => {
  it('concern people of a programme, and those on reviews whoever leads one', async () => {
    expect(await addressesOf([ANA])).toEqual(['/pool-memberships', '/led-barrier-reviews']);
    expect(await addressesOf([{ ...ANA, role: 'mentor', personId: 'max' }])).toEqual(['/pool-memberships']);
  });

  it('are looked for on the word of whoever reads, also where the page is the same for everybody', async () => {
    await RowReach.PUBLIC.run(() => addressesOf([ANA]));
    expect(looked.at(-1)!.personIds).toEqual(['ana']);
    expect(looked.at(-1)!.reach).toContain("'evenhand.persons', '{ana}'");
  });

  it('concern neither staff nor whoever looks at a record behind glass, and nothing is looked for', async () => {
    const before = looked.length;
    expect(await new ReachedOwnPages(reviews).of(undefined)).toEqual([]);
    expect(await addressesOf([{ role: 'talent_board', programmeId: 'north' }])).toEqual([]);
    expect(await addressesOf([{ ...ANA, role: 'platform_admin', through: 'break_glass' }])).toEqual([]);
    expect(looked).toHaveLength(before);
  });
});
