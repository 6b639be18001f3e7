import { AuditTrail, type Authority, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { changePost, type CriticalPost } from '../../domain/critical-posts/critical-post';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { tellOfPost } from '../talent-events';
import { PostChecks, type WantedPost } from './post-checks';
import { reachedPost } from './reached-post';

/** Says anew what a post is and by when somebody is needed, while it is open. */
@Injectable()
export class ChangeCriticalPost {
  constructor(
    private readonly checks: PostChecks,
    private readonly posts: CriticalPostRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, StaleVersion unless it still has that version, InputRefused with every fault at once, Conflict
   *   `critical-post.not-open`
   */
  async run(authority: Authority, id: string, version: number, wanted: WantedPost): Promise<CriticalPost> {
    return this.transaction.run(async () => {
      const post = reachedPost(authority, await this.posts.lock(id), id);
      if (post.version !== version) {
        throw new StaleVersion('critical post');
      }
      const details = await this.checks.sound(authority, post.programmeId, wanted);
      const changed = await this.posts.save(changePost(post, details));
      await tellOfPost(this.trail, 'critical-post.changed', authority, changed);
      return changed;
    });
  }
}
