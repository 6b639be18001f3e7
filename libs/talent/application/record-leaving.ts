import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { leave, type PoolMember } from '../domain/pool-member';
import { heldMember } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Records that somebody leaves the pool or the way to it: they themselves, whenever they like, or the board for them. */
@Injectable()
export class RecordLeaving {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where it must be their own and is not, Conflict `talent-pool-member.cannot-leave` */
  async run(
    at: { readonly poolId: string; readonly memberId: string },
    reason: string | undefined,
    own?: string,
  ): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { member } = await heldMember(this.pools, this.members, at, own);
      return this.members.save(leave(member, reason, this.clock.now()));
    });
  }
}
