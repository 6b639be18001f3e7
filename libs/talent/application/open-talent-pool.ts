import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { openPool, type TalentPool } from '../domain/talent-pool';
import { heldPool } from './known-pool';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Opens a pool: from now on everybody can read of it, and people come in. */
@Injectable()
export class OpenTalentPool {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `talent-pool.cannot-open`, `talent-pool.without-criteria` */
  async run(id: string): Promise<TalentPool> {
    return this.transaction.run(async () =>
      this.pools.save(openPool(await heldPool(this.pools, id), this.clock.now())),
    );
  }
}
