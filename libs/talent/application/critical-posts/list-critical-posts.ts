import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type CriticalPostFilter, CriticalPostRepository } from '../ports/critical-post.repository';
import { shownPost, type ShownPost } from './shown-post';

/** Lists the critical posts of the programmes that are reached, the newest first. */
@Injectable()
export class ListCriticalPosts {
  constructor(private readonly posts: CriticalPostRepository) {}

  async run(authority: Authority, filter: CriticalPostFilter, page: PageRequest): Promise<Page<ShownPost>> {
    const found = await this.posts.list(authority.limits(), filter, page);
    return { ...found, items: found.items.map((post) => shownPost(authority, post)) };
  }
}
