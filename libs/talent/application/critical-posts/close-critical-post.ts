import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { closePost, type CriticalPost } from '../../domain/critical-posts/critical-post';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { tellOfPost } from '../talent-events';
import { reachedPost } from './reached-post';

/** Records that a post is needed no more, and why. */
@Injectable()
export class CloseCriticalPost {
  constructor(
    private readonly posts: CriticalPostRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `critical-post.not-open` */
  async run(authority: Authority, id: string, reason: string): Promise<CriticalPost> {
    return this.transaction.run(async () => {
      const post = reachedPost(authority, await this.posts.lock(id), id);
      const closed = await this.posts.save(closePost(post, reason, this.clock.now()));
      await tellOfPost(this.trail, 'critical-post.closed', authority, closed);
      return closed;
    });
  }
}
