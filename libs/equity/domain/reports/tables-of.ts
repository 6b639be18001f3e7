import type { CountsKnowledge, CountTables } from '@evenhand/disclosure';
import { NOT_STATED } from './report-dimensions';

/** Something that is counted: in which categories it lies, by code of the dimension, and how much it counts. */
interface Entry<Measure extends string> {
  readonly categories: Readonly<Partial<Record<string, string | number>>>;
  readonly counts: Readonly<Record<Measure, number>>;
}

/** Adds entries up to a table for each set of dimensions. A category that is not known counts as not stated. */
export function tablesOf<Measure extends string>({
  sets,
  entries,
  ...knowledge
}: CountsKnowledge<Measure> & {
  readonly sets: readonly (readonly string[])[];
  readonly entries: readonly Entry<Measure>[];
}): CountTables<Measure> {
  const { dimensions, measures } = knowledge;
  const byCode = new Map(dimensions.map((dimension) => [dimension.code, new Set(dimension.categories)]));
  const categoryOf = ({ categories }: Entry<Measure>, code: string): string => {
    const category = String(categories[code] ?? NOT_STATED);
    return byCode.get(code)!.has(category) ? category : NOT_STATED;
  };
  const tables = sets.map((set) => {
    const rows = new Map<string, { categories: readonly string[]; counts: Record<Measure, number> }>();
    for (const entry of entries) {
      const categories = set.map((code) => categoryOf(entry, code));
      const row = rowIn(rows, categories, measures);
      for (const measure of measures) row.counts[measure] += entry.counts[measure];
    }
    return { dimensions: set, rows: [...rows.values()] };
  });
  return { ...knowledge, tables };
}

function rowIn<Measure extends string>(
  rows: Map<string, { categories: readonly string[]; counts: Record<Measure, number> }>,
  categories: readonly string[],
  measures: readonly Measure[],
) {
  const key = JSON.stringify(categories);
  const known = rows.get(key);
  if (known !== undefined) return known;
  const none = Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>;
  const row = { categories, counts: none };
  rows.set(key, row);
  return row;
}
