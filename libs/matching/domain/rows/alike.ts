/** Mentors who are alike in something, numbered: whatever hangs on that alone is asked once for all of them. */
export interface Alike {
  /** For each kind, the index of one mentor of that kind. */
  readonly example: Int32Array;
  /** For each mentor, the number of their kind. */
  readonly kind: Uint16Array | Int32Array;
}

/** Kinds that come of two others together. */
export interface AlikeInBoth extends Alike {
  /** For each kind, the number of its first and of its second part. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/**
 * Numbers the kinds in the order in which the mentors stand.
 *
 * @param likeness the same text for mentors who are alike
 */
export function alikeIn(mentorCount: number, likeness: (mentor: number) => string): Alike {
  const kinds = new Map<string, number>();
  const example: number[] = [];
  const kind = Int32Array.from({ length: mentorCount }, (_, mentor) => {
    const text = likeness(mentor);
    const known = kinds.get(text) ?? example.push(mentor) - 1;
    kinds.set(text, known);
    return known;
  });
  return { example: Int32Array.from(example), kind: narrow(kind, example.length) };
}

/**
 * Those who are alike in one respect and in another.
 *
 * @param places as many as there are kinds to keep: those after the last mentor hold 0
 */
export function alikeInBoth(first: Alike, second: Alike, places: number): AlikeInBoth {
  const both = alikeIn(first.kind.length, (mentor) => `${first.kind[mentor]!} ${second.kind[mentor]!}`);
  const kind = both.kind.constructor === Uint16Array ? new Uint16Array(places) : new Int32Array(places);
  kind.set(both.kind);
  return {
    example: both.example,
    kind,
    first: both.example.map((mentor) => first.kind[mentor]!),
    second: both.example.map((mentor) => second.kind[mentor]!),
  };
}

/** Half the memory to walk through, wherever the kinds are not tens of thousands. */
function narrow(kind: Int32Array, kinds: number): Uint16Array | Int32Array {
  return kinds <= 0x1_0000 ? Uint16Array.from(kind) : kind;
}

/** Adds up for each kind the points of its two parts. */
export function addInBoth(
  { first, second }: AlikeInBoth,
  firstPoints: Int32Array,
  secondPoints: Int32Array,
  points: Int32Array,
): void {
  for (let kind = 0; kind < first.length; kind++) {
    points[kind] = firstPoints[first[kind]!]! + secondPoints[second[kind]!]!;
  }
}
