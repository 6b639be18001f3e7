/** So many items take a millisecond or a few: long enough to be worth a turn, short enough for nobody to notice. */
const ITEMS_AT_ONCE = 100;

/**
 * Works through a long list in parts and lets everybody else of the process have a turn after each, so that a server
 * which works for one caller still answers the others. The order of the results is that of the items.
 */
export async function inParts<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const part of partsOf(items, ITEMS_AT_ONCE)) {
    for (const item of part) {
      results.push(work(item));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}

/** A list in parts of at most so many items, in order; none of an empty one. */
export function partsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
