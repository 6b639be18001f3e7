import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { TalentPool } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { reachedPool } from './reached-pool';

/** Reads one pool. */
@Injectable()
export class ReadTalentPool {
  constructor(private readonly pools: TalentPoolRepository) {}

  /** @throws NotFound where the pool is not there for whoever reads */
  async run(authority: Authority, id: string): Promise<TalentPool> {
    return reachedPool(this.pools, authority, id);
  }
}
