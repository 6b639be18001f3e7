import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { openPool, type TalentPool } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/** Opens a pool: from now on everybody can read of it, and people come in. */
@Injectable()
export class OpenTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `talent-pool.cannot-open`, `talent-pool.without-criteria` */
  async run(authority: Authority, id: string): Promise<TalentPool> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, id);
      const opened = await this.pools.save(openPool(pool, this.clock.now()));
      await tellOfPool(this.trail, 'talent-pool.opened', authority, opened);
      return opened;
    });
  }
}
