import type { CountInterval } from '../released-count';
import type { PossibleCounts } from './possible-counts';

type End = 'lowest' | 'highest';

/** Which bounds of which columns hold a range where it ends. */
export type Held = ReadonlyMap<number, number>;

/** How far a column is to be seen to range. */
export interface SoughtRange {
  readonly isWide: (range: CountInterval, column: number) => boolean;
  /** How far up it has to go, from where it has been. */
  readonly reach: (range: CountInterval, column: number) => number;
}

/** HiGHS keeps its limits to within so much, and less than any count. */
const TOLERANCE = 1e-6;

/** Looking at many counts at once is given up when so many turns on end have settled next to none. */
const IDLE_TURNS = 3;

/** So few counts are found as quickly by themselves. */
const FEW = 4;

/**
 * How far withheld counts range, as far as it has been seen. Two possible tables in which a count is 0 and 9 prove that
 * it can be either, whatever they were looked for: so one answer is read for every count, and few have to be asked for
 * by themselves.
 */
export class SeenRanges {
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  /** Of all answers, by column. */
  private readonly sums: Float64Array;
  private answers = 0;

  constructor(
    private readonly possible: PossibleCounts,
    size: number,
  ) {
    this.low = new Float64Array(size).fill(Infinity);
    this.sums = new Float64Array(size);
    this.high = new Float64Array(size).fill(-Infinity);
  }

  /** The whole numbers seen to be possible, or between such. */
  of(column: number): CountInterval {
    return {
      lowest: Math.max(0, Math.ceil(this.low[column]! - TOLERANCE)),
      highest: Math.floor(this.high[column]! + TOLERANCE),
    };
  }

  /** Looks for both ends of many columns at once, as long as that widens some that are still too narrow. */
  look(columns: readonly number[], { isWide, reach }: SoughtRange): readonly number[] {
    let narrow = columns;
    let idle = 0;
    for (let turn = 0; narrow.length > 0 && idle < IDLE_TURNS; turn += 1) {
      const before = narrow.length;
      const factors = new Map(narrow.map((column, at) => [column, this.factor(column, at, turn)]));
      this.note(this.towards(factors, reach) ?? this.possible.farthest(factors));
      narrow = narrow.filter((column) => !isWide(this.of(column), column));
      idle = before - narrow.length < FEW ? idle + 1 : 0;
    }
    return narrow;
  }

  /** Finds one end of a range for good. */
  end(column: number, end: End): Held {
    const { counts, pressures } = this.possible.largest(new Map([[column, end === 'highest' ? 1 : -1]]));
    this.note(counts);
    const held = new Map<number, number>();
    pressures.forEach((pressure, at) => {
      if (at !== column && Math.abs(pressure) > TOLERANCE) held.set(at, pressure);
    });
    return held;
  }

  /**
   * Which way a column is to go: up where it has been at 0, and otherwise now this way and now that. How much differs from
   * column to column and from turn to turn, or nothing would be gained by giving to one what another has.
   */
  private factor(column: number, at: number, turn: number): number {
    const isUp = this.low[column]! <= TOLERANCE || ((at >> (turn % 6)) & 1) === 0;
    const weight = 1 + ((Math.imul(at + 1, 40_503 + 2 * turn) >>> 7) % 16);
    return isUp ? weight : -weight;
  }

  /**
   * Where the columns go their ways all together. The one with the most weight would take all that sums leave, and next to
   * none would move beside it: so a column may go as far as it has to and no farther. The mean of counts that are possible
   * is possible, and so there always are such counts, and whatever is possible within narrower limits is possible.
   */
  private towards(
    factors: ReadonlyMap<number, number>,
    reach: SoughtRange['reach'],
  ): Float64Array | undefined {
    if (this.answers === 0) return undefined;
    const most = [...factors].map(([column, factor]): [number, number] => {
      const mean = this.sums[column]! / this.answers;
      return [column, factor > 0 ? Math.max(mean, reach(this.of(column), column)) : mean];
    });
    return this.possible.largestWithin(factors, new Map(most));
  }

  private note(counts: Float64Array): void {
    this.answers += 1;
    counts.forEach((count, column) => {
      this.sums[column]! += count;
      if (count < this.low[column]!) this.low[column] = count;
      if (count > this.high[column]!) this.high[column] = count;
    });
  }
}
