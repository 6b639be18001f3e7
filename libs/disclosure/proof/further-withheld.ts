import type { DisclosurePolicy } from '../disclosure-policy';
import type { CountInterval } from '../released-count';
import type { PossibleCounts } from './possible-counts';
import { type Held, SeenRanges } from './seen-ranges';
import { isWideEnough, isWideWhicheverItIs, mayBeSmall, reachOf } from './wide-enough';

/** A column of a program as the gate sees it. */
export interface GateColumn {
  /**
   * `told` may be withheld yet; `small` is withheld for being small; `withheld` for any other reason; `either` for one or the
   * other, which is not known; `fixed` stays as it is.
   */
  state: 'told' | 'small' | 'withheld' | 'either' | 'fixed';
  /** What it costs to withhold it: the column with the smallest numbers is withheld first, compared one after another. */
  readonly cost: readonly number[];
}

/**
 * Withholds told counts until no withheld one can be narrowed down any more, and says which. Of the counts that hold a
 * range where it ends, the cheapest is withheld, and the range looked at again.
 *
 * It ends, since every turn withholds a count and there are only so many. It ends well, since a range that no told count
 * holds is from 0 to any number; only what was told before and stays can leave one too narrow, and would without this.
 */
export class FurtherWithheld {
  private readonly ranges: SeenRanges;
  private readonly further: number[] = [];

  constructor(
    private readonly possible: PossibleCounts,
    private readonly columns: readonly GateColumn[],
    private readonly withheldInterval: (column: number) => CountInterval,
    /** By which each column is withheld: so wide it has to stay. */
    private readonly policyOf: (column: number) => DisclosurePolicy,
  ) {
    this.ranges = new SeenRanges(possible, columns.length);
  }

  /**
   * @param columns those that are to be wide enough; so are those withheld in turn
   * @returns the ones that stay too narrow
   */
  protect(columns: readonly number[]): readonly number[] {
    const waiting = [
      ...this.ranges.look(columns, {
        isWide: (_, column) => this.isWide(column),
        reach: (range, column) => reachOf(range, !this.is('withheld', column), this.policyOf(column)),
      }),
    ];
    const narrow = new Set(this.widenAll(waiting));
    // What could not be small may be, once more is withheld.
    for (let most = 0; most < this.further.length;) {
      most = this.further.length;
      const large = columns.filter((column) => this.is('either', column) && !this.isWide(column));
      this.widenAll(large).forEach((column) => narrow.add(column));
    }
    return [...narrow].filter((column) => !this.isWide(column) && !this.isLarge(column));
  }

  /** @returns the ones that stay too narrow */
  private widenAll(columns: readonly number[]): readonly number[] {
    const waiting = [...columns];
    const narrow: number[] = [];
    for (const column of waiting) {
      const [most] = [this.further.length];
      if (!this.widen(column)) narrow.push(column);
      waiting.push(...this.further.slice(most));
    }
    return narrow;
  }

  private widen(column: number): boolean {
    while (!this.isWide(column)) {
      const held = this.holding(column);
      if (this.isWide(column) || this.isLarge(column)) break;
      const cheapest = this.cheapest(held);
      if (cheapest === undefined) return false;
      this.columns[cheapest]!.state = 'withheld';
      this.possible.widen(cheapest, this.withheldInterval(cheapest));
      this.further.push(cheapest);
    }
    return true;
  }

  /** By what has been seen: it stays so whatever is withheld further. */
  private isWide(column: number): boolean {
    const range = this.ranges.of(column);
    const policy = this.policyOf(column);
    return this.is('withheld', column) ? isWideEnough(range, policy) : mayBeSmall(range, policy);
  }

  /** Whether it is seen to be large, where it may be either, and wide enough for that. Its ends have to have been found. */
  private isLarge(column: number): boolean {
    return this.is('either', column) && isWideWhicheverItIs(this.ranges.of(column), this.policyOf(column));
  }

  private is(state: GateColumn['state'], column: number): boolean {
    return this.columns[column]!.state === state;
  }

  private holding(column: number): Held {
    const { smallest } = this.policyOf(column);
    const held = new Map<number, number>();
    const hold = (end: 'lowest' | 'highest') => {
      const by = this.ranges.end(column, end);
      return () => by.forEach((pressure, at) => held.set(at, pressure));
    };
    if (this.is('either', column)) {
      const holdLowest = hold('lowest');
      const { lowest, highest } = this.ranges.of(column);
      if (lowest > 0) holdLowest();
      if (lowest >= smallest || highest < smallest - 1) hold('highest')();
      return held;
    }
    const small = this.is('small', column);
    const { lowest, highest } = this.ranges.of(column);
    if (!small || lowest > 0) hold('lowest')();
    if (!small || highest < smallest - 1) hold('highest')();
    return held;
  }

  private cheapest(held: Held): number | undefined {
    const told = [...held.keys()].filter((column) => this.columns[column]!.state === 'told');
    return told.sort((a, b) => compare(this.columns[a]!.cost, this.columns[b]!.cost))[0];
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}
