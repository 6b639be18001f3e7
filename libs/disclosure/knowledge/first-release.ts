import {
  type CountsKnowledge,
  type CountTables,
  type ReleasedCountTable,
  tellsMeasure,
} from '../count-tables';
import type { DisclosurePolicy } from '../disclosure-policy';
import { countsBehind, type ReleasedCount, releasedCount } from '../released-count';
import { cellsOf, type TiedTables } from './tied-tables';
import { ToldCounts } from './told-counts';
import { cellsByCategories, trueCounts } from './true-counts';

/** What is told as long as every count is looked at by itself. */
export interface FirstRelease {
  readonly told: ToldCounts;
  readonly isSmall: (cell: number, measure: number) => boolean;
  /** What a table that is told anew truly counts. Only what insiders know may be looked up here, and never to be told. */
  readonly truly: (cell: number, measure: number) => number;
}

/**
 * Rounds every count, and withholds small ones and parts that would be all of a small group. Nothing after this looks at
 * a true count, but for what insiders know: what is withheld further follows from what is told here, and so tells nothing
 * that this does not.
 *
 * @param tied of the tables, and after them those told before
 */
export function firstRelease<Measure extends string>(
  tables: CountTables<Measure>,
  before: readonly ReleasedCountTable<Measure>[],
  tied: TiedTables,
  policy: DisclosurePolicy,
): FirstRelease {
  const { measures } = tables;
  const told = new ToldCounts(tied, measures.length);
  const counts = trueCounts(tables, tied);
  const ofTables = tied.tables.slice(0, tables.tables.length);
  const cells = ofTables.flatMap(cellsOf);
  knowByMeaning(told, tables);
  const small = new Set<number>();
  measures.forEach((measure, at) => {
    const carrier = tables.carriers?.[measure];
    ofTables.forEach((table, place) => {
      if (!tellsMeasure(tables.tables[place]!, measure)) return;
      for (const cell of cellsOf(table)) {
        const truly = counts.get(measure)![cell]!;
        if (told.isZero(cell, at)) {
          if (truly > 0) throw new RangeError(`${measure} are counted where there are none`);
          continue;
        }
        const count = releasedCount(truly, policy);
        const isCarried = carrier === undefined || counts.get(carrier)![cell]! >= policy.smallest;
        told.tell(cell, at, isCarried ? count : null);
        if (count === null) small.add(cell * measures.length + at);
      }
    });
  });
  withholdAllOfSmallGroups(told, cells, wholesByPart(tables), policy);
  before.forEach((table, at) => tellTable(told, tied.tables[tables.tables.length + at]!, table, measures));
  return {
    told,
    isSmall: (cell, measure) => small.has(cell * measures.length + measure),
    truly: (cell, measure) => counts.get(measures[measure]!)![cell]!,
  };
}

/** Marks what is 0 by what it means, and what is told only where there are enough of another measure. */
export function knowByMeaning<Measure extends string>(
  told: ToldCounts,
  { measures, zeros = [], carriers }: Pick<CountsKnowledge<Measure>, 'measures' | 'zeros' | 'carriers'>,
): void {
  measures.forEach((measure, at) => {
    const carrier = carriers?.[measure];
    if (carrier !== undefined) told.knowCarrier(at, measures.indexOf(carrier));
  });
  for (const { dimension, category, measure } of zeros) {
    for (const { first, places } of told.tied.tables) {
      places.forEach((place, at) => {
        if (place.get(dimension) === category) told.knowZero(first + at, measures.indexOf(measure));
      });
    }
  }
}

/** Tells what a released table tells. */
export function tellTable<Measure extends string>(
  told: ToldCounts,
  tiedTable: TiedTables['tables'][number],
  table: ReleasedCountTable<Measure>,
  measures: readonly Measure[],
): void {
  const telling = measures.flatMap((measure, at) => (tellsMeasure(table, measure) ? [{ measure, at }] : []));
  const tell = (cell: number, measure: number, count: ReleasedCount): void => {
    if (!told.isZero(cell, measure)) told.tell(cell, measure, count);
  };
  for (const cell of cellsOf(tiedTable)) telling.forEach(({ at }) => tell(cell, at, null));
  const cells = cellsByCategories(tiedTable);
  for (const { categories, counts } of table.rows) {
    const cell = cells.get(JSON.stringify(categories));
    if (cell === undefined) {
      throw new RangeError(`A released table has a row ${categories.join(', ')} that it cannot have`);
    }
    telling.forEach(({ measure, at }) => tell(cell, at, counts[measure]));
  }
}

/** For every measure, by place, all of which it is a part, also by way of others. */
export function wholesByPart<Measure extends string>({
  measures,
  parts,
}: Pick<CountTables<Measure>, 'measures' | 'parts'>): ReadonlySet<number>[] {
  const wholes = measures.map((measure) => new Set([measure]));
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const all of wholes) {
      for (const [part, whole] of parts) {
        if (all.has(part) && !all.has(whole)) {
          all.add(whole);
          isNew = true;
        }
      }
    }
  }
  return wholes.map(
    (all, at) => new Set([...all].map((each) => measures.indexOf(each)).filter((each) => each !== at)),
  );
}

/** Whoever may divide two counts finds the rate that is not told; without the part there is nothing to divide. */
function withholdAllOfSmallGroups(
  told: ToldCounts,
  cells: readonly number[],
  wholes: readonly ReadonlySet<number>[],
  policy: DisclosurePolicy,
): void {
  for (const cell of cells) {
    const rounded = wholes.map((_, measure) => told.of(cell, measure) ?? null);
    wholes.forEach((wholesOfIt, part) => {
      const count = rounded[part];
      const isAll = [...wholesOfIt].some((whole) => rounded[whole] === count);
      if (
        typeof count === 'number' &&
        isAll &&
        countsBehind(count, policy).lowest < policy.smallestForExtremes
      ) {
        told.tell(cell, part, null);
      }
    });
  }
}
