import type { Highs } from 'highs';
import type { ReleasedTables } from '../count-tables';
import { DEFAULT_DISCLOSURE_POLICY } from '../disclosure-policy';
import { countsBehind } from '../released-count';

/** What somebody finds of a withheld count. */
export interface FoundRange<Measure extends string> {
  /** Places of the table, and of the row in it. */
  readonly table: number;
  readonly row: number;
  readonly measure: Measure;
  readonly lowest: number;
  readonly highest: number;
}

/** A count that the attacker knows truly. */
export interface KnownCount<Measure extends string> {
  readonly table: number;
  readonly row: number;
  readonly measure: Measure;
  readonly count: number;
}

/** More people than any test has. */
const MANY = 10_000;

let loaded: Promise<Highs> | undefined;

/**
 * Attacks a release as one would who has never seen how it is made: one unknown for every kind of people that all
 * dimensions together tell apart and for each measure, one line for every count that is told, and for every count that is
 * withheld the program solved down and up. Nothing of it is shared with the gate.
 *
 * @param known what the attacker knows beside it: one more line for each
 */
export async function straightforwardAttack<Measure extends string>(
  released: ReleasedTables<Measure>,
  known: readonly KnownCount<Measure>[] = [],
): Promise<readonly FoundRange<Measure>[]> {
  loaded ??= import('highs').then((module) =>
    (module as unknown as { default: () => Promise<Highs> }).default(),
  );
  const highs = await loaded;
  const { dimensions, measures, parts, zeros = [], tables } = released;
  const kinds = dimensions
    .reduce<ReadonlyMap<string, string>[]>(
      (found, { code, categories }) =>
        found.flatMap((kind) => categories.map((category) => new Map([...kind, [code, category]]))),
      [new Map()],
    )
    .filter((kind) =>
      dimensions.every(
        ({ code, within }) => !within || kind.get(within.dimension) === within.of[kind.get(code)!],
      ),
    );
  const column = (kind: number, measure: Measure): number => measures.indexOf(measure) * kinds.length + kind;
  const rows: { columns: number[]; factors: number[]; least: number; most: number }[] = [];
  for (const [part, whole] of parts) {
    kinds.forEach((_, kind) => {
      const columns = [column(kind, whole), column(kind, part)];
      rows.push({ columns, factors: [1, -1], least: 0, most: MANY });
    });
  }
  for (const { dimension, category, measure } of zeros) {
    kinds.forEach((kind, at) => {
      if (kind.get(dimension) === category) {
        rows.push({ columns: [column(at, measure)], factors: [1], least: 0, most: 0 });
      }
    });
  }
  const isZero = (measure: Measure, there: readonly number[]): boolean =>
    there.every((at) =>
      zeros.some((zero) => zero.measure === measure && kinds[at]!.get(zero.dimension) === zero.category),
    );
  const withheld: { table: number; row: number; measure: Measure; columns: number[] }[] = [];
  tables.forEach((table, at) => {
    table.rows.forEach(({ categories, counts }, row) => {
      const there = kinds.flatMap((kind, place) =>
        table.dimensions.every((code, axis) => kind.get(code) === categories[axis]) ? [place] : [],
      );
      for (const measure of measures) {
        const columns = there.map((kind) => column(kind, measure));
        const count = counts[measure];
        for (const each of known) {
          if (each.table === at && each.row === row && each.measure === measure) {
            rows.push({ columns, factors: columns.map(() => 1), least: each.count, most: each.count });
          }
        }
        if (table.tells?.includes(measure) === false || isZero(measure, there)) continue;
        if (count === null) {
          withheld.push({ table: at, row, measure, columns });
        } else {
          const { lowest, highest } = countsBehind(count, DEFAULT_DISCLOSURE_POLICY);
          rows.push({ columns, factors: columns.map(() => 1), least: lowest, most: highest });
        }
      }
    });
  });
  const [numCols, numRows] = [kinds.length * measures.length, rows.length];
  const starts = new Int32Array(numRows + 1);
  rows.forEach(({ columns }, row) => (starts[row + 1] = starts[row]! + columns.length));
  const model = {
    ...{ numCols, numRows, colCost: new Float64Array(numCols) },
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(MANY),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    matrix: {
      ...{ format: 'csr' as const, numRows, numCols, starts },
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
    },
  };
  return highs.withModel(model, (loadedModel) => {
    loadedModel.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    const least = (columns: readonly number[], factor: number): number => {
      const costs = new Float64Array(numCols);
      for (const each of columns) costs[each] = factor;
      loadedModel.changeColsCost({ kind: 'range', from: 0, to: numCols - 1 }, costs);
      const { modelStatus } = loadedModel.run();
      if (modelStatus !== highs.constants.modelStatus.optimal) {
        throw new Error(`HiGHS ended with status ${modelStatus}`);
      }
      return loadedModel.getObjectiveValue();
    };
    // The same people stand in several tables, and are no easier to find in one than in another.
    const found = new Map<string, Pick<FoundRange<Measure>, 'lowest' | 'highest'>>();
    return withheld.map(({ columns, ...cell }) => {
      const people = columns.join();
      const range = found.get(people) ?? {
        lowest: Math.ceil(least(columns, 1) - 1e-6),
        highest: Math.floor(-least(columns, -1) + 1e-6),
      };
      found.set(people, range);
      return { ...cell, ...range };
    });
  });
}
