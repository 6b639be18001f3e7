import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { declineNomination, type PoolMember } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldSelf, type MemberAddress } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** A nominated person says that they do not want to be considered, which they can at any time and without a reason. */
@Injectable()
export class DeclineNomination {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound or Forbidden unless it is their own, Conflict `talent-pool-member.cannot-decline` */
  async run(authority: Authority, at: MemberAddress, note: string | undefined): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { pool, member } = await heldSelf(this.pools, this.members, authority, at);
      const declined = await this.members.save(declineNomination(member, note, this.clock.now()));
      await tellOfMember(this.trail, 'pool-member.declined', authority, pool, declined);
      return declined;
    });
  }
}
