import type { BaselinePart } from './baseline';

/** What a part, or a total, says of whom it counts. */
const NAMED = ['organisationId', 'profession', 'grade', 'stage'] as const;
type NamedColumn = (typeof NAMED)[number];

/** A row that states what others add up to. */
export interface StatedTotal {
  /** Its number in the table. */
  readonly row: number;
  readonly of: Partial<Pick<BaselinePart, NamedColumn>>;
  readonly people: number;
}

/**
 * Totals that are other than what the parts under them add up to, each as a problem of its row. The parts are added up once
 * for each choice of columns that totals name, of which there are few, whatever is stated.
 *
 * @param name of the table
 */
export function totalProblems(
  name: string,
  totals: readonly StatedTotal[],
  parts: readonly BaselinePart[],
): readonly string[] {
  const sums = new Map<string, ReadonlyMap<string, number>>();
  return totals.flatMap(({ row, of, people }) => {
    const columns = NAMED.filter((column) => of[column] !== undefined);
    const choice = columns.join();
    if (!sums.has(choice)) sums.set(choice, sumsBy(columns, parts));
    const sum = sums.get(choice)!.get(keyOf(columns, of)) ?? 0;
    return sum === people
      ? []
      : [
          `${name}: row ${row}, column headcount: it states a total of ${people}, and the rows under it add up to ${sum}`,
        ];
  });
}

function sumsBy(
  columns: readonly NamedColumn[],
  parts: readonly BaselinePart[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) {
    const key = keyOf(columns, part);
    sums.set(key, (sums.get(key) ?? 0) + part.people);
  }
  return sums;
}

/** Absent is a value of its own: a part that does not say its stage stands under no stage. */
function keyOf(columns: readonly NamedColumn[], of: StatedTotal['of']): string {
  return JSON.stringify(columns.map((column) => of[column] ?? null));
}
