import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { closePool, type TalentPool } from '../domain/talent-pool';
import { heldPool } from './known-pool';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Closes a pool: nobody comes in any more, and those who are in are still decided on. */
@Injectable()
export class CloseTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `talent-pool.cannot-close` */
  async run(id: string): Promise<TalentPool> {
    return this.transaction.run(async () =>
      this.pools.save(closePool(await heldPool(this.pools, id), this.clock.now())),
    );
  }
}
