import type { CountTables } from '@evenhand/disclosure';
import { type Verdict, verdicts } from '@evenhand/statistics';
import type { Measure } from './measures';
import type { Share } from './released-look';

/** Each of the three verdicts as it is read. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  disparity: 'Disparity',
  not_enough_data: 'Not enough data',
  no_evidence_of_disparity: 'No evidence of disparity',
};

/**
 * What is found of each category beside everyone else: by true counts, and told in words alone.
 *
 * @param dimension of a table of its own
 */
export function trueVerdicts(
  { tables, dimensions }: CountTables<Measure>,
  dimension: string,
  [part, whole]: Share<Measure>,
): ReadonlyMap<string, Verdict> {
  const rows = tables.find((table) => table.dimensions.join() === dimension)?.rows ?? [];
  const counts = new Map(rows.map((row) => [row.categories[0], row.counts]));
  const { categories } = dimensions.find(({ code }) => code === dimension)!;
  const groups = categories.map((key) => {
    const counted = counts.get(key);
    return { key, successes: counted?.[part] ?? 0, n: counted?.[whole] ?? 0 };
  });
  return new Map(verdicts(groups).map(({ key, verdict }) => [key, verdict]));
}
