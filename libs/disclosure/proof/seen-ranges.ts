import type { CountInterval } from '../released-count';
import type { PossibleCounts } from './possible-counts';

type End = 'lowest' | 'highest';

/** Which bounds of which columns hold a range where it ends. */
export type Held = ReadonlyMap<number, number>;

/** HiGHS keeps its limits to within so much, and less than any count. */
const TOLERANCE = 1e-6;

/**
 * How far withheld counts range, as far as it has been seen. Two possible tables in which a count is 0 and 9 prove that
 * it can be either, whatever they were looked for: so one answer is read for every count, and few have to be asked for
 * by themselves.
 */
export class SeenRanges {
  private readonly low: Float64Array;
  private readonly high: Float64Array;

  constructor(
    private readonly possible: PossibleCounts,
    size: number,
  ) {
    this.low = new Float64Array(size).fill(Infinity);
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
  look(
    columns: readonly number[],
    isWide: (range: CountInterval, column: number) => boolean,
  ): readonly number[] {
    let narrow = columns;
    for (let turn = 0; narrow.length > 0; turn += 1) {
      const before = narrow.length;
      // Every other column the other way, so that neighbours give what their neighbours take.
      for (const way of [1, -1]) {
        this.note(
          this.possible.farthest(
            new Map(narrow.map((column, at) => [column, (at >> (turn % 6)) % 2 === 0 ? way : -way])),
          ),
        );
      }
      narrow = narrow.filter((column) => !isWide(this.of(column), column));
      if (narrow.length > before * 0.8) break;
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

  private note(counts: Float64Array): void {
    counts.forEach((count, column) => {
      if (count < this.low[column]!) this.low[column] = count;
      if (count > this.high[column]!) this.high[column] = count;
    });
  }
}
