import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { CriticalPost, CriticalPostState } from '../../domain/critical-posts/critical-post';

/** Which posts are listed; what is absent leaves none out. */
export interface CriticalPostFilter {
  readonly programmeId?: string;
  readonly states?: readonly CriticalPostState[];
  /** Those that name a profession, or those that name none. */
  readonly namesProfession?: boolean;
}

/** Keeps critical posts. */
export abstract class CriticalPostRepository {
  abstract add(post: CriticalPost): Promise<void>;
  /** The post as it is kept, one version higher than it was read. @throws StaleVersion when it has another version by now */
  abstract save(post: CriticalPost): Promise<CriticalPost>;
  abstract byId(id: string): Promise<CriticalPost | undefined>;
  /** Holds the post for this transaction. */
  abstract lock(id: string): Promise<CriticalPost | undefined>;
  /** All posts of a programme. */
  abstract listOf(programmeId: string): Promise<readonly CriticalPost[]>;
  /** All posts that name a pool. */
  abstract ofPool(poolId: string): Promise<readonly CriticalPost[]>;
  /** Within the limits, the newest first. */
  abstract list(
    limits: Limits | undefined,
    filter: CriticalPostFilter,
    page: PageRequest,
  ): Promise<Page<CriticalPost>>;
}
