import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { leave, type PoolMember } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldMember, type MemberAddress } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** Records that somebody leaves the pool or the way to it: they themselves, whenever they like, or the board for them. */
@Injectable()
export class RecordLeaving {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `talent-pool-member.cannot-leave` */
  async run(authority: Authority, at: MemberAddress, reason: string | undefined): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { pool, member } = await heldMember(this.pools, this.members, authority, at);
      const left = await this.members.save(leave(member, reason, this.clock.now()));
      await tellOfMember(this.trail, 'pool-member.left', authority, pool, left);
      return left;
    });
  }
}
