import type { Page, PageRequest } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { PUBLISHED_POOL_STATES, type TalentPool } from '../domain/talent-pool';
import { type PoolFilter, TalentPoolRepository } from './ports/talent-pool.repository';

/** Lists pools, the newest first. */
@Injectable()
export class ListTalentPools {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly persons: PersonRepository,
  ) {}

  /** @param own the person who reads, where they may read only what their programme has published */
  async run(filter: PoolFilter, page: PageRequest, own?: string): Promise<Page<TalentPool>> {
    if (own === undefined) {
      return this.pools.list(filter, page);
    }
    const programmeId = (await this.persons.byId(own))?.programmeId;
    const { states = PUBLISHED_POOL_STATES } = filter;
    const visible = states.filter((state) => PUBLISHED_POOL_STATES.includes(state));
    return programmeId === undefined ||
      visible.length === 0 ||
      (filter.programmeId ?? programmeId) !== programmeId
      ? { items: [] }
      : this.pools.list({ programmeId, states: visible }, page);
  }
}
