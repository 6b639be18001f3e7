import { AuditTrail, type Authority, Clock, NotFound, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { altogether, type CriterionFinding, findingsOn } from '../../domain/criteria/criterion-finding';
import { type CriticalPost, fillPost } from '../../domain/critical-posts/critical-post';
import { appoint } from '../../domain/pools/pool-member';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { KnownOfMembers } from '../pools/known-of-members';
import { refusePartial, shownMember } from '../pools/reached-pool';
import { tellOfMember, tellOfPost } from '../talent-events';
import { actingAs } from '../who-sees-what';
import { reachedPost } from './reached-post';

/** A post that is filled, and how whoever came from its pool stood to its role profile; nothing of somebody from outside. */
export interface FilledPost {
  readonly post: CriticalPost;
  readonly profile: readonly CriterionFinding[];
}

/**
 * Records that a post is filled: by a member of its pool, who is appointed by that, or by somebody from outside. What the
 * service can tell of a member and the role profile is said, and kept in the log; it keeps nobody from the post.
 */
@Injectable()
export class FillCriticalPost {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly posts: CriticalPostRepository,
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly known: KnownOfMembers,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param memberId absent where somebody took it up who is no member of the pool
   * @throws NotFound; Conflict `critical-post.not-open`, `critical-post.other-pool`, `talent-pool-member.cannot-appoint`,
   *   `talent-pool-member.cannot-judge-oneself`, `talent-pool-member.cannot-judge-own-nominee`
   */
  async run(authority: Authority, id: string, memberId: string | undefined): Promise<FilledPost> {
    return this.transaction.run(async () => {
      const now = this.clock.now();
      const post = reachedPost(authority, await this.posts.lock(id), id);
      if (memberId === undefined) {
        const filled = await this.posts.save(fillPost(post, undefined, now));
        await tellOfPost(this.trail, 'critical-post.filled', authority, filled, { fromPool: false });
        return { post: filled, profile: [] };
      }
      const { pool, member } = await this.held(authority, post, memberId);
      const reach = authority.over({ programmeId: pool.programmeId })!;
      await refusePartial(this.members, member, actingAs(reach, authority, pool.programmeId));
      const filled = fillPost(post, member, now);
      const known = (await this.known.of([member])).get(memberId);
      const profile = known === undefined ? [] : findingsOn(post.roleProfile, known, this.catalogue);
      const details = { fromPool: true, profile: altogether(profile) };
      const appointed = await this.members.save(appoint(member, post.title, now));
      const kept = await this.posts.save(filled);
      await tellOfMember(this.trail, 'pool-member.appointed', authority, pool, appointed);
      await tellOfPost(this.trail, 'critical-post.filled', authority, kept, details);
      return { post: kept, profile };
    });
  }

  /** A member of a pool of the post's programme, whom whoever fills the post may see, and the pool held. */
  private async held(authority: Authority, { programmeId }: CriticalPost, memberId: string) {
    const poolId = (await this.members.byId(memberId))?.poolId;
    const pool = poolId === undefined ? undefined : await this.pools.lock(poolId);
    if (pool?.programmeId !== programmeId) {
      throw new NotFound('talent pool member', memberId);
    }
    return { pool, member: shownMember(authority, pool, await this.members.byId(memberId), memberId) };
  }
}
