import { type ReleasedCount, releasedRate, type ReleasedTables } from '@evenhand/disclosure';
import type { Counted } from '@evenhand/statistics';

/** Looks counts up in what was released. Whatever it answers is worked out from released counts alone. */
export class ReleasedLook<Measure extends string> {
  readonly #counts = new Map<string, Readonly<Record<Measure, ReleasedCount>>>();

  constructor({ tables }: ReleasedTables<Measure>) {
    for (const { dimensions, rows } of tables) {
      for (const { categories, counts } of rows) this.#counts.set(keyOf(dimensions, categories), counts);
    }
  }

  /** `null` where it is withheld, or not among what was released. */
  count(dimensions: readonly string[], categories: readonly string[], measure: Measure): ReleasedCount {
    return this.#counts.get(keyOf(dimensions, categories))?.[measure] ?? null;
  }

  /** A part and its whole; undefined where the rate must not be told. */
  counted(
    dimensions: readonly string[],
    categories: readonly string[],
    [part, whole]: Share<Measure>,
  ): Counted | undefined {
    return toldCounted(this.count(dimensions, categories, part), this.count(dimensions, categories, whole));
  }

  /** Everybody beside these categories, of those who have the others; undefined where that must not be told. */
  rest(
    dimensions: readonly string[],
    categories: readonly string[],
    share: Share<Measure>,
  ): Counted | undefined {
    const group = this.counted(dimensions, categories, share);
    const all = this.counted(dimensions.slice(1), categories.slice(1), share);
    return group && all && lessBy(all, group);
  }

  /** A whole percentage. */
  rate(dimensions: readonly string[], categories: readonly string[], [part, whole]: Share<Measure>) {
    return releasedRate(this.count(dimensions, categories, part), this.count(dimensions, categories, whole));
  }
}

/** A measure and the one that it is a part of. */
export type Share<Measure extends string> = readonly [part: Measure, whole: Measure];

/** Released counts as part and whole; undefined where their rate must not be told. */
export function toldCounted(part: ReleasedCount, whole: ReleasedCount): Counted | undefined {
  return releasedRate(part, whole) === null ? undefined : { successes: part!, n: whole! };
}

/** Rounding may leave more in a part than in the whole; then nothing can be said of the rest. */
function lessBy(all: Counted, group: Counted): Counted | undefined {
  const rest = { successes: all.successes - group.successes, n: all.n - group.n };
  return rest.successes < 0 || rest.n <= 0 || rest.successes > rest.n ? undefined : rest;
}

function keyOf(dimensions: readonly string[], categories: readonly string[]): string {
  return JSON.stringify(dimensions.map((code, at) => [code, categories[at]]));
}
