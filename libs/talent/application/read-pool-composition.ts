import { PersonRepository } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { compositionOf, type PoolComposition } from '../domain/pool-composition';
import { COUNTED_MEMBER_STATES } from '../domain/pool-member';
import { knownPool } from './known-pool';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Counts who a pool is made of. These are true counts, for the board alone. */
@Injectable()
export class ReadPoolComposition {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly persons: PersonRepository,
  ) {}

  /** @throws NotFound */
  async run(poolId: string): Promise<PoolComposition> {
    await knownPool(this.pools, poolId);
    const members = await this.members.inStates(poolId, COUNTED_MEMBER_STATES);
    const persons = await this.persons.byIds(members.map(({ personId }) => personId));
    return compositionOf(members, persons, healthAndCare.content);
  }
}
