import type { DisclosurePolicy, ToldBy } from '@evenhand/disclosure';
import type { PoolFigure } from './pool-figures';
import type { ReleasedPool } from './released-pool';

/** What was told of a pool at one moment: of figures that stand as they were told before, nothing. */
export interface PoolTelling {
  readonly pool: ReleasedPool;
  /** Those that were counted for that moment, and those of which nothing is told. */
  readonly figures: ReadonlySet<PoolFigure>;
  /** By which policy. */
  readonly toldBy: ToldBy<PoolFigure>;
}

/** What was told of a pool, and until when it is counted. */
export interface PoolMoment {
  readonly asOf: Date;
  readonly telling: PoolTelling;
}

/** One of the pools of a programme, as it was told over time. */
export interface PoolOverTime {
  /** Each time that it was told, the oldest first. */
  readonly told: readonly PoolMoment[];
  /** That nothing is told of it, as at any other time. */
  readonly untold: PoolTelling;
  /** How many people came to it or went on in it between two moments. */
  readonly changed: (one: Date, other: Date) => number;
}

/**
 * The moments of a pool for which counts of several pools are taken: moments between which few people changed are one, as a
 * reader may take it. What was told of the pool then is told of that moment; of a moment far from all these nothing is.
 */
export class PoolMoments {
  readonly #found: PoolMoment[] = [];

  constructor(
    private readonly pool: PoolOverTime,
    private readonly policy: DisclosurePolicy,
  ) {}

  /** @param policies by which the counts are told: few are fewer than the smallest count told by any of them, or by now */
  of(countedAt: Date, policies: readonly DisclosurePolicy[]): PoolMoment {
    const isNear = ({ asOf, telling }: PoolMoment) =>
      this.pool.changed(asOf, countedAt) <
      Math.max(...[this.policy, telling.toldBy.policy, ...policies].map(({ smallest }) => smallest));
    const found = this.#found.find(isNear);
    if (found !== undefined) return found;
    const moment = this.pool.told.findLast(isNear) ?? { asOf: countedAt, telling: this.pool.untold };
    this.#found.push(moment);
    return moment;
  }
}
