import { type NarrowedCell, narrowedCells, type ReleasedTables } from '@evenhand/disclosure';
import { reportDimensions } from '@evenhand/equity';
import { healthAndCare } from '@evenhand/taxonomy';

const MEASURES = ['eligible', 'asked'] as const;
/** What everybody knows of how many are eligible, and how many of them asked. */
type Known = (typeof MEASURES)[number];

/** A table of a report as the API answers it. */
export interface AnsweredCounts {
  readonly dimensions: readonly string[];
  readonly rows: readonly {
    readonly categories: readonly string[];
    readonly counts: Readonly<Record<string, number | null>>;
  }[];
}

/** What somebody works out of withheld counts who takes every table together and knows that whoever asks is eligible. */
export function attackOverTheWire(
  tables: readonly AnsweredCounts[],
): Promise<readonly NarrowedCell<Known>[]> {
  const known = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });
  const used = new Set(tables.flatMap(({ dimensions }) => dimensions));
  const codes = Object.keys(known).filter((code) => used.has(code)) as (keyof typeof known)[];
  const released: ReleasedTables<Known> = {
    dimensions: codes.map((code) => ({
      ...known[code],
      categories: tables
        .find(({ dimensions }) => dimensions.join() === code)!
        .rows.map(({ categories }) => categories[0]!),
    })),
    measures: MEASURES,
    parts: [['asked', 'eligible']],
    tables: tables.map(({ dimensions, rows }) => ({
      dimensions,
      rows: rows.map(({ categories, counts }) => ({
        categories,
        counts: { eligible: counts['eligible'] ?? null, asked: counts['asked'] ?? null },
      })),
    })),
  };
  return narrowedCells(released);
}
