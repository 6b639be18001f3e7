import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { CriteriaVersion } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { reachedPool } from './reached-pool';

/** Reads what a pool asks and what it asked before, the newest version first. */
@Injectable()
export class ReadCriteria {
  constructor(private readonly pools: TalentPoolRepository) {}

  /** @throws NotFound where the pool is not there for whoever reads */
  async run(authority: Authority, poolId: string): Promise<readonly CriteriaVersion[]> {
    await reachedPool(this.pools, authority, poolId);
    return this.pools.criteria(poolId);
  }
}
