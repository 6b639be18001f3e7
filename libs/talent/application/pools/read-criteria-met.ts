import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type CriterionFinding, findingsOn } from '../../domain/criteria/criterion-finding';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { tellOfMember } from '../talent-events';
import { KnownOfMembers } from './known-of-members';
import { type MemberAddress, reachedPool, shownMember } from './reached-pool';

/** How one member stands to what the pool asks now. */
export interface CriteriaMet {
  readonly criteriaVersion: number;
  readonly findings: readonly CriterionFinding[];
}

/**
 * Reads what the service can tell of a member and each criterion, to whoever may see the member: the board before it
 * assesses, and the member themselves. It decides nothing.
 */
@Injectable()
export class ReadCriteriaMet {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly known: KnownOfMembers,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound where the pool is not there for whoever reads, or nobody in it whom they may see */
  async run(authority: Authority, { poolId, memberId }: MemberAddress): Promise<CriteriaMet> {
    const pool = await reachedPool(this.pools, authority, poolId);
    const member = shownMember(authority, pool, await this.members.byId(memberId), memberId);
    const known = (await this.known.of([member])).get(memberId);
    const [criteria] = await this.pools.criteria(poolId);
    if (known === undefined || criteria === undefined) {
      throw new NotFound('talent pool member', memberId);
    }
    await tellOfMember(this.trail, 'pool-member.criteria-read', authority, pool, member);
    return {
      criteriaVersion: criteria.number,
      findings: findingsOn(criteria.criteria, known, this.catalogue),
    };
  }
}
