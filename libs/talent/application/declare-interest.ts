import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { declareInterest, type PoolMember } from '../domain/pool-member';
import { refuseUnlessOpenTo } from '../domain/talent-pool';
import { heldMember } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** A nominated person says that they want to be considered. */
@Injectable()
export class DeclareInterest {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound unless it is their own, Conflict `talent-pool.not-open`, `talent-pool-member.cannot-declare-interest` */
  async run(at: { readonly poolId: string; readonly memberId: string }, own: string): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { pool, member } = await heldMember(this.pools, this.members, at, own);
      refuseUnlessOpenTo(pool, member.wayIn);
      return this.members.save(declareInterest(member, this.clock.now()));
    });
  }
}
