import {
  type CountTable,
  type CountTables,
  type ReleasedCountTable,
  type ReleasedTables,
  type TableSubject,
  tellsMeasure,
} from './count-tables';
import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from './disclosure-policy';
import { CategoryTree } from './knowledge/category-tree';
import { type FirstRelease, firstRelease, wholesByPart } from './knowledge/first-release';
import { cellsOf, subjectKeyOf, tieTables, type TiedTable, type TiedTables } from './knowledge/tied-tables';
import type { ToldCounts } from './knowledge/told-counts';
import { countProgram, measuresTied } from './proof/count-program';
import type { GateColumn } from './proof/further-withheld';
import { withholdInParts } from './proof/withhold-in-parts';
import type { CountInterval } from './released-count';

/**
 * The gate: releases tables together, rounded, and with so much withheld that no withheld count can be narrowed down, by
 * whoever reads all of them and knows the policy. A count withheld for being small may, as far as everything told goes,
 * be any small count; of every other one as many values are left, also for those who see that it cannot be small.
 *
 * First each count is rounded or withheld by itself, and a part that would be all of a small group is withheld. From then
 * on no true count is looked at. What a reader knows (the interval behind each rounded count, every sum, parts that do not
 * exceed their wholes) is a linear program; where it narrows a withheld count, one of the told counts that narrow it is
 * withheld as well: in the finest table, there the smallest, there the first. The idea of protecting cells of linked
 * tables by what an attacker can solve for is Cox's and Fischetti and Salazar's (cell suppression); theirs is optimal, this
 * is not.
 *
 * @param tables what is to be told, without anything to be told later: every table of a release belongs in one call
 * @param before tables that were published before, of people who may be in these too: they stay as they are, and of the
 *   same subject the earlier table is repeated
 * @returns the tables in the order given, each with a row for every combination of categories
 * @throws RangeError where the tables cannot all be true, name what there is not, tell a part and not what it is one of in
 *   the end, or leave out what is told along several sides, or are too many to be proved
 */
export async function releaseTables<Measure extends string>(
  tables: CountTables<Measure>,
  policy = DEFAULT_DISCLOSURE_POLICY,
  before: readonly ReleasedCountTable<Measure>[] = [],
): Promise<ReleasedTables<Measure>> {
  const { dimensions, measures, parts } = tables;
  tables.tables.forEach((table) => {
    refuseWithoutWhole(table, tables);
    refuseAcross(table, tables);
  });
  const keyOf = (table: CountTable<Measure> | ReleasedCountTable<Measure>) => subjectKeyOf(dimensions, table);
  const earlier = new Map(before.map((table) => [keyOf(table), table]));
  const fresh = tables.tables.filter((table) => !earlier.has(keyOf(table)));
  const tied = tieTables(dimensions, [...fresh, ...before]);
  const first = firstRelease({ ...tables, tables: fresh }, before, tied, policy);
  for (const group of measuresTied(measures, parts)) {
    await withholdFurther(tables, group, tied, first, fresh.length, policy, before.length > 0);
  }
  return {
    ...{ dimensions, measures, parts },
    tables: tables.tables.map(
      (table) =>
        earlier.get(keyOf(table)) ??
        released(table, tied.tables[fresh.indexOf(table)]!, first.told, measures),
    ),
  };
}

/** Of a part nothing says how large it can be at most where its whole is not there. */
function refuseWithoutWhole<Measure extends string>(
  { dimensions, tells = [] }: CountTable<Measure>,
  { measures, parts }: CountTables<Measure>,
): void {
  const wholes = wholesByPart({ measures, parts });
  for (const measure of tells) {
    const all = [...(wholes[measures.indexOf(measure as Measure)] ?? [])];
    const missing = all.filter((whole) => wholes[whole]!.size === 0).map((whole) => measures[whole]!);
    if (missing.some((whole) => !tells.includes(whole))) {
      throw new RangeError(
        `table [${dimensions.join(', ')}]: it tells ${measure} and not ${missing.join(', ')}`,
      );
    }
  }
}

/**
 * What a table does not tell may be told only by tables that lie in each other. Told along two sides of it, a measure is
 * limited by what is told inside of it as well, and that is not looked at.
 */
function refuseAcross<Measure extends string>(
  table: CountTable<Measure>,
  { dimensions, measures, tables }: CountTables<Measure>,
): void {
  const tree = new CategoryTree(dimensions);
  const sides = (one: TableSubject, of: TableSubject): boolean =>
    tree.closed(one.dimensions).every((code) => tree.closed(of.dimensions).includes(code));
  for (const measure of measures.filter((each) => !tellsMeasure(table, each))) {
    const telling = tables.filter((other) => tellsMeasure(other, measure) && sides(other, table));
    if (telling.some((one) => telling.some((other) => !sides(one, other) && !sides(other, one)))) {
      throw new RangeError(
        `table [${table.dimensions.join(', ')}]: ${measure} is told along several of its sides, and so it must tell it too`,
      );
    }
  }
}

async function withholdFurther<Measure extends string>(
  { measures, parts }: CountTables<Measure>,
  group: readonly Measure[],
  tied: TiedTables,
  { told, isSmall }: FirstRelease,
  freshCount: number,
  policy: DisclosurePolicy,
  hasBefore: boolean,
): Promise<void> {
  const size = group.length;
  const cellOf = (column: number): number => Math.floor(column / size);
  const measureOf = (column: number): number => measures.indexOf(group[column % size]!);
  const intervals = told.intervals(policy);
  const program = countProgram(tied, group, parts, (cell, at) =>
    intervals.told(cell, measures.indexOf(group[at]!)),
  );
  const columns: GateColumn[] = program.intervals.map(() => ({ state: 'fixed', cost: [] }));
  tied.tables.forEach((table, place) => {
    for (const cell of cellsOf(table)) {
      group.forEach((_, at) => {
        const column = cell * size + at;
        const count = told.of(cell, measureOf(column));
        if (count === undefined) return;
        columns[column] =
          count !== null
            ? {
                state: place < freshCount ? 'told' : 'fixed',
                cost: [-(table.places[0]?.size ?? 0), count, column],
              }
            : { state: isSmall(cell, measureOf(column)) ? 'small' : 'withheld', cost: [] };
      });
    }
  });
  const withheldInterval = (column: number): CountInterval => intervals.withheld(cellOf(column));
  const wholes = wholesByPart({ measures, parts });
  const depthOf = (column: number): number =>
    1 + wholes.filter((wholesOfIt) => wholesOfIt.has(measureOf(column))).length;
  const narrow = await withholdInParts(
    { program, columns, withheldInterval, measureOf, depthOf, policy },
    columnsByFamily(tied, size),
  );
  if (narrow.length > 0 && !hasBefore) {
    throw new Error('What is withheld could not be protected');
  }
  columns.forEach(({ state }, column) => {
    if (state === 'withheld') told.tell(cellOf(column), measureOf(column), null);
  });
}

/** For every family of tables the columns of its cells. */
function columnsByFamily({ families }: TiedTables, size: number): readonly (readonly number[])[] {
  return families.map((tables) =>
    tables.flatMap(cellsOf).flatMap((cell) => Array.from({ length: size }, (_, at) => cell * size + at)),
  );
}

function released<Measure extends string>(
  { dimensions, only, tells }: CountTable<Measure>,
  { first, places }: TiedTable,
  told: ToldCounts,
  measures: readonly Measure[],
): ReleasedCountTable<Measure> {
  return {
    ...{ dimensions, ...(only === undefined ? {} : { only }), ...(tells === undefined ? {} : { tells }) },
    rows: places.map((place, at) => ({
      categories: dimensions.map((code) => place.get(code)!),
      counts: Object.fromEntries(
        measures.map((measure, m) => [measure, told.of(first + at, m) ?? null]),
      ) as ReleasedCountTable<Measure>['rows'][number]['counts'],
    })),
  };
}
