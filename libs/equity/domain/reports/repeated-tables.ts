import type {
  CountTable,
  CountTables,
  Dimension,
  ReleasedCountTable,
  ReleasedTables,
} from '@evenhand/disclosure';
import type { EarlierTellings } from './earlier-tellings';
import type { EquityReport, RepeatedTable } from './equity-report';
import { COUNTED_OF, type CountedOf, type CountedReport, tableKey, type TrueCounts } from './true-counts';

/** Tables as they were told before, by what they count. */
export type TablesBefore = Readonly<Record<CountedOf, readonly ReleasedCountTable<string>[]>>;

/** What a report takes over from an earlier one. */
export interface TakenOver {
  /** What is counted now and not left out: of what is repeated and what is told anew. */
  readonly counts: TrueCounts;
  readonly before: TablesBefore;
  readonly repeated: readonly RepeatedTable[];
}

/** Where no report was made before. */
export const NOTHING_BEFORE: TablesBefore = { people: [], supply: [], workforce: [] };

/**
 * What a report takes over from the one that it repeats from.
 *
 * @param source the report that the tellings repeat from, as it was released
 */
export function takeOver(
  counts: TrueCounts,
  tellings: EarlierTellings,
  source: Pick<EquityReport, 'counts' | 'repeated'> | undefined,
): TakenOver {
  const isTold = (of: CountedOf) => (table: CountTable<string>) => tellings.telling(of, table) !== 'left out';
  const isRepeated = (of: CountedOf, table: { readonly dimensions: readonly string[] }) =>
    tellings.telling(of, table) === 'repeated';
  const beforeOf = (of: CountedOf): readonly ReleasedCountTable<string>[] => {
    const now = counts[of] as CountTables<string> | undefined;
    const told = (source?.counts[of] as ReleasedTables<string> | undefined)?.tables ?? [];
    const asked = new Set(now?.tables.map(tableKey));
    return told
      .filter((table) => asked.has(tableKey(table)) && isRepeated(of, table))
      .map((table) => asToldNow(table, now!));
  };
  const before: TablesBefore = {
    people: beforeOf('people'),
    supply: beforeOf('supply'),
    workforce: beforeOf('workforce'),
  };
  return {
    counts: eachOf(counts, (tables, of) => ({ ...tables, tables: tables.tables.filter(isTold(of)) })),
    before,
    repeated: COUNTED_OF.flatMap((of) =>
      before[of].map(({ dimensions }) => ({
        of,
        dimensions,
        ...takenOf(tellings.source!, source, of, dimensions),
      })),
    ),
  };
}

/** The true counts behind what was told in the end: of repeated tables those of then. */
export function countsBehind(
  counts: TrueCounts,
  earlier: TrueCounts | undefined,
  told: EquityReport['counts'],
  repeated: readonly RepeatedTable[],
): TrueCounts {
  return eachOf(counts, (tables, of) => {
    const toldKeys = new Set((told[of] as ReleasedTables<string> | undefined)?.tables.map(tableKey));
    const before = new Map(
      ((earlier?.[of] as CountTables<string> | undefined)?.tables ?? []).map((table) => [
        tableKey(table),
        table,
      ]),
    );
    const isRepeated = (table: CountTable<string>) =>
      repeated.some((each) => each.of === of && tableKey(each) === tableKey(table));
    return {
      ...tables,
      tables: tables.tables
        .filter((table) => toldKeys.has(tableKey(table)))
        .map((table) => (isRepeated(table) ? (before.get(tableKey(table)) ?? table) : table)),
    };
  });
}

function takenOf(
  { countedAt, months }: CountedReport,
  source: Pick<EquityReport, 'repeated'> | undefined,
  of: CountedOf,
  dimensions: readonly string[],
): Pick<RepeatedTable, 'countedAt' | 'months'> {
  const before = source?.repeated?.find((each) => each.of === of && tableKey(each) === dimensions.join());
  return before === undefined
    ? { countedAt: countedAt.toISOString(), months }
    : { countedAt: before.countedAt, months: before.months };
}

/**
 * A table that was told, in the categories that there are now. One that is new counts as withheld, and of one that is gone
 * nothing was told: else too many had changed for the table to be repeated.
 */
function asToldNow(
  { rows, tells, ...table }: ReleasedCountTable<string>,
  { dimensions, measures }: CountTables<string>,
): ReleasedCountTable<string> {
  const told = new Map(rows.map(({ categories, counts }) => [JSON.stringify(categories), counts]));
  const known = (tells ?? Object.keys(rows[0]?.counts ?? {})).filter((measure) => measures.includes(measure));
  return {
    ...table,
    ...(tells === undefined && known.length === measures.length ? {} : { tells: known }),
    rows: combinations(table.dimensions, dimensions).map((categories) => ({
      categories,
      counts: Object.fromEntries(
        measures.map((measure) => [measure, told.get(JSON.stringify(categories))?.[measure] ?? null]),
      ),
    })),
  };
}

function combinations(
  codes: readonly string[],
  dimensions: readonly Dimension[],
): readonly (readonly string[])[] {
  return codes.reduce<readonly (readonly string[])[]>(
    (all, code) =>
      all.flatMap((one) =>
        dimensions.find((each) => each.code === code)!.categories.map((category) => [...one, category]),
      ),
    [[]],
  );
}

function eachOf(
  counts: TrueCounts,
  change: (tables: CountTables<string>, of: CountedOf) => CountTables<string>,
): TrueCounts {
  return Object.fromEntries(
    COUNTED_OF.flatMap((of) => {
      const tables = counts[of] as CountTables<string> | undefined;
      return tables === undefined ? [] : [[of, change(tables, of)]];
    }),
  ) as unknown as TrueCounts;
}
