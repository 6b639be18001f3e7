import { DisclosureSettings } from '@evenhand/disclosure';
import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { lockProgramme, PersonRepository, ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { MEMBER_STATES } from '../../domain/pools/pool-member';
import { isDue, lastMidnight, publicationOf } from '../../domain/pools/pool-publication';
import { changedStandings, type PoolHistory, standingsAt } from '../../domain/pools/pool-standing';
import type { Elsewhere } from '../../domain/pools/pool-over-time';
import { PUBLISHED_POOL_STATES, type TalentPool } from '../../domain/pools/talent-pool';
import { reportOnPools, toldOf } from '../../domain/pools/told-last';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { PoolDecisionRepository } from '../ports/pool-decision.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { PoolPublicationRepository } from '../ports/pool-publication.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { ToldOfPools } from '../ports/told-of-pools';
import { heldPool, reachedPool } from './reached-pool';
import { tellOfPool } from '../talent-events';

/**
 * Publishes the counts of every pool that is or was open and where that is due: at most once a day, and only what as
 * many people changed as the smallest count told. Each pool is published in a transaction of its own.
 */
@Injectable()
export class PublishPoolCounts {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly programmes: ProgrammeRepository,
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

  /**
   * Nobody waits while it is worked out: the programme and the pool are held for writing it down. What was told or who stood
   * in the pool may have changed until then; then it is worked out again.
   */
  async #publish(authority: Authority, poolId: string, asOf: Date): Promise<boolean> {
    for (;;) {
      const pool = await reachedPool(this.pools, authority, poolId);
      const mark = await this.told.mark(pool.programmeId);
      const history = await this.#dueHistory(poolId, asOf);
      if (history === undefined) return false;
      const publication = await publicationOf(
        history,
        await this.persons.byIds(history.members.map(({ personId }) => personId)),
        this.catalogue.content,
        { earlier: await this.publications.ofPool(poolId), elsewhere: await this.#elsewhere(pool) },
        asOf,
        this.disclosure.policy,
      );
      if (publication === undefined) return false;
      const isPublished = await this.transaction.run(async () => {
        await lockProgramme(this.programmes, pool.programmeId);
        const held = await heldPool(this.pools, authority, poolId);
        if ((await this.told.mark(pool.programmeId)) !== mark) return false;
        // Somebody may have moved before midnight, which was written down only now.
        const [then, now] = [history, await this.#historyOf(poolId)].map((one) => standingsAt(one, asOf));
        if (changedStandings(then!, now!) > 0) return false;
        await this.publications.add(poolId, publication);
        await tellOfPool(this.trail, 'talent-pool.counts-published', authority, held);
        return true;
      });
      if (isPublished) return true;
    }
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
  async #dueHistory(poolId: string, asOf: Date): Promise<PoolHistory | undefined> {
    const last = await this.publications.latest(poolId);
    if (last !== undefined && last.asOf >= asOf) {
      return undefined;
    }
    const history = await this.#historyOf(poolId);
    return isDue(history, last, asOf, this.disclosure.policy) ? history : undefined;
  }

  async #historyOf(poolId: string): Promise<PoolHistory> {
    return {
      members: await this.members.inStates(poolId, MEMBER_STATES),
      decisions: await this.decisions.ofPool(poolId),
      posts: await this.posts.ofPool(poolId),
    };
  }
}
