import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { declineNomination, type PoolMember } from '../domain/pool-member';
import { heldMember } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** A nominated person says that they do not want to be considered, which they can at any time and without a reason. */
@Injectable()
export class DeclineNomination {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound unless it is their own, Conflict `talent-pool-member.cannot-decline` */
  async run(
    at: { readonly poolId: string; readonly memberId: string },
    note: string | undefined,
    own: string,
  ): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { member } = await heldMember(this.pools, this.members, at, own);
      return this.members.save(declineNomination(member, note, this.clock.now()));
    });
  }
}
