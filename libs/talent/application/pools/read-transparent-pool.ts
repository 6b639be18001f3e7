import { DisclosureSettings } from '@evenhand/disclosure';
import { NotFound } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { nothingPublished, type ToldPool } from '../../domain/pools/pool-publication';
import type { CriteriaVersion, TalentPool } from '../../domain/pools/talent-pool';
import { PoolPublicationRepository } from '../ports/pool-publication.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';

/** What everybody may know of a pool that is or was open. */
export interface TransparentPool extends ToldPool {
  readonly pool: TalentPool;
  /** Every version, the newest first. */
  readonly criteria: readonly CriteriaVersion[];
  /** Until when what was told last is counted; absent while nothing was published, and all is withheld. */
  readonly asOf?: Date;
}

/** Reads what everybody may know of a pool. Its counts are those of the last publication, never those of now. */
@Injectable()
export class ReadTransparentPool {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pools: TalentPoolRepository,
    private readonly publications: PoolPublicationRepository,
    private readonly disclosure: DisclosureSettings,
  ) {}

  /** @throws NotFound where there is no such pool, or none that was ever opened */
  async run(id: string): Promise<TransparentPool> {
    const pool = await this.pools.byId(id);
    if (pool === undefined || pool.state === 'draft') {
      throw new NotFound('talent pool', id);
    }
    const criteria = await this.pools.criteria(id);
    const latest = await this.publications.latest(id);
    if (latest === undefined) {
      return { pool, criteria, ...nothingPublished(this.catalogue.content, this.disclosure.policy) };
    }
    const { figures: _, ...told } = latest;
    return { pool, criteria, ...told };
  }
}
