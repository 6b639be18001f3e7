import type { Page, PageRequest } from '@evenhand/kernel';
import type { DecisionOutcome, PoolDecision } from '../../domain/pool-decision';

/** Which decisions of a pool are listed. */
export interface DecisionFilter {
  readonly poolId: string;
  /** Only those on this person. */
  readonly personId?: string;
}

/** Keeps decisions as they were made. */
export abstract class PoolDecisionRepository {
  abstract add(decision: PoolDecision): Promise<void>;
  /** The newest first. */
  abstract list(filter: DecisionFilter, page: PageRequest): Promise<Page<PoolDecision>>;
  /** How many decisions of a pool had which outcome. */
  abstract count(poolId: string): Promise<Readonly<Record<DecisionOutcome, number>>>;
}
