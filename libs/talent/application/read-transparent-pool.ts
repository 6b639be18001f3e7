import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  releaseComposition,
  type ReleasedComposition,
  type ReleasedDecisions,
  releaseDecisions,
} from '../domain/released-composition';
import type { CriteriaVersion, TalentPool } from '../domain/talent-pool';
import { knownPool } from './known-pool';
import { PoolDecisionRepository } from './ports/pool-decision.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';
import { ReadPoolComposition } from './read-pool-composition';

/** What everybody may know of a pool that is or was open. */
export interface TransparentPool {
  readonly pool: TalentPool;
  /** Every version, the newest first. */
  readonly criteria: readonly CriteriaVersion[];
  readonly composition: ReleasedComposition;
  readonly decisions: ReleasedDecisions;
}

/** Reads what everybody may know of a pool. */
@Injectable()
export class ReadTransparentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly composition: ReadPoolComposition,
  ) {}

  /** @throws NotFound where there is no such pool, or none that was ever opened */
  async run(id: string): Promise<TransparentPool> {
    const pool = await knownPool(this.pools, id);
    if (pool.state === 'draft') {
      throw new NotFound('talent pool', id);
    }
    return {
      pool,
      criteria: await this.pools.criteria(id),
      composition: releaseComposition(await this.composition.run(id)),
      decisions: releaseDecisions(await this.decisions.count(id)),
    };
  }
}
