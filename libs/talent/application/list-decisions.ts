import type { Page, PageRequest } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { PoolDecision } from '../domain/pool-decision';
import { visiblePool } from './known-pool';
import { PoolDecisionRepository } from './ports/pool-decision.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Lists what was decided in a pool, the newest first. */
@Injectable()
export class ListDecisions {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly persons: PersonRepository,
  ) {}

  /**
   * @param own the person who reads, where they may read only of themselves
   * @throws NotFound where the pool is not there for them
   */
  async run(poolId: string, page: PageRequest, own?: string): Promise<Page<PoolDecision>> {
    await visiblePool(this.pools, this.persons, poolId, own);
    return this.decisions.list({ poolId, ...(own === undefined ? {} : { personId: own }) }, page);
  }
}
