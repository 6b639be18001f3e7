import {
  type CountInterval,
  countsBehind,
  type DisclosurePolicy,
  type ReleasedCount,
  releasedRate,
  type ReleasedTables,
} from '@evenhand/disclosure';
import type { Counted } from '@evenhand/statistics';

/** Looks counts up in what was released. Whatever it answers is worked out from released counts alone. */
export class ReleasedLook<Measure extends string> {
  readonly #tables = new Map<string, readonly Measure[]>();
  readonly #categories = new Map<string, readonly string[]>();
  readonly #counts = new Map<string, Readonly<Record<Measure, ReleasedCount>>>();

  /** @param policy that the tables were released with */
  constructor(
    { measures, tables }: ReleasedTables<Measure>,
    readonly policy: DisclosurePolicy,
  ) {
    for (const { dimensions, rows, tells } of tables) {
      const told = measures.filter((measure) => tells === undefined || tells.includes(measure));
      this.#tables.set(dimensions.join(), told);
      if (dimensions.length === 1) {
        this.#categories.set(
          dimensions[0]!,
          rows.map(({ categories }) => categories[0]!),
        );
      }
      for (const { categories, counts } of rows) this.#counts.set(keyOf(dimensions, categories), counts);
    }
  }

  /** `null` where it is withheld, or not among what was released. */
  count(dimensions: readonly string[], categories: readonly string[], measure: Measure): ReleasedCount {
    return this.#counts.get(keyOf(dimensions, categories))?.[measure] ?? null;
  }

  /** All that is told of the true count by itself; undefined where it is withheld. */
  behind(
    dimensions: readonly string[],
    categories: readonly string[],
    measure: Measure,
  ): CountInterval | undefined {
    const count = this.count(dimensions, categories, measure);
    return count === null ? undefined : countsBehind(count, this.policy);
  }

  /** The categories of a dimension that people are counted by alone, in the order of its table; undefined where they are not. */
  categories(dimension: string): readonly string[] | undefined {
    return this.#categories.get(dimension);
  }

  /** Whether there is a table by these dimensions. */
  has(dimensions: readonly string[]): boolean {
    return this.#tables.has(dimensions.join());
  }

  /** What is told by these dimensions; a measure that is not stands in no column. */
  told(dimensions: readonly string[]): readonly Measure[] {
    return this.#tables.get(dimensions.join()) ?? [];
  }

  /** A part and its whole; undefined where the rate must not be told. */
  counted(
    dimensions: readonly string[],
    categories: readonly string[],
    [part, whole]: Share<Measure>,
  ): Counted | undefined {
    const [successes, n] = [part, whole].map((each) => this.count(dimensions, categories, each));
    return this.rate(dimensions, categories, [part, whole]) === null
      ? undefined
      : { successes: successes!, n: n! };
  }

  /**
   * Everybody beside a category, of those who have the others; undefined where that must not be told.
   *
   * @param compared the dimension of that category
   */
  rest(
    dimensions: readonly string[],
    categories: readonly string[],
    share: Share<Measure>,
    compared = dimensions[0],
  ): Counted | undefined {
    const group = this.counted(dimensions, categories, share);
    const isOther = (_: string, at: number): boolean => dimensions[at] !== compared;
    const all = this.counted(dimensions.filter(isOther), categories.filter(isOther), share);
    return group && all && lessBy(all, group);
  }

  /** Everybody but those who have all of these categories; undefined where that must not be told. */
  everyoneElse(
    dimensions: readonly string[],
    categories: readonly string[],
    share: Share<Measure>,
  ): Counted | undefined {
    const group = this.counted(dimensions, categories, share);
    const all = this.counted([], [], share);
    return group && all && lessBy(all, group);
  }

  /** A whole percentage. */
  rate(dimensions: readonly string[], categories: readonly string[], [part, whole]: Share<Measure>) {
    return releasedRate(
      this.count(dimensions, categories, part),
      this.count(dimensions, categories, whole),
      this.policy,
    );
  }
}

/** A measure and the one that it is a part of. */
export type Share<Measure extends string> = readonly [part: Measure, whole: Measure];

/** Rounding may leave more in a part than in the whole; then nothing can be said of the rest. */
export function lessBy(all: Counted, group: Counted): Counted | undefined {
  const rest = { successes: all.successes - group.successes, n: all.n - group.n };
  return rest.successes < 0 || rest.n <= 0 || rest.successes > rest.n ? undefined : rest;
}

function keyOf(dimensions: readonly string[], categories: readonly string[]): string {
  return JSON.stringify(dimensions.map((code, at) => [code, categories[at]]));
}
