import type { Dimension } from '../count-tables';

/** The category of somebody by dimension, those they lie within with it. */
export type Place = ReadonlyMap<string, string>;

/** Which categories there are, and which lie within which. */
export class CategoryTree {
  private readonly byCode: ReadonlyMap<string, Dimension>;

  /** @throws RangeError where a dimension is given twice, or lies within one that is not given before it */
  constructor(dimensions: readonly Dimension[]) {
    const byCode = new Map<string, Dimension>();
    for (const dimension of dimensions) {
      const { code, categories, within } = dimension;
      const outer = within === undefined ? undefined : byCode.get(within.dimension);
      if (byCode.has(code) || new Set(categories).size < categories.length) {
        throw new RangeError(`dimension ${code}: it, or a category of it, is given twice`);
      }
      if (within !== undefined && outer === undefined) {
        throw new RangeError(
          `dimension ${code}: ${within.dimension}, within which it lies, has to stand before it`,
        );
      }
      const lost = categories.find((each) => within && !outer!.categories.includes(within.of[each] ?? ''));
      if (lost !== undefined) {
        throw new RangeError(`dimension ${code}: category ${lost} lies in none of ${within!.dimension}`);
      }
      byCode.set(code, dimension);
    }
    this.byCode = byCode;
  }

  /** All codes that follow from the given ones, in the order of the dimensions: who knows a profession knows its group. */
  closed(codes: Iterable<string>): readonly string[] {
    const known = new Set<string>();
    for (const code of codes) {
      let dimension: Dimension | undefined = this.dimension(code);
      while (dimension !== undefined) {
        known.add(dimension.code);
        dimension = dimension.within && this.dimension(dimension.within.dimension);
      }
    }
    return [...this.byCode.keys()].filter((code) => known.has(code));
  }

  /** Every place that somebody can have, in the order of the dimensions given and of their categories. */
  places(codes: readonly string[]): readonly Place[] {
    return codes.reduce<readonly Place[]>(
      (places, code) =>
        places.flatMap((place) =>
          this.dimension(code).categories.flatMap((category) => this.narrowed(place, code, category) ?? []),
        ),
      [new Map()],
    );
  }

  /** @throws RangeError where there is no such dimension */
  dimension(code: string): Dimension {
    const dimension = this.byCode.get(code);
    if (dimension === undefined) {
      throw new RangeError(`There is no dimension ${code}`);
    }
    return dimension;
  }

  /** The place within another one that is also in the category; none where both do not go together. */
  private narrowed(place: Place, code: string, category: string): Place | undefined {
    const narrowed = new Map(place);
    let [dimension, in_] = [this.dimension(code), category];
    for (;;) {
      if ((narrowed.get(dimension.code) ?? in_) !== in_) return undefined;
      narrowed.set(dimension.code, in_);
      if (dimension.within === undefined) return narrowed;
      [dimension, in_] = [this.dimension(dimension.within.dimension), dimension.within.of[in_]!];
    }
  }
}
