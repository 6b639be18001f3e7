import type { Page, PageRequest } from '@evenhand/kernel';
import type { PoolDecision } from '../../domain/pools/pool-decision';

/** Which decisions of a pool are listed. */
export interface DecisionFilter {
  readonly poolId: string;
  /** Only those on this person. */
  readonly personId?: string;
}

/** Keeps decisions as they were made. */
export abstract class PoolDecisionRepository {
  abstract add(decision: PoolDecision): Promise<void>;
  abstract byId(id: string): Promise<PoolDecision | undefined>;
  /** The newest first. */
  abstract list(filter: DecisionFilter, page: PageRequest): Promise<Page<PoolDecision>>;
  /** All decisions of a pool. */
  abstract ofPool(poolId: string): Promise<readonly PoolDecision[]>;
}
