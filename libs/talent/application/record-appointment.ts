import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { appoint, type PoolMember } from '../domain/pool-member';
import { heldMember } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Records that a member of the pool was appointed, and to what. */
@Injectable()
export class RecordAppointment {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `talent-pool-member.cannot-appoint` */
  async run(at: { readonly poolId: string; readonly memberId: string }, post: string): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { member } = await heldMember(this.pools, this.members, at);
      return this.members.save(appoint(member, post, this.clock.now()));
    });
  }
}
