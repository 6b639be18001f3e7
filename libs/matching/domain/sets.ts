/** A small set of numbers for each person: those of person `i` lie from `start[i]` to before `start[i + 1]`. */
export interface Sets {
  readonly start: Int32Array;
  readonly members: Int32Array;
}

/** Whether set `i` of `sets` holds `member`. */
export function holds(sets: Sets, i: number, member: number): boolean {
  const end = sets.start[i + 1]!;
  for (let at = sets.start[i]!; at < end; at++) {
    if (sets.members[at] === member) {
      return true;
    }
  }
  return false;
}

/** Whether set `i` of `a` and set `j` of `b` have a member in common. */
export function share(a: Sets, i: number, b: Sets, j: number): boolean {
  const end = a.start[i + 1]!;
  for (let at = a.start[i]!; at < end; at++) {
    if (holds(b, j, a.members[at]!)) {
      return true;
    }
  }
  return false;
}

/** Whether every member of set `i` of `a` is in set `j` of `b`. */
export function within(a: Sets, i: number, b: Sets, j: number): boolean {
  const end = a.start[i + 1]!;
  for (let at = a.start[i]!; at < end; at++) {
    if (!holds(b, j, a.members[at]!)) {
      return false;
    }
  }
  return true;
}

/** Packs lists of numbers, keeping the order within each. */
export function packSets(lists: readonly (readonly number[])[]): Sets {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (start[i + 1] = start[i]! + list.length));
  return { start, members: Int32Array.from(lists.flat()) };
}

/** One form for all spellings of a name that people type: without regard to case and to repeated or outer white space. */
export function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Gives each different text a number of its own, the same text the same number. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
