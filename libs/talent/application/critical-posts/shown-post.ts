import type { Authority } from '@evenhand/kernel';
import type { CriticalPost } from '../../domain/critical-posts/critical-post';
import { preparesPools } from '../who-sees-what';

/** A post as somebody may see it. */
export interface ShownPost extends Omit<CriticalPost, 'filled'> {
  /** Only when, for those who do not prepare pools. */
  readonly filled?: Pick<NonNullable<CriticalPost['filled']>, 'at'> & Partial<CriticalPost['filled']>;
}

/** The post for somebody: which member filled it, and whether one of a pool did, is for those who prepare pools. */
export function shownPost(authority: Authority, post: CriticalPost): ShownPost {
  if (post.filled === undefined || preparesPools(authority, post.programmeId)) {
    return post;
  }
  return { ...post, filled: { at: post.filled.at } };
}
