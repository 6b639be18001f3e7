import { DisclosureSettings } from '@evenhand/disclosure';
import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { MEMBER_STATES } from '../../domain/pools/pool-member';
import { isDue, lastMidnight, publicationOf } from '../../domain/pools/pool-publication';
import type { Elsewhere } from '../../domain/pools/pool-over-time';
import { PUBLISHED_POOL_STATES, type TalentPool } from '../../domain/pools/talent-pool';
import { reportOnPools, toldOf } from '../../domain/pools/told-last';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { PoolDecisionRepository } from '../ports/pool-decision.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { PoolPublicationRepository } from '../ports/pool-publication.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { ToldOfPools } from '../ports/told-of-pools';
import { heldPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/**
 * Publishes the counts of every pool that is or was open and where that is due: at most once a day, and only what as
 * many people changed as the smallest count told. Each pool is published in a transaction of its own.
 */
@Injectable()
export class PublishPoolCounts {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly publications: PoolPublicationRepository,
    private readonly posts: CriticalPostRepository,
    private readonly told: ToldOfPools,
    private readonly persons: PersonRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
    private readonly disclosure: DisclosureSettings,
  ) {}

  /** @returns how many pools were published @throws the first error, once every other pool has been looked at */
  async run(authority: Authority): Promise<number> {
    const asOf = lastMidnight(this.clock.now());
    const errors: unknown[] = [];
    let published = 0;
    for (const poolId of await this.pools.idsInStates(PUBLISHED_POOL_STATES)) {
      try {
        if (await this.#publish(authority, poolId, asOf)) {
          published++;
        }
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw errors[0];
    }
    return published;
  }

  /** Looks before it holds the pool, so that nobody waits where nothing is due, and again once it is held. */
  async #publish(authority: Authority, poolId: string, asOf: Date): Promise<boolean> {
    if ((await this.#dueHistory(poolId, asOf)) === undefined) {
      return false;
    }
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, poolId);
      const history = await this.#dueHistory(poolId, asOf);
      if (history === undefined) {
        return false;
      }
      const persons = await this.persons.byIds(history.members.map(({ personId }) => personId));
      const publication = await publicationOf(
        history,
        persons,
        this.catalogue.content,
        { earlier: await this.publications.ofPool(poolId), elsewhere: await this.#elsewhere(pool) },
        asOf,
        this.disclosure.policy,
      );
      if (publication === undefined) {
        return false;
      }
      await this.publications.add(poolId, publication);
      await tellOfPool(this.trail, 'talent-pool.counts-published', authority, pool);
      return true;
    });
  }

  /** What else tells of the people of a pool: it was told before, and so it is the pool that yields. */
  async #elsewhere({ id, programmeId }: TalentPool): Promise<Elsewhere> {
    const { pools, reports, plans } = await this.told.ofProgramme(programmeId);
    const { content } = this.catalogue;
    const others = pools.filter(({ poolId }) => poolId !== id);
    return {
      otherPools: toldOf(others, content, this.disclosure.policy),
      reports: reports.map((report) => reportOnPools(report, pools, content)),
      plans,
    };
  }

  /** What became of a pool, where its counts are due; the members are read only where there may be something new. */
  async #dueHistory(poolId: string, asOf: Date) {
    const last = await this.publications.latest(poolId);
    if (last !== undefined && last.asOf >= asOf) {
      return undefined;
    }
    const history = {
      members: await this.members.inStates(poolId, MEMBER_STATES),
      decisions: await this.decisions.ofPool(poolId),
      posts: await this.posts.ofPool(poolId),
    };
    return isDue(history, last, asOf, this.disclosure.policy) ? { ...history, last } : undefined;
  }
}
