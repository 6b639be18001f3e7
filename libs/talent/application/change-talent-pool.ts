import { StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { changePool, type TalentPool } from '../domain/talent-pool';
import { heldPool } from './known-pool';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Changes what a pool is called and what it is for. */
@Injectable()
export class ChangeTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, StaleVersion unless it still has that version, Conflict `talent-pool.cannot-change` */
  async run(
    id: string,
    version: number,
    change: { readonly title?: string; readonly purpose?: string },
  ): Promise<TalentPool> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, id);
      if (pool.version !== version) {
        throw new StaleVersion('talent pool');
      }
      return this.pools.save(changePool(pool, change));
    });
  }
}
