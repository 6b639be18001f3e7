import type { DisclosurePolicy } from '../disclosure-policy';
import { type CountInterval, countsBehind, type ReleasedCount } from '../released-count';
import { cellsOf, type TiedTables } from './tied-tables';

/** What is told of the cells of tied tables: a rounded count, `null` where it is withheld, `undefined` where nobody asks. */
export class ToldCounts {
  private readonly told: (ReleasedCount | undefined)[];
  private readonly zeros = new Set<number>();
  /** By carrier, what is told only where there are enough of it. */
  private readonly carried = new Map<number, number[]>();

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

  /** From now on the one measure is known to be told only where there are enough of the other. */
  knowCarrier(measure: number, carrier: number): void {
    this.carried.set(carrier, [...(this.carried.get(carrier) ?? []), measure]);
  }

  isZero(cell: number, measure: number): boolean {
    return this.zeros.has(cell * this.measureCount + measure);
  }

  /**
   * All that each cell's count can be as far as it is told by itself, or could be if it were not told. What nothing
   * limits ends above everything told, so that there is always a largest possible count.
   *
   * @param held by measure and place of a table whether the measure is held there: see `measuresHeld`
   * @param cellsIn how many cells lie in one
   */
  intervals(
    policy: DisclosurePolicy,
    held: readonly (readonly boolean[])[],
    cellsIn: (cell: number) => number = () => 1,
  ): CellIntervals {
    const most = this.told.reduce<number>((largest, count) => Math.max(largest, count ?? 0), 0);
    const limit = 2 * most + 100 * policy.smallest;
    const sums = held.map((inTable) => sumsOf(this.tied, inTable));
    const withheld = (cell: number, measure: number): CountInterval => ({
      lowest: this.carriesTold(cell, measure) ? policy.smallest : 0,
      highest: sums[measure]!.has(cell) ? Infinity : limit * cellsIn(cell),
    });
    return {
      withheld,
      told: (cell, measure) => {
        const count = this.of(cell, measure);
        if (this.isZero(cell, measure)) return ZERO;
        return typeof count === 'number' ? countsBehind(count, policy) : withheld(cell, measure);
      },
    };
  }

  private carriesTold(cell: number, measure: number): boolean {
    return (this.carried.get(measure) ?? []).some((each) => typeof this.of(cell, each) === 'number');
  }
}

/** Cells that are the sum of others in which a measure is held: these limit them. */
function sumsOf({ tables, ties }: TiedTables, isHeld: readonly boolean[]): ReadonlySet<number> {
  const held = new Set(tables.flatMap((table, at) => (isHeld[at] ? cellsOf(table) : [])));
  return new Set(ties.flatMap(({ sum, of }) => (of.length > 0 && held.has(of[0]!) ? [sum] : [])));
}

const ZERO: CountInterval = { lowest: 0, highest: 0 };

/** Intervals by the number of a cell, and the place of a measure among all. */
export interface CellIntervals {
  readonly told: (cell: number, measure: number) => CountInterval;
  readonly withheld: (cell: number, measure: number) => CountInterval;
}
