import type { DisclosurePolicy } from '../disclosure-policy';
import type { CountInterval } from '../released-count';
import { type CountProgram, partOfProgram } from './count-program';
import { FurtherWithheld, type GateColumn } from './further-withheld';
import { PossibleCounts } from './possible-counts';

/** A program of counts, of which some are to be withheld. */
export interface GateProgram {
  readonly program: CountProgram;
  /** What is withheld is marked here. */
  readonly columns: readonly GateColumn[];
  /** What a column can be by itself once it is withheld. */
  readonly withheldInterval: (column: number) => CountInterval;
  /** Which cell and which measure of it a column counts. */
  readonly cellOf: (column: number) => number;
  readonly measureOf: (column: number) => number;
  /** How many measures are parts of that of a column, and itself. */
  readonly depthOf: (column: number) => number;
  readonly policy: DisclosurePolicy;
}

/** Up to so many columns nothing is won by looking at parts. */
export const SMALL_PROGRAM = 400;

/** Columns of which anything is known beside their interval, or that have to be looked at. */
export function usedColumns({ program: { sums, parts }, columns }: GateProgram): readonly number[] {
  const used = new Set(columns.flatMap((column, at) => (isWithheld(column) ? [at] : [])));
  for (const { sum, of } of sums) for (const column of [sum, ...of]) used.add(column);
  for (const column of parts.flat()) used.add(column);
  return columns.flatMap((_, column) => (used.has(column) ? [column] : []));
}

/** The same where some columns are known to be so many: nothing is gained by withholding them. */
export function holding(gate: GateProgram, counts: ReadonlyMap<number, number>): GateProgram {
  const intervals = gate.program.intervals.map((interval, column) => {
    const count = counts.get(column);
    return count === undefined ? interval : { lowest: count, highest: count };
  });
  return {
    ...gate,
    columns: gate.columns.map((column, at) => (counts.has(at) ? { state: 'fixed', cost: [] } : column)),
    program: { ...gate.program, intervals },
  };
}

/**
 * Protects those of some columns that are withheld, with what is known of the ones at hand. What sums of one measure give
 * away they give away whatever is known of the others, and little programs find it sooner.
 *
 * @returns those that stay too narrow
 * @throws RangeError where no counts are possible
 */
export async function protect(
  gate: GateProgram,
  atHand: readonly number[],
  columns: readonly number[],
): Promise<readonly number[]> {
  if (atHand.length > SMALL_PROGRAM) {
    for (const measure of new Set(columns.map(gate.measureOf))) {
      const ofMeasure = (column: number): boolean => gate.measureOf(column) === measure;
      await protectAtOnce(gate, atHand.filter(ofMeasure), columns.filter(ofMeasure));
    }
  }
  return protectAtOnce(gate, atHand, columns);
}

async function protectAtOnce(
  gate: GateProgram,
  atHand: readonly number[],
  columns: readonly number[],
): Promise<readonly number[]> {
  const withheld = new Set(columns.filter((column) => isWithheld(gate.columns[column]!)));
  if (withheld.size === 0) return [];
  const places = atHand.flatMap((column, place) => (withheld.has(column) ? [place] : []));
  const own = atHand.map((column) => gate.columns[column]!);
  const left = await PossibleCounts.of(partOfProgram(now(gate), atHand), (possible) =>
    new FurtherWithheld(
      possible,
      own,
      (place) => gate.withheldInterval(atHand[place]!),
      () => gate.policy,
    ).protect(places),
  );
  return left.map((place) => atHand[place]!);
}

/** The program with what has been withheld meanwhile. */
export function now(gate: GateProgram): CountProgram {
  return { ...gate.program, intervals: gate.columns.map((_, column) => intervalOf(gate, column)) };
}

function intervalOf({ columns, program, withheldInterval }: GateProgram, column: number): CountInterval {
  return isWithheld(columns[column]!) ? withheldInterval(column) : program.intervals[column]!;
}

export function isWithheld({ state }: GateColumn): boolean {
  return state === 'small' || state === 'withheld';
}
