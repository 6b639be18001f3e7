import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../../domain/pools/pool-member';
import { type MemberFilter, PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { reachedPool } from './reached-pool';
import { tellOfPool } from '../talent-events';
import { membersShownTo } from '../who-sees-what';

/** Lists who is in a pool, was, or is on the way, who came last first. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Everybody to coordinators, those who want to be considered to the board, and to others themselves.
   *
   * @throws NotFound where the pool is not there for them
   */
  async run(
    authority: Authority,
    filter: Omit<MemberFilter, 'shown'>,
    page: PageRequest,
  ): Promise<Page<PoolMember>> {
    const pool = await reachedPool(this.pools, authority, filter.poolId);
    const shown = membersShownTo(authority, pool.programmeId);
    const found = await this.members.list({ ...filter, ...(shown === undefined ? {} : { shown }) }, page);
    if (found.items.length > 0) {
      const personIds = found.items.map(({ personId }) => personId);
      await tellOfPool(this.trail, 'pool-members.listed', authority, pool, { personIds });
    }
    return found;
  }
}
