import type { Page, PageRequest } from '@evenhand/kernel';
import type { CriteriaVersion, PoolState, ShownPools, TalentPool } from '../../domain/pools/talent-pool';

/** Which pools are listed; what is absent leaves none out. */
export interface PoolFilter {
  readonly programmeId?: string;
  readonly states?: readonly PoolState[];
  readonly shown?: ShownPools;
}

/** Keeps talent pools and every version of their criteria. */
export abstract class TalentPoolRepository {
  abstract add(pool: TalentPool): Promise<void>;
  /** The pool as it is kept, one version higher than it was read. @throws StaleVersion when it has another version by now */
  abstract save(pool: TalentPool): Promise<TalentPool>;
  abstract byId(id: string): Promise<TalentPool | undefined>;
  abstract byIds(ids: readonly string[]): Promise<readonly TalentPool[]>;
  /** Holds the pool for this transaction: nobody else moves it or its members until then. */
  abstract lock(id: string): Promise<TalentPool | undefined>;
  /** The newest first. */
  abstract list(filter: PoolFilter, page: PageRequest): Promise<Page<TalentPool>>;
  /** The ids of all pools in one of these states, in no order. */
  abstract idsInStates(states: readonly PoolState[]): Promise<readonly string[]>;
  abstract addCriteria(poolId: string, criteria: CriteriaVersion): Promise<void>;
  /** All versions, the newest first. */
  abstract criteria(poolId: string): Promise<readonly CriteriaVersion[]>;
}
