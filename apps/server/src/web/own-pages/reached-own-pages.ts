import { ListBarrierReviews } from '@evenhand/equity';
import { authorityOf, type Caller, may, type Permission } from '@evenhand/identity';
import { RowReach } from '@evenhand/persistence';
import { Injectable } from '@nestjs/common';
import { type OwnPage, OwnPages } from './own-pages';

const MEMBERSHIPS: OwnPage = {
  text: 'You and talent pools: where you stand, and what was decided',
  address: '/pool-memberships',
};
const REVIEWS: OwnPage = { text: 'Barrier reviews that you lead', address: '/led-barrier-reviews' };
const ONE = { limit: 1 };

/** Goes by roles, and for reviews, which hardly anybody leads, by whether there is one. */
@Injectable()
export class ReachedOwnPages extends OwnPages {
  constructor(private readonly reviews: ListBarrierReviews) {
    super();
  }

  override async of(caller: Caller | undefined): Promise<readonly OwnPage[]> {
    if (caller === undefined) return [];
    return [
      ...(isSomebodyWith(caller, 'talent-pools:read-own') ? [MEMBERSHIPS] : []),
      ...((await this.leads(caller)) ? [REVIEWS] : []),
    ];
  }

  /** Looked for as far as what is their own reaches, also where the page around it is the same for everybody. */
  private async leads(caller: Caller): Promise<boolean> {
    if (!isSomebodyWith(caller, 'barrier-reviews:read-own')) return false;
    const authority = authorityOf(caller, ['barrier-reviews:read-own']);
    const { items } = await RowReach.of(authority).run(() => this.reviews.run(authority, {}, ONE));
    return items.length > 0;
  }
}

/** Whether somebody holds a permission as a person of a programme. Whoever looks at another's record is not that person. */
function isSomebodyWith({ roles }: Caller, permission: Permission): boolean {
  return roles.some(
    ({ role, personId, through }) => through === undefined && personId !== undefined && may(role, permission),
  );
}
