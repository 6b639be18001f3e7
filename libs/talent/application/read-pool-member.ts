import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../domain/pool-member';
import type { MemberFilter } from './ports/pool-member.repository';
import { PoolMemberRepository } from './ports/pool-member.repository';

/** Reads one member of a pool. */
@Injectable()
export class ReadPoolMember {
  constructor(private readonly members: PoolMemberRepository) {}

  /**
   * @param own the person who reads, where they may read only of themselves
   * @throws NotFound
   */
  async run(
    memberId: string,
    { poolId, interested }: Pick<MemberFilter, 'poolId' | 'interested'>,
    own?: string,
  ): Promise<PoolMember> {
    const member = await this.members.byId(memberId);
    if (
      member?.poolId !== poolId ||
      (own !== undefined && member.personId !== own) ||
      (interested === true && member.interestDeclaredAt === undefined)
    ) {
      throw new NotFound('talent pool member', memberId);
    }
    return member;
  }
}
