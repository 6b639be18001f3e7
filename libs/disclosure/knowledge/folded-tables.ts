import type { CountsKnowledge, CountTables, Dimension, TableSubject } from '../count-tables';
import { type FirstRelease, knowByMeaning } from './first-release';
import type { Place } from './category-tree';
import { cellsOf, tieTables, type TiedTable, type TiedTables } from './tied-tables';
import { ToldCounts } from './told-counts';

/** Tables with fewer categories, of which the same can be known. */
export interface FoldedTables extends FirstRelease {
  /** How many cells of the tables before lie in a cell; where several do, none of them needs to be looked at. */
  readonly cellsIn: (cell: number) => number;
  /** The cell of the tables before that a cell of a table that is told is. */
  readonly before: (cell: number) => number;
}

/**
 * Folds categories of which nobody is told anything, because all their counts are small: of those that lie side by side one
 * stays, and the others become one.
 *
 * Whatever is possible for one of them is possible for each, since exchanging two changes nothing that is told; and what
 * is possible for their sum is possible for all of them when it is shared out evenly. So the program is as strict as before,
 * and shorter: in most programmes nearly all grades of a small group of professions are like that.
 */
export function foldSilent<Measure extends string>(
  knowledge: Pick<CountTables<Measure>, 'dimensions' | 'measures' | 'zeros' | 'insiders'>,
  subjects: readonly TableSubject[],
  { told, isSmall, truly }: FirstRelease,
): FoldedTables {
  const { dimensions, measures } = knowledge;
  const { tied } = told;
  const folds = foldsOf(
    knowledge,
    subjects,
    codesKnownInside(tied, knowledge.insiders),
    silentCategories(tied, told, isSmall, measures.length),
  );
  const foldedTied = tieTables(
    dimensions.map((dimension) => foldedDimension(dimension, folds)),
    subjects,
  );
  const folded = new ToldCounts(foldedTied, measures.length);
  knowByMeaning(folded, knowledge);
  const cellsIn = new Map<number, number>();
  const before = new Map<number, number>();
  const within = new Map<number, number[]>();
  tied.tables.slice(0, tied.askedCount).forEach((table, at) => {
    const cells = cellsByKey(foldedTied.tables[at]!);
    table.places.forEach((place, row) => {
      const cell = cells.get(keyOf(place, folds))!;
      cellsIn.set(cell, (cellsIn.get(cell) ?? 0) + 1);
      before.set(cell, table.first + row);
      within.set(cell, [...(within.get(cell) ?? []), table.first + row]);
    });
  });
  for (const [cell, was] of before) {
    const isAlone = cellsIn.get(cell) === 1;
    measures.forEach((_, measure) => {
      const count = told.of(was, measure);
      if (isAlone && count !== undefined) folded.tell(cell, measure, count);
    });
  }
  // Tables that nobody asked for are made anew, so that a cell of theirs is known by the most that can lie in it.
  const most = tied.cellCount;
  const isAsked = new Set(foldedTied.tables.slice(0, foldedTied.askedCount).flatMap(cellsOf));
  return {
    told: folded,
    isSmall: (cell, measure) => cellsIn.get(cell) === 1 && isSmall(before.get(cell)!, measure),
    truly: (cell, measure) => within.get(cell)!.reduce((total, was) => total + truly(was, measure), 0),
    cellsIn: (cell) => (isAsked.has(cell) ? cellsIn.get(cell)! : most),
    before: (cell) => before.get(cell)!,
  };
}

/** Dimensions that stand in a table together with that of insiders. */
function codesKnownInside(
  { tables, askedCount }: TiedTables,
  insiders: CountTables<string>['insiders'],
): readonly string[] {
  if (insiders === undefined) return [];
  const codes = tables.slice(0, askedCount).map(({ places }) => [...(places[0]?.keys() ?? [])]);
  return [...new Set(codes.filter((each) => each.includes(insiders.dimension)).flat())];
}

/** By code of a dimension: what each of its categories becomes. */
type Folds = ReadonlyMap<string, ReadonlyMap<string, string>>;

function foldsOf<Measure extends string>(
  { dimensions, zeros = [] }: Pick<CountsKnowledge<Measure>, 'dimensions' | 'zeros'>,
  subjects: readonly TableSubject[],
  knownInside: readonly string[],
  isSilent: (code: string, category: string) => boolean,
): Folds {
  const folds = new Map<string, Map<string, string>>();
  const named = namedCategories(dimensions, [
    ...zeros,
    ...subjects.flatMap(({ only }) => (only === undefined ? [] : categoriesOf(dimensions, only.dimension))),
    // Of those whom insiders know they know more than is told.
    ...knownInside.flatMap((code) => categoriesOf(dimensions, code)),
  ]);
  /** Categories that hold several: nothing needs to be told apart within them. */
  const rests = new Set<string>();
  for (const { code, categories, within } of dimensions) {
    const classes = new Map<string, string[]>();
    for (const category of categories) {
      const outer = within && folds.get(within.dimension)!.get(within.of[category]!)!;
      if (isSilent(code, category) && !named.has(JSON.stringify([code, category]))) {
        const key = JSON.stringify([outer, shapeOf(dimensions, code, category)]);
        classes.set(key, [...(classes.get(key) ?? []), category]);
      }
    }
    const fold = new Map(categories.map((category) => [category, category]));
    for (const alike of classes.values()) {
      const outer = within && folds.get(within.dimension)!.get(within.of[alike[0]!]!)!;
      const isInRest = within !== undefined && rests.has(JSON.stringify([within.dimension, outer]));
      const rest = isInRest ? alike : alike.slice(1);
      for (const category of rest) fold.set(category, rest[0]!);
      if (rest.length > 1 || isInRest) rests.add(JSON.stringify([code, rest[0]]));
    }
    folds.set(code, fold);
  }
  return folds;
}

/** Categories of which something is known that is not known of others, and those in which they lie. */
function namedCategories(
  dimensions: readonly Dimension[],
  named: readonly { readonly dimension: string; readonly category: string }[],
): ReadonlySet<string> {
  const all = new Set<string>();
  for (let { dimension, category } of named) {
    for (;;) {
      all.add(JSON.stringify([dimension, category]));
      const within = dimensions.find(({ code }) => code === dimension)?.within;
      if (within === undefined) break;
      [dimension, category] = [within.dimension, within.of[category]!];
    }
  }
  return all;
}

function categoriesOf(dimensions: readonly Dimension[], code: string) {
  const { categories } = dimensions.find((dimension) => dimension.code === code)!;
  return categories.map((category) => ({ dimension: code, category }));
}

/** How many categories of others lie in one, and in those: only what is built alike can be exchanged. */
function shapeOf(dimensions: readonly Dimension[], code: string, category: string): unknown {
  return dimensions
    .filter(({ within }) => within?.dimension === code)
    .map(({ code: inner, categories, within }) => [
      inner,
      categories
        .filter((each) => within!.of[each] === category)
        .map((each) => JSON.stringify(shapeOf(dimensions, inner, each)))
        .sort(),
    ]);
}

/** Whether in every table told all counts of a category are withheld for being small. */
function silentCategories(
  tied: TiedTables,
  told: ToldCounts,
  isSmall: FirstRelease['isSmall'],
  measureCount: number,
): (code: string, category: string) => boolean {
  const heard = new Set<string>();
  for (const { first, places } of tied.tables.slice(0, tied.askedCount)) {
    places.forEach((place, at) => {
      for (let measure = 0; measure < measureCount; measure += 1) {
        const count = told.of(first + at, measure);
        if (count !== undefined && (count !== null || !isSmall(first + at, measure))) {
          for (const [code, category] of place) heard.add(JSON.stringify([code, category]));
          break;
        }
      }
    });
  }
  return (code, category) => !heard.has(JSON.stringify([code, category]));
}

function foldedDimension({ code, categories, within }: Dimension, folds: Folds): Dimension {
  const fold = folds.get(code)!;
  const kept = categories.filter((category) => fold.get(category) === category);
  if (within === undefined) return { code, categories: kept };
  const outer = folds.get(within.dimension)!;
  return {
    ...{ code, categories: kept },
    within: {
      dimension: within.dimension,
      of: Object.fromEntries(kept.map((category) => [category, outer.get(within.of[category]!)!])),
    },
  };
}

function cellsByKey({ first, places }: TiedTable): ReadonlyMap<string, number> {
  return new Map(places.map((place, at) => [JSON.stringify([...place].sort()), first + at]));
}

function keyOf(place: Place, folds: Folds): string {
  return JSON.stringify([...place].map(([code, category]) => [code, folds.get(code)!.get(category)!]).sort());
}
