import type { Dimension, TableSubject } from '../count-tables';
import { CategoryTree, type Place } from './category-tree';
import { cyclicCore } from './cyclic-core';

/** A table whose cells are numbered on from `first`. */
export interface TiedTable {
  readonly subject: TableSubject;
  readonly first: number;
  readonly places: readonly Place[];
}

/** The numbers of a table's cells. */
export function cellsOf({ first, places }: TiedTable): readonly number[] {
  return places.map((_, at) => first + at);
}

/** A cell that is the sum of others. */
export interface Tie {
  readonly sum: number;
  readonly of: readonly number[];
}

/** Tables that count the same people, with all that ties their cells to each other. */
export interface TiedTables {
  /** Those asked for, in their order; further ones, which nobody is told, tie them together. */
  readonly tables: readonly TiedTable[];
  /** How many were asked for. */
  readonly askedCount: number;
  readonly cellCount: number;
  readonly ties: readonly Tie[];
  /** For each table that is no sum of others, every table that is a sum of it, and itself. */
  readonly families: readonly (readonly TiedTable[])[];
}

/** More cells than these make linear programs that take minutes. */
const MOST_CELLS = 60_000;

/**
 * Ties tables of the same people together: every table is the sum of each finer one. Where tables have dimensions in
 * common that are no table of their own, one is added that nobody is told. Where they go round in a circle (a by b, b by
 * c, c by a), not all tables that agree in their sums come from the same people, and so the table by all of them is added:
 * then whatever fits the ties can have been counted.
 *
 * @throws RangeError where a table is given twice or names what there is not, or where a circle of tables is too large
 */
export function tieTables(dimensions: readonly Dimension[], subjects: readonly TableSubject[]): TiedTables {
  const tree = new CategoryTree(dimensions);
  const grids = new GridList(tree);
  const windows: Window[] = [];
  const tables = subjects.map((subject) => {
    if (subject.only === undefined) return grids.add(subject);
    const { dimension, categories } = subject.only;
    const known = tree.closed(subject.dimensions);
    if (
      known.includes(dimension) ||
      categories.some((each) => !tree.dimension(dimension).categories.includes(each))
    ) {
      throw new RangeError(
        `table ${inWords(subject)}: what it is limited to is no category of a further dimension`,
      );
    }
    const table = grids.number(subject);
    windows.push({ table, whole: tree.closed([...known, dimension]) });
    return table;
  });
  refuseTwice(
    tables.map(({ subject }) => subject),
    tree,
  );
  for (const { whole } of windows) grids.ensure(whole);
  grids.tieTogether();
  const ties = [
    ...grids.ties(),
    ...windows.flatMap(({ table, whole }) => windowTies(table, grids.of(whole))),
  ];
  return {
    tables: [...tables, ...grids.untold(tables)],
    askedCount: tables.length,
    cellCount: grids.cellCount,
    ties,
    ...grids.families(windows),
  };
}

function refuseTwice(subjects: readonly TableSubject[], tree: CategoryTree): void {
  const seen = new Set<string>();
  for (const subject of subjects) {
    const key = subjectKey(subject, tree.closed(subject.dimensions));
    if (seen.has(key)) throw new RangeError(`table ${inWords(subject)}: it is given twice`);
    seen.add(key);
  }
}

/** Tells what a table counts from what every other one counts. */
export function subjectKeyOf(dimensions: readonly Dimension[], subject: TableSubject): string {
  return subjectKey(subject, new CategoryTree(dimensions).closed(subject.dimensions));
}

function subjectKey({ only }: TableSubject, closed: readonly string[]): string {
  return JSON.stringify([closed, only === undefined ? [] : [only.dimension, ...[...only.categories].sort()]]);
}

/** A table's subject as a message names it. */
export function inWords({ dimensions, only }: TableSubject): string {
  const by = dimensions.length === 0 ? 'total' : dimensions.join(' × ');
  return only === undefined ? by : `${by} in ${only.categories.join(', ')}`;
}

/** A table of some categories, and the dimensions of the table of everybody of which it is a sum. */
interface Window {
  readonly table: TiedTable;
  readonly whole: readonly string[];
}

interface Grid {
  readonly known: readonly string[];
  readonly table: TiedTable;
}

/** Tables of everybody, by the closed set of their dimensions. */
class GridList {
  private readonly grids = new Map<string, Grid>();
  cellCount = 0;

  constructor(private readonly tree: CategoryTree) {}

  add(subject: TableSubject): TiedTable {
    const known = this.tree.closed(subject.dimensions);
    const table = this.number(subject);
    this.grids.set(known.join(), { known, table });
    return table;
  }

  number(subject: TableSubject): TiedTable {
    const places = this.tree.places(subject.dimensions);
    const table = { subject, first: this.cellCount, places };
    this.cellCount += places.length;
    if (this.cellCount > MOST_CELLS) {
      throw new RangeError(
        `Tables that are tied together have more than ${MOST_CELLS} cells: ask for fewer of them`,
      );
    }
    return table;
  }

  ensure(known: readonly string[]): void {
    if (!this.grids.has(known.join())) {
      const outer = new Set(known.map((code) => this.tree.dimension(code).within?.dimension));
      this.add({ dimensions: known.filter((code) => !outer.has(code)) });
    }
  }

  of(known: readonly string[]): TiedTable {
    return this.grids.get(known.join())!.table;
  }

  tieTogether(): void {
    const core = cyclicCore([...this.grids.values()].map(({ known }) => known));
    if (core.length > 0) this.ensure(this.tree.closed(core));
    // Grids that are added meet others in turn; the map gives what is added while it is read.
    for (const { known: one } of this.grids.values()) {
      for (const { known: other } of [...this.grids.values()]) {
        this.ensure(one.filter((code) => other.includes(code)));
      }
    }
  }

  ties(): readonly Tie[] {
    const grids = [...this.grids.values()];
    return grids.flatMap((fine) => {
      const coarser = grids.filter((each) => each !== fine && isWithin(each, fine));
      const next = coarser.filter(
        (each) => !coarser.some((other) => other !== each && isWithin(each, other)),
      );
      return next.flatMap(({ known, table }) => sums(table, fine.table, known));
    });
  }

  families(windows: readonly Window[]): Pick<TiedTables, 'families'> {
    const grids = [...this.grids.values()];
    const finest = grids.filter((grid) => !grids.some((each) => each !== grid && isWithin(grid, each)));
    return {
      families: finest.map((fine) =>
        [...grids.map(({ known, table }) => ({ table, whole: known })), ...windows]
          .filter(({ whole }) => whole.every((code) => fine.known.includes(code)))
          .map(({ table }) => table),
      ),
    };
  }

  untold(told: readonly TiedTable[]): readonly TiedTable[] {
    return [...this.grids.values()].map(({ table }) => table).filter((table) => !told.includes(table));
  }
}

function isWithin(coarse: Grid, fine: Grid): boolean {
  return coarse.known.every((code) => fine.known.includes(code));
}

function windowTies(window: TiedTable, whole: TiedTable): readonly Tie[] {
  const { dimension, categories } = window.subject.only!;
  const known = [...(window.places[0]?.keys() ?? [])];
  return sums(window, whole, known, (place) => categories.includes(place.get(dimension)!));
}

function sums(
  coarse: TiedTable,
  fine: TiedTable,
  known: readonly string[],
  isCounted: (place: Place) => boolean = () => true,
): readonly Tie[] {
  const keyOf = (place: Place): string => JSON.stringify(known.map((code) => place.get(code)));
  const parts = new Map<string, number[]>(coarse.places.map((place) => [keyOf(place), []]));
  fine.places.forEach((place, at) => {
    if (isCounted(place)) parts.get(keyOf(place))!.push(fine.first + at);
  });
  return coarse.places.map((place, at) => ({ sum: coarse.first + at, of: parts.get(keyOf(place))! }));
}
