import {
  type CountTables,
  type DisclosurePolicy,
  narrowedCells,
  type ReleasedCountTable,
  type ReleasedTables,
  releaseTables,
} from '@evenhand/disclosure';
import type { ReleasedCounts } from './equity-report';
import type { TablesBefore } from './repeated-tables';
import { COUNTED_OF, tableKey, type TrueCounts } from './true-counts';

/** What is to pass the gate: true counts, and which of their tables were told before and stay as they are. */
export interface GateTask {
  readonly counts: TrueCounts;
  readonly before: TablesBefore;
  readonly policy: DisclosurePolicy;
}

/** Lets all counts of a report through the gate, beside what is repeated. Not every table need come out of it. */
export async function releaseCounts({ counts, before, policy }: GateTask): Promise<ReleasedCounts> {
  const released: Partial<Record<string, ReleasedTables<string>>> = {};
  for (const of of COUNTED_OF) {
    const tables = counts[of] as CountTables<string> | undefined;
    if (tables !== undefined) released[of] = await releaseBeside(tables, before[of], policy);
  }
  return released as unknown as ReleasedCounts;
}

/**
 * Releases tables beside others that were told before and stay as they are, as if all were counts of the same people: then
 * no withheld count can be narrowed down by what is repeated and what is told anew together.
 *
 * A few people changed since the tables that are repeated, so they may contradict those of now, or hold a withheld count
 * that no table of now holds. Then tables of now are left out, so many that the others go together; what is repeated was
 * proved when it was told, and can always be told again.
 *
 * @param before of the same dimensions and categories; of the same subject the earlier table is repeated
 */
export async function releaseBeside<Measure extends string>(
  tables: CountTables<Measure>,
  before: readonly ReleasedCountTable<Measure>[],
  policy: DisclosurePolicy,
): Promise<ReleasedTables<Measure>> {
  if (before.length === 0) return releaseTables(tables, policy);
  const kept = new Map(before.map((table) => [tableKey(table), table]));
  const anew = tables.tables.map(tableKey).filter((key) => !kept.has(key));
  const { dimensions, measures, parts, zeros, carriers } = tables;
  const repeatedAlone = {
    ...{ dimensions, measures, parts },
    ...(zeros === undefined ? {} : { zeros }),
    ...(carriers === undefined ? {} : { carriers }),
    tables: tables.tables.flatMap((table) => kept.get(tableKey(table)) ?? []),
  };
  if (anew.length === 0) return repeatedAlone;
  const released = (keys: readonly string[]) =>
    unlessContradicting(() =>
      releaseTables(
        {
          ...tables,
          tables: tables.tables.filter(
            (table) => !anew.includes(tableKey(table)) || keys.includes(tableKey(table)),
          ),
        },
        policy,
        before,
      ),
    );
  const together =
    (await released(anew)) ??
    (anew.length > 1 ? await released(await agreeing(anew, (key) => released([key]))) : undefined);
  return together === undefined ? repeatedAlone : withoutNarrowed(together, kept, repeatedAlone, policy);
}

async function agreeing(
  keys: readonly string[],
  releasedWith: (key: string) => Promise<unknown>,
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const key of keys) if ((await releasedWith(key)) !== undefined) all.push(key);
  return all;
}

/** Leaves out whichever tables of now have counts that can be narrowed down: less can be worked out of fewer tables. */
async function withoutNarrowed<Measure extends string>(
  released: ReleasedTables<Measure>,
  kept: ReadonlyMap<string, unknown>,
  repeatedAlone: ReleasedTables<Measure>,
  policy: DisclosurePolicy,
): Promise<ReleasedTables<Measure>> {
  const narrowed = await unlessContradicting(() => narrowedCells(released, policy));
  const keys = new Set(narrowed?.map(({ table }) => tableKey(table)));
  if (narrowed === undefined || [...keys].some((key) => kept.has(key))) return repeatedAlone;
  return { ...released, tables: released.tables.filter((table) => !keys.has(tableKey(table))) };
}

async function unlessContradicting<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
