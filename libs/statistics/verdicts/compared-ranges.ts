import type { CountedRange } from './count-range';

/** On which side of the rest a rate lies, where it is far from it. */
export type Direction = 'below' | 'above';

/** A p of which only the least and the greatest are known. */
export interface PRange {
  readonly least: number;
  readonly greatest: number;
}

/** Where the counts of a group and of everyone else can lie, and those of both together. */
export interface ComparedRanges {
  readonly group: CountedRange;
  readonly rest: CountedRange;
  readonly everybody: CountedRange;
}

/** All that a comparison may come to: rather too much than too little. */
export interface PossibleComparison {
  readonly mayLackData: boolean;
  readonly mayHaveData: boolean;
  /** Fisher's p of whatever has enough data. */
  readonly p: PRange;
  /** Whether the rate may lie so near to that of the rest that no p makes it a disparity. */
  readonly mayBeNear: boolean;
  /** The p of rates far from that of the rest, by the side on which they can lie. */
  readonly far: Readonly<Partial<Record<Direction, PRange>>>;
}
