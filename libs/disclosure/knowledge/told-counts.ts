import type { DisclosurePolicy } from '../disclosure-policy';
import { type CountInterval, countsBehind, type ReleasedCount } from '../released-count';
import type { TiedTables } from './tied-tables';

/** What is told of the cells of tied tables: a rounded count, `null` where it is withheld, `undefined` where nobody asks. */
export class ToldCounts {
  private readonly told: (ReleasedCount | undefined)[];
  private readonly zeros = new Set<number>();

  constructor(
    readonly tied: TiedTables,
    readonly measureCount: number,
  ) {
    this.told = new Array<undefined>(tied.cellCount * measureCount);
  }

  of(cell: number, measure: number): ReleasedCount | undefined {
    return this.told[cell * this.measureCount + measure];
  }

  tell(cell: number, measure: number, count: ReleasedCount): void {
    this.told[cell * this.measureCount + measure] = count;
  }

  /** From now on the count is known to be 0, and no part of what is told. */
  knowZero(cell: number, measure: number): void {
    this.zeros.add(cell * this.measureCount + measure);
  }

  isZero(cell: number, measure: number): boolean {
    return this.zeros.has(cell * this.measureCount + measure);
  }

  /**
   * All that each cell's count can be as far as it is told by itself, or could be if it were not told. What nothing
   * limits ends above everything told, so that there is always a largest possible count.
   *
   * @param cellsIn how many cells lie in one
   */
  intervals(policy: DisclosurePolicy, cellsIn: (cell: number) => number = () => 1): CellIntervals {
    const most = this.told.reduce<number>((largest, count) => Math.max(largest, count ?? 0), 0);
    const limit = 2 * most + 100 * policy.smallest;
    const finest = new Set(this.tied.finest);
    const withheld = (cell: number): CountInterval =>
      finest.has(cell) ? { lowest: 0, highest: limit * cellsIn(cell) } : UNLIMITED;
    return {
      withheld,
      told: (cell, measure) => {
        const count = this.of(cell, measure);
        if (this.isZero(cell, measure)) return ZERO;
        return typeof count === 'number' ? countsBehind(count, policy) : withheld(cell);
      },
    };
  }
}

const ZERO: CountInterval = { lowest: 0, highest: 0 };
const UNLIMITED: CountInterval = { lowest: 0, highest: Infinity };

/** Intervals by the number of a cell, and the place of a measure among all. */
export interface CellIntervals {
  readonly told: (cell: number, measure: number) => CountInterval;
  readonly withheld: (cell: number) => CountInterval;
}
