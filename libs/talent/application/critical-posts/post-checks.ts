import { type Authority, InputRefused, RefusedInputs } from '@evenhand/kernel';
import { OrganisationRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { soundCriteria, type WantedCriterion } from '../../domain/criteria/criterion';
import { type CriticalPostDetails, refuseUnsoundPost } from '../../domain/critical-posts/critical-post';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { isThere } from '../who-sees-what';

/** A post as somebody hands it in. */
export interface WantedPost extends Omit<CriticalPostDetails, 'roleProfile'> {
  readonly roleProfile: readonly WantedCriterion[];
}

/** Looks whether what a post names is there. */
@Injectable()
export class PostChecks {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly organisations: OrganisationRepository,
    private readonly pools: TalentPoolRepository,
  ) {}

  /** The details, sound. @throws InputRefused with every fault at once */
  async sound(authority: Authority, programmeId: string, wanted: WantedPost): Promise<CriticalPostDetails> {
    const ofProgramme = await this.organisations.ofProgramme(programmeId);
    const organisationIds = ofProgramme.map(({ id }) => id);
    const { poolId, organisationId } = wanted;
    const pool = poolId === undefined ? undefined : await this.pools.byId(poolId);
    const refused = new RefusedInputs();
    refused.collect(() =>
      InputRefused.ifAny(
        organisationIds.includes(organisationId)
          ? []
          : [`organisationId: "${organisationId}" is no organisation of the programme`],
      ),
    );
    refused.collect(() => refuseUnsoundPost(wanted, this.catalogue));
    const vocabulary = { catalogue: this.catalogue, organisationIds };
    const roleProfile = refused.collect(() => soundCriteria(wanted.roleProfile, vocabulary, 'roleProfile'));
    refused.collect(() =>
      InputRefused.ifAny(
        poolId === undefined || (pool?.programmeId === programmeId && isThere(pool, authority))
          ? []
          : [`poolId: "${poolId}" is no talent pool of the programme`],
      ),
    );
    refused.refuse();
    return { ...wanted, roleProfile: roleProfile() };
  }
}
