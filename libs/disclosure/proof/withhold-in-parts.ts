import type { DisclosurePolicy } from '../disclosure-policy';
import type { CountInterval } from '../released-count';
import { type CountProgram, partOfProgram } from './count-program';
import { FurtherWithheld, type GateColumn } from './further-withheld';
import { nearestCounts } from './nearest-counts';
import { PossibleCounts } from './possible-counts';

/** A program of counts, of which some are to be withheld. */
export interface GateProgram {
  readonly program: CountProgram;
  /** What is withheld is marked here. */
  readonly columns: readonly GateColumn[];
  /** What a column can be by itself once it is withheld. */
  readonly withheldInterval: (column: number) => CountInterval;
  /** Which measure a column counts. */
  readonly measureOf: (column: number) => number;
  /** How many measures are parts of that of a column, and itself. */
  readonly depthOf: (column: number) => number;
  readonly policy: DisclosurePolicy;
}

/** Up to so many columns nothing is won by looking at parts. */
const SMALL_PROGRAM = 400;

/**
 * Withholds further columns of a program until all that are withheld are wide enough, and marks them so.
 *
 * Large programs take long, and tables meet only in what they have in common (professions by stage and groups by grade in
 * the groups). So what is in common is protected first, with everything at hand, and then held at counts that are possible
 * near those told: what a table can be beside them it can be whatever the others are, and each family of tables is looked
 * at alone. That is stricter than it need be, never laxer. What then stays too narrow is looked at with everything at hand.
 *
 * @param families columns that belong together, which cover all
 * @returns columns that stay too narrow, however much is withheld
 */
export async function withholdInParts(
  gate: GateProgram,
  families: readonly (readonly number[])[],
): Promise<readonly number[]> {
  const { columns } = gate;
  const used = usedColumns(gate);
  const all = columns.flatMap((_, column) => (used.has(column) ? [column] : []));
  if (families.length === 1 || columns.length <= SMALL_PROGRAM) {
    return protect(gate, all, all);
  }
  const common = commonTo(families);
  await protect(gate, all, [...common]);
  const counts = await roomyCounts(gate, common);
  const held: GateProgram = {
    ...gate,
    columns: columns.map((column, at) => (common.has(at) ? { state: 'fixed', cost: [] } : column)),
    program: holding(gate.program, counts),
  };
  const narrow: number[] = [];
  for (const family of families) {
    narrow.push(
      ...(await protectBeside(
        held,
        family.filter((column) => used.has(column)),
      )),
    );
  }
  return protect(gate, all, narrow);
}

/** Columns of which anything is known beside their interval, or that have to be looked at. */
function usedColumns({ program: { sums, parts }, columns }: GateProgram): ReadonlySet<number> {
  const used = new Set(columns.flatMap((column, at) => (isWithheld(column) ? [at] : [])));
  for (const { sum, of } of sums) for (const column of [sum, ...of]) used.add(column);
  for (const column of parts.flat()) used.add(column);
  return used;
}

/** Possible counts of what families have in common, near the middle of what is told, so that all have room. */
async function roomyCounts(
  gate: GateProgram,
  common: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> {
  const program = now(gate);
  const wanted = gate.columns.flatMap((column, at): [number, number][] => {
    const { lowest, highest } = program.intervals[at]!;
    if (lowest > 0) return [[at, (lowest + highest) / 2]];
    // A whole has room beside its parts: were it just as many, it would be so in each cell.
    return isWithheld(column) && common.has(at) ? [[at, gate.policy.smallest * 2 * gate.depthOf(at)]] : [];
  });
  const counts = await nearestCounts(program, new Map(wanted));
  return new Map([...common].map((column) => [column, asFraction(counts[column]!)]));
}

/** 1 to 12 are all factors of it: counts where a program ends are whole numbers, or fractions of few parts. */
const PARTS = 27_720;
const NEAR = 1e-6;

/** What floating point has left of a count that is held would make sums impossible. */
function asFraction(count: number): number {
  const fraction = Math.round(count * PARTS) / PARTS;
  return Math.abs(fraction - count) < NEAR ? fraction : count;
}

/** Protects a family beside what is held; where nothing fits that, all of it is left for later. */
async function protectBeside(gate: GateProgram, family: readonly number[]): Promise<readonly number[]> {
  try {
    return await protect(gate, family, family);
  } catch (error) {
    if (error instanceof RangeError) return family;
    throw error;
  }
}

function holding(program: CountProgram, counts: ReadonlyMap<number, number>): CountProgram {
  const intervals = program.intervals.map((interval, column) => {
    const count = counts.get(column);
    return count === undefined ? interval : { lowest: count, highest: count };
  });
  return { ...program, intervals };
}

function commonTo(families: readonly (readonly number[])[]): ReadonlySet<number> {
  const [seen, common] = [new Set<number>(), new Set<number>()];
  for (const column of families.flat()) (seen.has(column) ? common : seen).add(column);
  return common;
}

/**
 * Protects those of some columns that are withheld, with what is known of the ones at hand. What sums of one measure give
 * away they give away whatever is known of the others, and little programs find it sooner.
 */
async function protect(
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
    new FurtherWithheld(possible, own, (place) => gate.withheldInterval(atHand[place]!), gate.policy).protect(
      places,
    ),
  );
  return left.map((place) => atHand[place]!);
}

/** The program with what has been withheld meanwhile. */
function now(gate: GateProgram): CountProgram {
  return { ...gate.program, intervals: gate.columns.map((_, column) => intervalOf(gate, column)) };
}

function intervalOf({ columns, program, withheldInterval }: GateProgram, column: number): CountInterval {
  return isWithheld(columns[column]!) ? withheldInterval(column) : program.intervals[column]!;
}

function isWithheld({ state }: GateColumn): boolean {
  return state === 'small' || state === 'withheld';
}
