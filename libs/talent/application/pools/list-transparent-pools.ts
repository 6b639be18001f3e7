import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { PUBLISHED_POOL_STATES, type TalentPool } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';

/** Lists to everybody the pools that are or were open, the newest first. */
@Injectable()
export class ListTransparentPools {
  constructor(private readonly pools: TalentPoolRepository) {}

  async run(page: PageRequest): Promise<Page<TalentPool>> {
    return this.pools.list({ states: PUBLISHED_POOL_STATES }, page);
  }
}
