import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { closePool, type TalentPool } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/** Closes a pool: nobody comes in any more, and those who are in are still decided on. */
@Injectable()
export class CloseTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `talent-pool.cannot-close` */
  async run(authority: Authority, id: string): Promise<TalentPool> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, id);
      const closed = await this.pools.save(closePool(pool, this.clock.now()));
      await tellOfPool(this.trail, 'talent-pool.closed', authority, closed);
      return closed;
    });
  }
}
