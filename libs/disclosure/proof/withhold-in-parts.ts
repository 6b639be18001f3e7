import { partOfProgram } from './count-program';
import { type GateProgram, holding, isWithheld, now, protect, SMALL_PROGRAM } from './gate-program';
import { nearestCounts } from './nearest-counts';

/**
 * Withholds further columns of a program until all that are withheld are wide enough, and marks them so.
 *
 * Large programs take long, and tables meet only in what they have in common (professions by stage and groups by grade in
 * the groups). So what is in common is protected first, with everything at hand, and then held at counts that are possible
 * near those told: what a table can be beside them it can be whatever the others are, and each family of tables is looked
 * at alone. That is stricter than it need be, never laxer. What then stays too narrow is looked at with everything at hand.
 *
 * @param all the columns at hand: what is known of others is left out
 * @param families columns that belong together, which cover all
 * @returns columns that stay too narrow, however much is withheld
 */
export async function withholdInParts(
  gate: GateProgram,
  all: readonly number[],
  families: readonly (readonly number[])[],
): Promise<readonly number[]> {
  if (families.length === 1 || gate.columns.length <= SMALL_PROGRAM) {
    return protect(gate, all, all);
  }
  const used = new Set(all);
  const common = commonTo(families);
  await protect(gate, all, [...common]);
  const counts = await roomyCounts(gate, all, common);
  const held = holding(gate, counts);
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

/** Possible counts of what families have in common, near the middle of what is told, so that all have room. */
async function roomyCounts(
  gate: GateProgram,
  all: readonly number[],
  common: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> {
  const program = partOfProgram(now(gate), all);
  const wanted = all.flatMap((column, at): [number, number][] => {
    const { lowest, highest } = program.intervals[at]!;
    if (lowest > 0) return [[at, (lowest + highest) / 2]];
    // A whole has room beside its parts: were it just as many, it would be so in each cell.
    return isWithheld(gate.columns[column]!) && common.has(column)
      ? [[at, gate.policy.smallest * 2 * gate.depthOf(column)]]
      : [];
  });
  const counts = await nearestCounts(program, new Map(wanted));
  return new Map(
    all.flatMap((column, at): [number, number][] =>
      common.has(column) ? [[column, asFraction(counts[at]!)]] : [],
    ),
  );
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

function commonTo(families: readonly (readonly number[])[]): ReadonlySet<number> {
  const [seen, common] = [new Set<number>(), new Set<number>()];
  for (const column of families.flat()) (seen.has(column) ? common : seen).add(column);
  return common;
}
