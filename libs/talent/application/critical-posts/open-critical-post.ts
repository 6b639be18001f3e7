import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { lockOpenProgramme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { CriticalPost } from '../../domain/critical-posts/critical-post';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { tellOfPost } from '../talent-events';
import { PostChecks, type WantedPost } from './post-checks';

/** Names a post that the programme cannot do without, and by when it needs somebody for it. */
@Injectable()
export class OpenCriticalPost {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly checks: PostChecks,
    private readonly posts: CriticalPostRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no such programme, Conflict `programme.closed`, InputRefused with every fault at once */
  async run(
    authority: Authority,
    { programmeId, ...wanted }: WantedPost & Pick<CriticalPost, 'programmeId'>,
  ): Promise<CriticalPost> {
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      const post: CriticalPost = {
        ...(await this.checks.sound(authority, programmeId, wanted)),
        ...{ id: this.random.uuid(), programmeId, state: 'open', openedAt: this.clock.now(), version: 1 },
      };
      await this.posts.add(post);
      await tellOfPost(this.trail, 'critical-post.opened', authority, post);
      return post;
    });
  }
}
