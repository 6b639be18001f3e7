import type { CountTable, CountTables, Insiders, ReleasedCountTable, ReleasedTables } from './count-tables';
import type { DisclosurePolicy } from './disclosure-policy';
import { firstRelease, wholesByPart } from './knowledge/first-release';
import { type FoldedTables, foldSilent } from './knowledge/folded-tables';
import { measuresHeld } from './knowledge/measures-held';
import { cellsOf, subjectKeyOf, tieTables, type TiedTable, type TiedTables } from './knowledge/tied-tables';
import type { ToldCounts } from './knowledge/told-counts';
import { countProgram, measuresTied } from './proof/count-program';
import type { GateColumn } from './proof/further-withheld';
import { type GateProgram, usedColumns } from './proof/gate-program';
import { type InsiderKnowledge, withholdFromInsiders } from './proof/withhold-from-insiders';
import { withholdInParts } from './proof/withhold-in-parts';
import type { CountInterval } from './released-count';

/**
 * The gate: releases tables together, rounded, and with so much withheld that no withheld count can be narrowed down, by
 * whoever reads all of them and knows the policy. A count withheld for being small may, as far as everything told goes,
 * be any small count; of every other one as many values are left, also for those who see that it cannot be small.
 *
 * First each count is rounded or withheld by itself, and a part that would be all of a small group is withheld. From then
 * on no true count is looked at, but for what insiders know. What a reader knows (the interval behind each rounded count,
 * every sum, parts that do not exceed their wholes) is a linear program; where it narrows a withheld count, one of the told
 * counts that narrow it is withheld as well: in the finest table, there the smallest, there the first. The idea of protecting cells of linked
 * tables by what an attacker can solve for is Cox's and Fischetti and Salazar's (cell suppression); theirs is optimal, this
 * is not.
 *
 * The same holds for whoever is named as an insider and knows part of the true counts: of every count beyond these.
 *
 * @param tables what is to be told, without anything to be told later: every table of a release belongs in one call
 * @param before tables that were published before, of people who may be in these too: they stay as they are, and of the
 *   same subject the earlier table is repeated
 * @returns the tables in the order given, each with a row for every combination of categories
 * @throws RangeError where the tables cannot all be true, name what there is not, or are too many to be proved
 */
export async function releaseTables<Measure extends string>(
  tables: CountTables<Measure>,
  policy: DisclosurePolicy,
  before: readonly ReleasedCountTable<Measure>[] = [],
): Promise<ReleasedTables<Measure>> {
  const { dimensions, measures, parts, zeros, carriers } = tables;
  const keyOf = (table: CountTable<Measure> | ReleasedCountTable<Measure>) => subjectKeyOf(dimensions, table);
  const earlier = new Map(before.map((table) => [keyOf(table), table]));
  const fresh = tables.tables.filter((table) => !earlier.has(keyOf(table)));
  const tied = tieTables(dimensions, [...fresh, ...before]);
  const first = firstRelease({ ...tables, tables: fresh }, before, tied, policy);
  const folded = foldSilent(tables, [...fresh, ...before], first);
  for (const group of measuresTied(measures, parts)) {
    const further = await withholdFurther(tables, group, folded, fresh.length, policy, before.length > 0);
    further.forEach(({ cell, measure }) => first.told.tell(folded.before(cell), measure, null));
  }
  return {
    ...{ dimensions, measures, parts },
    ...(zeros === undefined ? {} : { zeros }),
    ...(carriers === undefined ? {} : { carriers }),
    tables: tables.tables.map(
      (table) =>
        earlier.get(keyOf(table)) ??
        released(table, tied.tables[fresh.indexOf(table)]!, first.told, measures),
    ),
  };
}

async function withholdFurther<Measure extends string>(
  tables: CountTables<Measure>,
  group: readonly Measure[],
  { told, isSmall, truly, cellsIn }: FoldedTables,
  freshCount: number,
  policy: DisclosurePolicy,
  hasBefore: boolean,
): Promise<readonly { readonly cell: number; readonly measure: number }[]> {
  const { measures } = tables;
  const { tied } = told;
  const size = group.length;
  const cellOf = (column: number): number => Math.floor(column / size);
  const measureOf = (column: number): number => measures.indexOf(group[column % size]!);
  const held = measuresHeld(tied, measures, tables);
  const intervals = told.intervals(policy, held, cellsIn);
  const program = countProgram(tied, group, tables, (cell, at) =>
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
  const withheldInterval = (column: number): CountInterval =>
    intervals.withheld(cellOf(column), measureOf(column));
  const wholes = wholesByPart(tables);
  const depthOf = (column: number): number =>
    1 + wholes.filter((wholesOfIt) => wholesOfIt.has(measureOf(column))).length;
  const gate: GateProgram = { program, columns, withheldInterval, cellOf, measureOf, depthOf, policy };
  const [all, families] = [usedColumns(gate), columnsByFamily(tied, size)];
  const fresh = tied.tables.slice(0, freshCount);
  const insiders = insiderKnowledge(tables.insiders, fresh, tied, group, (column) =>
    truly(cellOf(column), measureOf(column)),
  );
  const narrow = await (insiders === undefined
    ? withholdInParts(gate, all, families)
    : withholdFromInsiders(gate, all, families, insiders));
  if (narrow.length > 0 && !hasBefore) {
    throw new Error('What is withheld could not be protected');
  }
  return columns.flatMap(({ state }, column) =>
    state === 'withheld' ? [{ cell: cellOf(column), measure: measureOf(column) }] : [],
  );
}

/** What insiders know of some measures; undefined where nothing is told anew by their dimension. */
function insiderKnowledge<Measure extends string>(
  insiders: Insiders<Measure> | undefined,
  fresh: readonly TiedTable[],
  { tables }: TiedTables,
  group: readonly Measure[],
  truly: (column: number) => number,
): InsiderKnowledge | undefined {
  const isInside = ({ places }: TiedTable): boolean => places[0]?.has(insiders!.dimension) ?? false;
  if (insiders === undefined || !fresh.some(isInside)) return undefined;
  const size = group.length;
  const known = insiders.categories.map(() => new Map<number, number>());
  const owners = new Map<number, number>();
  const inside = new Set<number>();
  const isFresh = new Set(fresh.flatMap(cellsOf));
  for (const table of tables.filter(isInside)) {
    table.places.forEach((place, row) => {
      const cell = table.first + row;
      const owner = insiders.categories.indexOf(place.get(insiders.dimension)!);
      group.forEach((measure, at) => {
        const column = cell * size + at;
        inside.add(column);
        if (owner < 0) return;
        owners.set(column, owner);
        if (isFresh.has(cell) && insiders.measures.includes(measure))
          known[owner]!.set(column, truly(column));
      });
    });
  }
  return {
    ...{ inside, known, ownerOf: (column) => owners.get(column) },
    truly: (column) => (isFresh.has(Math.floor(column / size)) ? truly(column) : undefined),
  };
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
