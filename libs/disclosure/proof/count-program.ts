import type { CountTables } from '../count-tables';
import { wholesByPart } from '../knowledge/first-release';
import { measuresHeld } from '../knowledge/measures-held';
import { cellsOf, type TiedTables } from '../knowledge/tied-tables';
import type { CountInterval } from '../released-count';

/** What is known of counts: intervals by column, sums that hold, parts that do not exceed their wholes. */
export interface CountProgram {
  readonly intervals: readonly CountInterval[];
  /** Columns of which the first is the sum of the others, less some. */
  readonly sums: readonly {
    readonly sum: number;
    readonly of: readonly number[];
    readonly less?: readonly number[];
  }[];
  /** Pairs of columns of which the first does not exceed the second. */
  readonly parts: readonly (readonly [number, number])[];
}

/** Measures that are tied to each other by parts and wholes: no others can tell anything of them. */
export function measuresTied<Measure extends string>(
  measures: readonly Measure[],
  parts: readonly (readonly [Measure, Measure])[],
): readonly (readonly Measure[])[] {
  const groups: Measure[][] = measures.map((measure) => [measure]);
  for (const [part, whole] of parts) {
    const one = groups.findIndex((group) => group.includes(part));
    const other = groups.findIndex((group) => group.includes(whole));
    if (one !== other) {
      groups[Math.min(one, other)]!.push(...groups.splice(Math.max(one, other), 1)[0]!);
    }
  }
  return groups.map((group) => measures.filter((measure) => group.includes(measure)));
}

/**
 * The program of some measures in tied tables. The column of a cell and a measure is `cell × measures + measure`.
 *
 * A measure is left out of tables where it could be anything ({@link measuresHeld}).
 *
 * @param intervalOf what is told of a cell, by its number, and a measure, by its place among those given
 */
export function countProgram<Measure extends string>(
  tied: TiedTables,
  measures: readonly Measure[],
  knowledge: Pick<CountTables<Measure>, 'parts' | 'zeros' | 'insiders'>,
  intervalOf: (cell: number, measure: number) => CountInterval,
): CountProgram {
  const { cellCount, ties, tables } = tied;
  const size = measures.length;
  const { parts } = knowledge;
  const known = measuresHeld(tied, measures, knowledge);
  const tableOf = new Map(tables.flatMap((table, at) => cellsOf(table).map((cell) => [cell, at] as const)));
  /** Tables that tell more than a cell: what holds in each of their cells holds in it. */
  const finer = new Map<number, number[]>();
  for (const { sum, of } of ties) {
    finer.set(sum, [...(finer.get(sum) ?? []), ...of.slice(0, 1).map((cell) => tableOf.get(cell)!)]);
  }
  const isIn = (cell: number, measure: number): boolean => known[measure]![tableOf.get(cell)!]!;
  const wholes = wholesByPart({ measures, parts: parts.filter(([part]) => measures.includes(part)) });
  /** What holds among the measures of a table, also by way of those that it does not have. */
  const within = tables.map((_, table) =>
    wholes.flatMap((wholesOfIt, part) => {
      const there = [...wholesOfIt].filter((whole) => known[part]![table]! && known[whole]![table]!);
      const nearest = there.filter((whole) => !there.some((between) => wholes[between]!.has(whole)));
      return nearest.map((whole) => [part, whole] as const);
    }),
  );
  return {
    intervals: Array.from({ length: cellCount * size }, (_, at) =>
      intervalOf(Math.floor(at / size), at % size),
    ),
    sums: ties.flatMap(({ sum, of }) =>
      measures.flatMap((_, at) =>
        [sum, ...of].every((cell) => isIn(cell, at))
          ? [{ sum: sum * size + at, of: of.map((cell) => cell * size + at) }]
          : [],
      ),
    ),
    parts: [...tableOf].flatMap(([cell, table]) =>
      within[table]!.filter(
        (pair) => !(finer.get(cell) ?? []).some((other) => pair.every((each) => known[each]![other])),
      ).map(([part, whole]) => [cell * size + part, cell * size + whole] as const),
    ),
  };
}

/** A program of some columns of another one, which are numbered anew in the order given. */
export function partOfProgram(
  { intervals, sums, parts }: CountProgram,
  columns: readonly number[],
): CountProgram {
  const places = new Map(columns.map((column, place) => [column, place]));
  const placed = (column: number): number => places.get(column)!;
  return {
    intervals: columns.map((column) => intervals[column]!),
    sums: sums
      .filter(({ sum, of }) => places.has(sum) && of.every((column) => places.has(column)))
      .map(({ sum, of }) => ({ sum: placed(sum), of: of.map(placed) })),
    parts: parts
      .filter(([part, whole]) => places.has(part) && places.has(whole))
      .map(([part, whole]) => [placed(part), placed(whole)]),
  };
}
