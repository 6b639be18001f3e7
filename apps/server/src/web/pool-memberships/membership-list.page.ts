import type { Page } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import type { OwnMembership } from '@evenhand/talent';
import { inBritain } from '../in-britain';
import { STANDINGS } from './membership-in-words';

/** What somebody is to talent pools. @param programmes the name of a programme by its id */
export function membershipListPage(
  { items, next }: Page<OwnMembership>,
  programmes: ReadonlyMap<string, string>,
): WebPage {
  return {
    title: 'You and talent pools',
    template: 'membership-list.njk',
    view: {
      memberships: items.map(({ pool, member }) => ({
        address: membershipAddress({ poolId: pool.id, memberId: member.id }),
        title: pool.title,
        programme: programmes.get(pool.programmeId) ?? 'A programme',
        standing: STANDINGS[member.state],
        cameOn: inBritain(member.cameAt),
      })),
      areMore: next !== undefined,
    },
  };
}

/** Where somebody reads what they are to a pool. */
export function membershipAddress({
  poolId,
  memberId,
}: {
  readonly poolId: string;
  readonly memberId: string;
}): string {
  return `/pool-memberships/${poolId}/${memberId}`;
}
