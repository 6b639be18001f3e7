import { Clock, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { MEMBER_STATES } from '../domain/pool-member';
import { isDue, lastMidnight, type PoolPublication, publicationOf } from '../domain/pool-publication';
import { heldPool } from './known-pool';
import { PoolDecisionRepository } from './ports/pool-decision.repository';
import { PoolMemberRepository } from './ports/pool-member.repository';
import { PoolPublicationRepository } from './ports/pool-publication.repository';
import { TalentPoolRepository } from './ports/talent-pool.repository';

/** Publishes the counts of a pool where that is due: at most once a day, and only after ten or more people changed. */
@Injectable()
export class PublishPoolCounts {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly publications: PoolPublicationRepository,
    private readonly persons: PersonRepository,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @returns the publication that stands then, where there is one @throws NotFound */
  async run(poolId: string): Promise<PoolPublication | undefined> {
    const asOf = lastMidnight(this.clock.now());
    const last = await this.publications.latest(poolId);
    const isWanted = async (since: PoolPublication | undefined) =>
      (since === undefined || since.asOf < asOf) && isDue(await this.history(poolId), since, asOf);
    if (!(await isWanted(last))) {
      return last;
    }
    return this.transaction.run(async () => {
      await heldPool(this.pools, poolId);
      const meanwhile = await this.publications.latest(poolId);
      if (!(await isWanted(meanwhile))) {
        return meanwhile;
      }
      const history = await this.history(poolId);
      const persons = await this.persons.byIds(history.members.map(({ personId }) => personId));
      const publication = publicationOf(history, persons, healthAndCare.content, asOf);
      await this.publications.add(poolId, publication);
      return publication;
    });
  }

  private async history(poolId: string) {
    return {
      members: await this.members.inStates(poolId, MEMBER_STATES),
      decisions: await this.decisions.ofPool(poolId),
    };
  }
}
