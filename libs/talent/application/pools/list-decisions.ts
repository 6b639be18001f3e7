import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolDecision } from '../../domain/pools/pool-decision';
import { PoolDecisionRepository } from '../ports/pool-decision.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { reachedPool } from './reached-pool';
import { tellOfPool } from '../talent-events';
import { ownPerson } from '../who-sees-what';

/** Lists what was decided in a pool, the newest first. */
@Injectable()
export class ListDecisions {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly members: PoolMemberRepository,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * All of them to those who look after the pool, to others those on themselves.
   *
   * @throws NotFound where the pool is not there for them
   */
  async run(authority: Authority, poolId: string, page: PageRequest): Promise<Page<PoolDecision>> {
    const pool = await reachedPool(this.pools, authority, poolId);
    const { programmeId } = pool;
    const own = authority.reachesProgramme(programmeId) ? undefined : ownPerson(authority, programmeId);
    const found = await this.decisions.list(
      { poolId, ...(own === undefined ? {} : { personId: own }) },
      page,
    );
    if (found.items.length > 0) {
      const decidedOn = await this.members.byIds(found.items.flatMap(({ memberId }) => memberId ?? []));
      const personIds = decidedOn.map(({ personId }) => personId);
      await tellOfPool(this.trail, 'pool-decisions.listed', authority, pool, { personIds });
    }
    return found;
  }
}
