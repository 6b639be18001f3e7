import {
  type DisclosurePolicy,
  type NarrowedCell,
  narrowedCells,
  type ReleasedTables,
} from '@evenhand/disclosure';
import { type Measure, MEASURES, PARTS, reportDimensions } from '@evenhand/equity';
import { healthAndCare } from '@evenhand/taxonomy';

/** A table of a report as the API answers it. */
export interface AnsweredCounts {
  readonly dimensions: readonly string[];
  readonly measures: readonly Measure[];
  readonly rows: readonly {
    readonly categories: readonly string[];
    readonly counts: Readonly<Partial<Record<Measure, number | null>>>;
  }[];
}

/** What came over the wire with what everybody knows: which counts are parts of which. */
export function heardOverTheWire(tables: readonly AnsweredCounts[]): ReleasedTables<Measure> {
  const known = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });
  const used = new Set(tables.flatMap(({ dimensions }) => dimensions));
  const codes = Object.keys(known).filter((code) => used.has(code)) as (keyof typeof known)[];
  return {
    dimensions: codes.map((code) => ({
      ...known[code],
      categories: tables
        .find(({ dimensions }) => dimensions.join() === code)!
        .rows.map(({ categories }) => categories[0]!),
    })),
    ...{ measures: MEASURES, parts: PARTS },
    tables: tables.map(({ dimensions, measures, rows }) => ({
      ...{ dimensions, tells: measures },
      rows: rows.map(({ categories, counts }) => ({
        categories,
        counts: Object.fromEntries(
          MEASURES.map((measure) => [measure, counts[measure] ?? null]),
        ) as ReleasedTables<Measure>['tables'][number]['rows'][number]['counts'],
      })),
    })),
  };
}

/** What somebody works out of withheld counts who takes every table together, and knows by which policy they were told. */
export function attackOverTheWire(
  tables: readonly AnsweredCounts[],
  policy: DisclosurePolicy,
): Promise<readonly NarrowedCell<Measure>[]> {
  return narrowedCells(heardOverTheWire(tables), policy);
}
