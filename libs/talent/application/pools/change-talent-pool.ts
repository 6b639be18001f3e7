import { AuditTrail, type Authority, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { changePool, type TalentPool } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/** Changes what a draft of a pool is called and what it is for. Once it is open, people come in under both. */
@Injectable()
export class ChangeTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, StaleVersion unless it still has that version, Conflict `talent-pool.cannot-change` */
  async run(
    authority: Authority,
    id: string,
    version: number,
    change: { readonly title?: string; readonly purpose?: string },
  ): Promise<TalentPool> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, id);
      if (pool.version !== version) {
        throw new StaleVersion('talent pool');
      }
      const changed = await this.pools.save(changePool(pool, change));
      await tellOfPool(this.trail, 'talent-pool.changed', authority, changed);
      return changed;
    });
  }
}
