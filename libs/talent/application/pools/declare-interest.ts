import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { declareInterest, type PoolMember } from '../../domain/pools/pool-member';
import { refuseUnlessOpenTo } from '../../domain/pools/talent-pool';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldSelf, type MemberAddress } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** A nominated person says that they want to be considered. */
@Injectable()
export class DeclareInterest {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound or Forbidden unless it is their own, Conflict `talent-pool.not-open`, `talent-pool-member.cannot-declare-interest`, `talent-pool-member.already-there` */
  async run(authority: Authority, at: MemberAddress): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { pool, member } = await heldSelf(this.pools, this.members, authority, at);
      refuseUnlessOpenTo(pool, member.wayIn);
      const interested = await this.members.save(declareInterest(member, this.clock.now()));
      await tellOfMember(this.trail, 'pool-member.interest-declared', authority, pool, interested);
      return interested;
    });
  }
}
