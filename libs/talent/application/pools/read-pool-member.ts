import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { type MemberAddress, reachedPool, shownMember } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** Reads one member of a pool. */
@Injectable()
export class ReadPoolMember {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound where the pool is not there for whoever reads, or nobody in it whom they may see */
  async run(authority: Authority, { poolId, memberId }: MemberAddress): Promise<PoolMember> {
    const pool = await reachedPool(this.pools, authority, poolId);
    const member = shownMember(authority, pool, await this.members.byId(memberId), memberId);
    await tellOfMember(this.trail, 'pool-member.read', authority, pool, member);
    return member;
  }
}
