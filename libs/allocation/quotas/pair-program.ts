import type { LinearProgram } from './linear-program';
import type { Roster } from './roster';

/** By mentee, places in the mentee's row of eligible mentors. */
export type PairList = readonly (readonly number[])[];

/** Where a pair stands in a program. */
export interface PairColumn {
  readonly column: number;
  readonly mentee: number;
  /** In the mentee's row of eligible mentors. */
  readonly place: number;
}

/** Every pair there is. */
export function allPairs({ mentorsOf }: Roster): PairList {
  return mentorsOf.map((eligible) => [...eligible.keys()]);
}

/**
 * Adds pairs to a program of selections: whoever is chosen has one mentor, and no mentor has more than the places. Pairs
 * are divisible, since for any whole selection the best pairs can be taken whole.
 */
export function addPairs(
  program: LinearProgram,
  { mentorsOf, capacity }: Roster,
  pairs: PairList,
): { columns: readonly PairColumn[]; mentorRows: readonly number[] } {
  const columns: PairColumn[] = [];
  const columnsAt: number[][] = Array.from(capacity, () => []);
  pairs.forEach((places, mentee) => {
    const own = places.map((place) => {
      const column = program.addColumn('divisible');
      columns.push({ column, mentee, place });
      columnsAt[mentorsOf[mentee]![place]!]!.push(column);
      return column;
    });
    // The column of the mentee has the mentee's number.
    const factors = [...own.map(() => 1), -1];
    program.addRow({ columns: [...own, mentee], factors, least: 0, most: 0 });
  });
  const mentorRows = columnsAt.map((held, mentor) =>
    program.addRow({ columns: held, most: capacity[mentor]! }),
  );
  return { columns, mentorRows };
}
