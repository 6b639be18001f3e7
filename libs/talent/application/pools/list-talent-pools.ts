import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { TalentPool } from '../../domain/pools/talent-pool';
import { type PoolFilter, TalentPoolRepository } from '../ports/talent-pool.repository';
import { poolsShownTo } from '../who-sees-what';

/** Lists pools, the newest first: to those who prepare them all of their programmes, to others what theirs has opened. */
@Injectable()
export class ListTalentPools {
  constructor(private readonly pools: TalentPoolRepository) {}

  async run(
    authority: Authority,
    filter: Omit<PoolFilter, 'shown'>,
    page: PageRequest,
  ): Promise<Page<TalentPool>> {
    const shown = poolsShownTo(authority);
    return this.pools.list({ ...filter, ...(shown === undefined ? {} : { shown }) }, page);
  }
}
