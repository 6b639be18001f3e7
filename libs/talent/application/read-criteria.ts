import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { CriteriaVersion } from '../domain/talent-pool';
import { visiblePool } from './known-pool';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Reads what a pool asks and what it asked before, the newest version first. */
@Injectable()
export class ReadCriteria {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly persons: PersonRepository,
  ) {}

  /**
   * @param own the person who reads, where they may read only what their programme has published
   * @throws NotFound
   */
  async run(poolId: string, own?: string): Promise<readonly CriteriaVersion[]> {
    await visiblePool(this.pools, this.persons, poolId, own);
    return this.pools.criteria(poolId);
  }
}
