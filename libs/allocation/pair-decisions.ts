import type { AllocationProblem, PairAt, PairSource } from './problem';

/** What a person decides about single pairs. */
export interface PairDecisions {
  /** Pairs that are to be matched, each mentee at most once. */
  readonly pinned: readonly PairAt[];
  /** Pairs that are not to be matched. */
  readonly forbidden: readonly PairAt[];
}

/** A pair source after decisions: somebody who is pinned has one mentor, and a forbidden pair is none. */
export class DecidedPairs implements PairSource {
  readonly #pinnedTo: ReadonlyMap<number, number>;
  readonly #forbidden = new Map<number, Set<number>>();

  constructor(
    private readonly source: PairSource,
    { pinned, forbidden }: PairDecisions,
  ) {
    this.#pinnedTo = new Map(pinned);
    for (const [mentee, mentor] of forbidden) {
      this.#forbidden.set(mentee, (this.#forbidden.get(mentee) ?? new Set()).add(mentor));
    }
  }

  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const count = this.source.row(mentee, mentors, scores);
    const pin = this.#pinnedTo.get(mentee);
    const forbidden = this.#forbidden.get(mentee);
    if (pin === undefined && forbidden === undefined) {
      return count;
    }
    let left = 0;
    for (let k = 0; k < count; k++) {
      const mentor = mentors[k]!;
      if (pin === undefined ? !forbidden!.has(mentor) : mentor === pin) {
        mentors[left] = mentor;
        scores[left++] = scores[k]!;
      }
    }
    return left;
  }
}

/**
 * @throws RangeError when a pinned pair is not eligible, a mentee is pinned twice, a mentor more often than it has places,
 *   or a pair is both pinned and forbidden
 */
export function refuseImpossible(
  { mentees, mentors, pairs }: AllocationProblem,
  decisions: PairDecisions,
): void {
  const { pinned, forbidden } = decisions;
  const rowMentors = new Int32Array(mentors.length);
  const rowScores = new Int32Array(mentors.length);
  for (const [mentee, mentor] of [...pinned, ...forbidden]) {
    if (mentees[mentee] === undefined || mentors[mentor] === undefined) {
      throw new RangeError(`there is no pair of mentee ${mentee} and mentor ${mentor}`);
    }
  }
  const pinsOf = new Map<number, number>();
  const isForbidden = new Set(forbidden.map(([mentee, mentor]) => `${mentee} ${mentor}`));
  const pinnedMentees = new Set<number>();
  for (const [mentee, mentor] of pinned) {
    const [menteeId, mentorId] = [mentees[mentee]!.id, mentors[mentor]!.id];
    const eligible = rowMentors.subarray(0, pairs.row(mentee, rowMentors, rowScores));
    pinsOf.set(mentor, (pinsOf.get(mentor) ?? 0) + 1);
    if (pinnedMentees.has(mentee)) {
      refuse(`${menteeId} is pinned twice`);
    }
    pinnedMentees.add(mentee);
    if (!eligible.includes(mentor)) {
      refuse(`${menteeId} and ${mentorId} cannot be pinned: they are not an eligible pair`);
    }
    if (isForbidden.has(`${mentee} ${mentor}`)) {
      refuse(`${menteeId} and ${mentorId} are both pinned and forbidden`);
    }
    if (pinsOf.get(mentor)! > mentors[mentor]!.capacity) {
      refuse(`${mentorId} has ${mentors[mentor]!.capacity} places, and more mentees are pinned to them`);
    }
  }
}

function refuse(why: string): never {
  throw new RangeError(why);
}
