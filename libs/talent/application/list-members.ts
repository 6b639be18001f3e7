import type { Page, PageRequest } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../domain/pool-member';
import { visiblePool } from './known-pool';
import { type MemberFilter, PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Lists who is in a pool, was, or is on the way, who came last first. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly persons: PersonRepository,
  ) {}

  /**
   * @param own the person who reads, where they may read only of themselves
   * @throws NotFound where the pool is not there for them
   */
  async run(
    filter: Omit<MemberFilter, 'personId'>,
    page: PageRequest,
    own?: string,
  ): Promise<Page<PoolMember>> {
    await visiblePool(this.pools, this.persons, filter.poolId, own);
    return this.members.list({ ...filter, ...(own === undefined ? {} : { personId: own }) }, page);
  }
}
