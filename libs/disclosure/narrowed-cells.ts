import type { ReleasedTables, TableSubject } from './count-tables';
import type { DisclosurePolicy } from './disclosure-policy';
import { knowByMeaning, tellTable } from './knowledge/first-release';
import { measuresHeld } from './knowledge/measures-held';
import { cellsOf, tieTables } from './knowledge/tied-tables';
import { ToldCounts } from './knowledge/told-counts';
import { type CountProgram, countProgram, measuresTied } from './proof/count-program';
import { PossibleCounts } from './proof/possible-counts';
import { SeenRanges, type SoughtRange } from './proof/seen-ranges';
import { isWideEnough, reachOf } from './proof/wide-enough';
import type { CountInterval } from './released-count';

/** A withheld count of which too few values remain possible. */
export interface NarrowedCell<Measure extends string> {
  readonly table: TableSubject;
  readonly categories: readonly string[];
  readonly measure: Measure;
  /** The whole numbers that it can be, as far as everything told goes. */
  readonly range: CountInterval;
}

/**
 * What can be narrowed down from a release alone, by whoever knows the policy: withheld counts that have fewer values
 * left than the smallest count told, or that cannot have been withheld for being small and have so few left from there
 * on. It works with linear programs on what is told, and knows nothing of how it was chosen.
 *
 * @returns none where the release gives nothing away: that is the proof
 * @throws RangeError where the tables contradict each other
 */
export async function narrowedCells<Measure extends string>(
  released: ReleasedTables<Measure>,
  policy: DisclosurePolicy,
): Promise<readonly NarrowedCell<Measure>[]> {
  return rangesUnless(released, policy, {
    isWide: (range) => isWideEnough(range, policy),
    reach: (range) => reachOf(range, false, policy),
  });
}

/** The range of every withheld count, whether narrow or wide; what nothing limits ends above everything told. */
export async function withheldRanges<Measure extends string>(
  released: ReleasedTables<Measure>,
  policy: DisclosurePolicy,
): Promise<readonly NarrowedCell<Measure>[]> {
  return rangesUnless(released, policy, { isWide: () => false, reach: () => Infinity });
}

async function rangesUnless<Measure extends string>(
  released: ReleasedTables<Measure>,
  policy: DisclosurePolicy,
  sought: SoughtRange,
): Promise<readonly NarrowedCell<Measure>[]> {
  const { dimensions, measures, parts, tables } = released;
  const tied = tieTables(dimensions, tables);
  const told = new ToldCounts(tied, measures.length);
  knowByMeaning(told, released);
  tables.forEach((table, at) => tellTable(told, tied.tables[at]!, table, measures));
  const intervals = told.intervals(policy, measuresHeld(tied, measures, released));
  const found: NarrowedCell<Measure>[] = [];
  for (const group of measuresTied(measures, parts)) {
    const measureAt = (at: number): number => measures.indexOf(group[at % group.length]!);
    const program = countProgram(tied, group, released, (cell, at) => intervals.told(cell, measureAt(at)));
    const cells = tied.tables
      .slice(0, tables.length)
      .flatMap((table) =>
        cellsOf(table).flatMap((cell, row) =>
          group.map((measure, at) => ({ table, row, measure, cell, column: cell * group.length + at })),
        ),
      );
    const withheld = cells.filter(({ cell, column }) => told.of(cell, measureAt(column)) === null);
    const ranges = await rangesOf(
      program,
      withheld.map(({ column }) => column),
      sought,
    );
    for (const { table, row, measure, column } of withheld) {
      const range = ranges.get(column);
      if (range !== undefined) {
        const { subject, places } = table;
        const categories = subject.dimensions.map((code) => places[row]!.get(code)!);
        found.push({ table: subject, categories, measure, range });
      }
    }
  }
  return found;
}

async function rangesOf(
  program: CountProgram,
  columns: readonly number[],
  sought: SoughtRange,
): Promise<ReadonlyMap<number, CountInterval>> {
  return PossibleCounts.of(program, (possible) => {
    const seen = new SeenRanges(possible, program.intervals.length);
    const ranges = new Map<number, CountInterval>();
    for (const column of seen.look(columns, sought)) {
      seen.end(column, 'lowest');
      seen.end(column, 'highest');
      if (!sought.isWide(seen.of(column), column)) ranges.set(column, seen.of(column));
    }
    return ranges;
  });
}
