import type { PoolPublication } from '../../domain/pools/pool-publication';

/** Keeps the counts of pools as they were published. */
export abstract class PoolPublicationRepository {
  abstract add(poolId: string, publication: PoolPublication): Promise<void>;
  /** All of a pool, the oldest first. */
  abstract ofPool(poolId: string): Promise<readonly PoolPublication[]>;
  /** The last one, where the pool's counts were ever published. */
  abstract latest(poolId: string): Promise<PoolPublication | undefined>;
}
