import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type CriteriaVersion, setCriteria } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/** Sets what a pool asks from now on. What it asked before stays to be read. */
@Injectable()
export class AddCriteriaVersion {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, InputRefused where two criteria have one code, Conflict `talent-pool.cannot-set-criteria` */
  async run(
    authority: Authority,
    poolId: string,
    wanted: Pick<CriteriaVersion, 'criteria' | 'reason'>,
  ): Promise<CriteriaVersion> {
    return this.transaction.run(async () => {
      const set = setCriteria(await heldPool(this.pools, authority, poolId), wanted, this.clock.now());
      await this.pools.save(set.pool);
      await this.pools.addCriteria(poolId, set.criteriaVersion);
      const details = { version: set.criteriaVersion.number };
      await tellOfPool(this.trail, 'talent-pool.criteria-set', authority, set.pool, { details });
      return set.criteriaVersion;
    });
  }
}
