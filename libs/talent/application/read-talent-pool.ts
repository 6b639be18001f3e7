import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { TalentPool } from '../domain/talent-pool';
import { visiblePool } from './known-pool';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Reads one pool. */
@Injectable()
export class ReadTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly persons: PersonRepository,
  ) {}

  /**
   * @param own the person who reads, where they may read only what their programme has published
   * @throws NotFound
   */
  async run(id: string, own?: string): Promise<TalentPool> {
    return visiblePool(this.pools, this.persons, id, own);
  }
}
