import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { PersonRepository, WorkforceRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { compositionOf, type PoolComposition } from '../../domain/pools/pool-composition';
import { type GroupRepresentation, representationOf } from '../../domain/pools/representation';
import { COUNTED_MEMBER_STATES } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { reachedPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/** Who a pool is made of, and how that compares with the workforce that it was to be found in. */
export interface ComparedComposition extends PoolComposition {
  /** Every professional group; absent where the programme has given no headcounts. */
  readonly representation?: readonly GroupRepresentation[];
}

/** Counts who a pool is made of, beside the workforce of its programme. These are true counts, for the board alone. */
@Injectable()
export class ReadPoolComposition {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly persons: PersonRepository,
    private readonly workforce: WorkforceRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, also for those who reach only what is their own */
  async run(authority: Authority, poolId: string): Promise<ComparedComposition> {
    const pool = await reachedPool(this.pools, authority, poolId);
    if (!authority.reachesProgramme(pool.programmeId)) {
      throw new NotFound('talent pool', poolId);
    }
    const members = await this.members.inStates(poolId, COUNTED_MEMBER_STATES);
    const persons = await this.persons.byIds(members.map(({ personId }) => personId));
    await tellOfPool(this.trail, 'talent-pool.composition-read', authority, pool);
    const composition = compositionOf(members, persons, this.catalogue.content);
    const headcounts = await this.workforce.read(pool.programmeId);
    return headcounts.size === 0
      ? composition
      : {
          ...composition,
          representation: representationOf(composition, headcounts, this.catalogue.content),
        };
  }
}
