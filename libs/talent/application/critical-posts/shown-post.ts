import type { Authority } from '@evenhand/kernel';
import type { CriticalPost } from '../../domain/critical-posts/critical-post';
import { preparesPools } from '../who-sees-what';

/** The post as somebody may see it: which member filled it is for those who prepare pools. */
export function shownPost(authority: Authority, post: CriticalPost): CriticalPost {
  if (post.filled === undefined || preparesPools(authority, post.programmeId)) {
    return post;
  }
  const { at, fromPool } = post.filled;
  return { ...post, filled: { at, fromPool } };
}
