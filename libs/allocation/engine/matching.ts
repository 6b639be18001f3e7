/** Nobody: a mentee without a mentor, the end of a list. */
export const NONE = -1;

/** Who is matched with whom at one moment, with each mentor's mentees in a linked list. */
export class Matching {
  readonly mentorOf: Int32Array;
  /** Mentees matched with each mentor. */
  readonly load: Int32Array;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(
    mentees: number,
    readonly capacity: Int32Array,
  ) {
    this.mentorOf = new Int32Array(mentees).fill(NONE);
    this.load = new Int32Array(capacity.length);
    this.#first = new Int32Array(capacity.length).fill(NONE);
    this.#next = new Int32Array(mentees).fill(NONE);
    this.#previous = new Int32Array(mentees).fill(NONE);
  }

  hasFreePlace(mentor: number): boolean {
    return this.load[mentor]! < this.capacity[mentor]!;
  }

  /** The first mentee of a mentor, or {@link NONE}. */
  firstOf(mentor: number): number {
    return this.#first[mentor]!;
  }

  /** The mentee after this one in its mentor's list, or {@link NONE}. */
  after(mentee: number): number {
    return this.#next[mentee]!;
  }

  /** Matches a mentee with a mentor, or with {@link NONE}, whatever it was matched with before. */
  assign(mentee: number, mentor: number): void {
    const before = this.mentorOf[mentee]!;
    if (before === mentor) {
      return;
    }
    if (before !== NONE) {
      const [previous, next] = [this.#previous[mentee]!, this.#next[mentee]!];
      if (previous === NONE) {
        this.#first[before] = next;
      } else {
        this.#next[previous] = next;
      }
      if (next !== NONE) {
        this.#previous[next] = previous;
      }
      this.load[before]!--;
    }
    this.mentorOf[mentee] = mentor;
    this.#previous[mentee] = NONE;
    this.#next[mentee] = NONE;
    if (mentor !== NONE) {
      const first = this.#first[mentor]!;
      this.#next[mentee] = first;
      if (first !== NONE) {
        this.#previous[first] = mentee;
      }
      this.#first[mentor] = mentee;
      this.load[mentor]!++;
    }
  }
}
