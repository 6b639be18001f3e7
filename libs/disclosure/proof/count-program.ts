import type { TiedTables } from '../knowledge/tied-tables';
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
 * @param intervalOf what is told of a cell, by its number, and a measure, by its place among those given
 */
export function countProgram<Measure extends string>(
  { cellCount, ties, finest }: TiedTables,
  measures: readonly Measure[],
  parts: readonly (readonly [Measure, Measure])[],
  intervalOf: (cell: number, measure: number) => CountInterval,
): CountProgram {
  const size = measures.length;
  const within = parts.flatMap(([part, whole]) =>
    measures.includes(part) ? [[measures.indexOf(part), measures.indexOf(whole)] as const] : [],
  );
  return {
    intervals: Array.from({ length: cellCount * size }, (_, at) =>
      intervalOf(Math.floor(at / size), at % size),
    ),
    sums: ties.flatMap(({ sum, of }) =>
      measures.map((_, at) => ({ sum: sum * size + at, of: of.map((cell) => cell * size + at) })),
    ),
    parts: finest.flatMap((cell) =>
      within.map(([part, whole]) => [cell * size + part, cell * size + whole] as const),
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
