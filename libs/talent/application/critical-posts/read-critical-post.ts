import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { CriticalPostRepository } from '../ports/critical-post.repository';
import { shownPost, type ShownPost } from './shown-post';
import { reachedPost } from './reached-post';

/** Reads one critical post. */
@Injectable()
export class ReadCriticalPost {
  constructor(private readonly posts: CriticalPostRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<ShownPost> {
    return shownPost(authority, reachedPost(authority, await this.posts.byId(id), id));
  }
}
