import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../../domain/pools/pool-member';
import type { TalentPool } from '../../domain/pools/talent-pool';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';

/** What somebody is to a pool themselves. */
export interface OwnMembership {
  readonly pool: TalentPool;
  readonly member: PoolMember;
}

/**
 * Lists what somebody is to talent pools themselves, in every programme where they are somebody; what they came to last
 * first. The log is not told of it, as of nothing that people read of themselves.
 */
@Injectable()
export class ListOwnMemberships {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
  ) {}

  async run(authority: Authority, page: PageRequest): Promise<Page<OwnMembership>> {
    const personIds = authority.limits()?.personIds ?? [];
    const { items, ...rest } = await this.members.ofPersons(personIds, page);
    const found = await this.pools.byIds([...new Set(items.map(({ poolId }) => poolId))]);
    const pools = new Map(found.map((pool) => [pool.id, pool]));
    return { ...rest, items: items.map((member) => ({ pool: pools.get(member.poolId)!, member })) };
  }
}
