/**
 * What is left of sets when, as long as anything changes, elements that lie in one set only and sets that lie in others
 * are taken away (Graham, Yu and Özsoyoğlu): nothing exactly where the sets can be hung on a tree, so that tables which
 * agree wherever they meet can all have been counted from the same people.
 *
 * @returns the elements that go round in circles
 */
export function cyclicCore(sets: readonly (readonly string[])[]): readonly string[] {
  let left = sets.map((set) => new Set(set));
  for (let size = Infinity; sizeOf(left) < size;) {
    size = sizeOf(left);
    const shared = (element: string): boolean => left.filter((set) => set.has(element)).length > 1;
    left = left.map((set) => new Set([...set].filter(shared)));
    left = left.filter(
      (set, at) =>
        !left.some(
          (other, place) => place !== at && liesIn(set, other) && (other.size > set.size || place < at),
        ),
    );
  }
  return left.length <= 1 ? [] : [...new Set(left.flatMap((set) => [...set]))];
}

function sizeOf(sets: readonly ReadonlySet<string>[]): number {
  return sets.reduce((size, set) => size + 1 + set.size, 0);
}

function liesIn(set: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...set].every((element) => other.has(element));
}
