import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { altogether, findingsOn } from '../../domain/criteria/criterion-finding';
import { type CoverOfPosts, coverOf } from '../../domain/critical-posts/post-cover';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { KnownOfMembers } from '../pools/known-of-members';
import { tellOfPersons } from '../talent-events';

/** Counts who could follow in the open critical posts of a programme. These are true counts, for those who look after pools. */
@Injectable()
export class ReadCover {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly posts: CriticalPostRepository,
    private readonly members: PoolMemberRepository,
    private readonly known: KnownOfMembers,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound where the programme is not reached */
  async run(authority: Authority, programmeId: string): Promise<CoverOfPosts> {
    if (!authority.reachesProgramme(programmeId)) {
      throw new NotFound('programme', programmeId);
    }
    const posts = await this.posts.listOf(programmeId);
    const poolIds = [...new Set(posts.flatMap(({ poolId }) => poolId ?? []))];
    const members = [];
    for (const poolId of poolIds) {
      members.push(...(await this.members.inStates(poolId, ['in_pool'])));
    }
    await tellOfPersons(this.trail, 'critical-posts.cover-read', authority, programmeId, []);
    const known = await this.known.of(members);
    return coverOf(posts, members, this.catalogue.content.horizons, ({ roleProfile }, memberId) => {
      const one = known.get(memberId);
      return one === undefined ? 'not_known' : altogether(findingsOn(roleProfile, one, this.catalogue));
    });
  }
}
