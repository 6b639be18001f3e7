import { type Authority, NotFound } from '@evenhand/kernel';
import type { CriticalPost } from '../../domain/critical-posts/critical-post';

/** The post. @throws NotFound where there is none for whoever asks: posts are for those who look after a whole programme */
export function reachedPost(authority: Authority, post: CriticalPost | undefined, id: string): CriticalPost {
  if (post === undefined || !authority.reachesProgramme(post.programmeId)) {
    throw new NotFound('critical post', id);
  }
  return post;
}
