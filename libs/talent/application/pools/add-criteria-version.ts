import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { OrganisationRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { soundCriteria, type WantedCriterion } from '../../domain/criteria/criterion';
import { type CriteriaVersion, setCriteria } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/** What a pool is to ask, and why. */
export interface WantedCriteria extends Pick<CriteriaVersion, 'reason'> {
  readonly criteria: readonly WantedCriterion[];
}

/** Sets what a pool asks from now on. What it asked before stays to be read. */
@Injectable()
export class AddCriteriaVersion {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pools: TalentPoolRepository,
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound; InputRefused where two criteria have one code, a rule cannot be looked up, or one names a protected
   *   characteristic; Conflict `talent-pool.cannot-set-criteria`,
   *   `talent-pool.too-many-criteria-versions`
   */
  async run(authority: Authority, poolId: string, wanted: WantedCriteria): Promise<CriteriaVersion> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, poolId);
      const ofProgramme = await this.organisations.ofProgramme(pool.programmeId);
      const vocabulary = { catalogue: this.catalogue, organisationIds: ofProgramme.map(({ id }) => id) };
      const criteria = soundCriteria(wanted.criteria, vocabulary, 'criteria');
      const set = setCriteria(pool, { criteria, reason: wanted.reason }, this.clock.now());
      await this.pools.save(set.pool);
      await this.pools.addCriteria(poolId, set.criteriaVersion);
      const details = { version: set.criteriaVersion.number };
      await tellOfPool(this.trail, 'talent-pool.criteria-set', authority, set.pool, { details });
      return set.criteriaVersion;
    });
  }
}
