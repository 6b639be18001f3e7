import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { appoint, type PoolMember } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldToJudge, type MemberAddress } from './reached-pool';
import { tellOfMember } from '../talent-events';

/** Records that a member of the pool was appointed, and to what. */
@Injectable()
export class RecordAppointment {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, Forbidden; Conflict `talent-pool-member.cannot-appoint`, `talent-pool-member.cannot-judge-oneself`,
   *   `talent-pool-member.cannot-judge-own-nominee`
   */
  async run(authority: Authority, at: MemberAddress, post: string): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const { pool, member } = await heldToJudge(this.pools, this.members, authority, at);
      const appointed = await this.members.save(appoint(member, post, this.clock.now()));
      await tellOfMember(this.trail, 'pool-member.appointed', authority, pool, appointed);
      return appointed;
    });
  }
}
