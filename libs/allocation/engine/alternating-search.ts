import type { Access } from './access';
import type { Instance } from './instance';
import { type Matching, NONE } from './matching';

/** What may take a mentee's place in a count: nobody but itself, one of its profession, or one of its group. */
export type Exchange = 'profession' | 'group';

/**
 * Breadth-first search along alternating paths: from unmatched mentees to a mentor with a free place, handing places
 * on. On its way a path may drop a matched mentee when another of the same profession (or group) takes over its count:
 * which single mentees of a group are matched is not the same question as how many can be.
 *
 * The rows of eligible mentors are bit sets, and what a search has seen is taken out of them a word at a time.
 */
export class AlternatingSearch {
  readonly #unseen: Uint32Array;
  readonly #free: Uint32Array;
  /** Mentors from which no free place can be reached any more: no later search needs to look at them. */
  readonly #live: Uint32Array;
  /** The words of {@link #unseen} that are not empty, in order: the longer a search, the fewer are left to look at. */
  readonly #liveWords: Int32Array;
  #liveWordCount = 0;
  readonly #queue: Int32Array;
  #queued = 0;
  /** The mentee through which a mentor was reached. */
  readonly #through: Int32Array;
  /** For a mentee that takes over a count: the mentee it replaces, or {@link NONE} where the search began with it. */
  readonly #replaces: Int32Array;
  readonly #seenIn: Int32Array;
  #search = 0;
  readonly #membersOf: Record<Exchange, readonly (readonly number[])[]>;

  constructor(
    private readonly instance: Instance,
    private readonly access: Access,
    private readonly matching: Matching,
    /** By mentee, 1 for whoever keeps the match that they have. */
    private readonly isHeld: Uint8Array = new Uint8Array(instance.menteeCount),
    private readonly onWork: () => void = () => undefined,
  ) {
    this.#unseen = new Uint32Array(instance.words);
    this.#free = new Uint32Array(instance.words);
    this.#live = instance.everybodyOffering();
    this.#liveWords = new Int32Array(instance.words);
    this.#queue = new Int32Array(instance.menteeCount);
    this.#through = new Int32Array(instance.mentorCount);
    this.#replaces = new Int32Array(instance.menteeCount);
    this.#seenIn = new Int32Array(instance.menteeCount);
    for (let mentor = 0; mentor < instance.mentorCount; mentor++) {
      this.#markFree(mentor);
    }
    const byGroup: number[][] = access.groups.names.map(() => []);
    access.members.forEach((members, profession) => {
      byGroup[access.groupOfProfession[profession]!]!.push(...members);
    });
    this.#membersOf = { profession: access.members, group: byGroup };
  }

  /**
   * Matches one more mentee of a profession (or of a group), keeping every other count of that kind.
   *
   * @returns whether that was possible
   */
  raise(kind: Exchange, share: number): boolean {
    this.#begin();
    const done = new Uint8Array(this.#membersOf[kind].length);
    done[share] = 1;
    this.#enqueueUnmatched(this.#membersOf[kind][share]!, NONE);
    for (let head = 0; head < this.#queued; head++) {
      const mentee = this.#queue[head]!;
      const mentor = this.#freeMentorOf(mentee);
      if (mentor !== NONE) {
        this.#handOn(mentee, mentor);
        return true;
      }
      this.#expand(mentee, (displaced) => {
        const profession = this.access.professionOf[displaced]!;
        const its = kind === 'profession' ? profession : this.access.groupOfProfession[profession]!;
        if (done[its] === 0) {
          done[its] = 1;
          this.#enqueueUnmatched(this.#membersOf[kind][its]!, displaced);
        }
      });
    }
    return false;
  }

  /** After a raise of a group has failed: nothing that it saw can ever reach a free place. */
  forgetSeen(): void {
    for (let word = 0; word < this.instance.words; word++) {
      this.#live[word]! &= this.#unseen[word]!;
    }
  }

  /**
   * The matched mentees whose place an unmatched mentee of a profession could come to hold, directly or by handing on,
   * each visited once, with the first of the profession's unmatched members who could.
   */
  reach(profession: number, visit: (displaced: number, root: number) => void): void {
    this.#begin();
    let head = 0;
    for (const root of this.access.members[profession]!) {
      if (this.#liveWordCount === 0) {
        return;
      }
      this.#enqueueUnmatched([root], NONE);
      while (head < this.#queued) {
        this.#expand(this.#queue[head++]!, (displaced) => visit(displaced, root));
      }
    }
  }

  /** After {@link reach}: the path to a mentee it visited, as mentees that each take the place of the next. */
  pathTo(displaced: number): number[] {
    const path = [displaced];
    let mentee = displaced;
    while (this.matching.mentorOf[mentee] !== NONE) {
      mentee = this.#through[this.matching.mentorOf[mentee]!]!;
      path.push(mentee);
    }
    return path.reverse();
  }

  #begin(): void {
    this.#search++;
    this.#queued = 0;
    this.#unseen.set(this.#live);
    this.#liveWordCount = this.#liveWords.length;
    this.#liveWords.forEach((_, word) => (this.#liveWords[word] = word));
  }

  /** Before {@link reach}: what led to no free place may still lead from one count to another. */
  recallAll(): void {
    this.#live.set(this.instance.everybodyOffering());
  }

  #enqueueUnmatched(members: readonly number[], replaces: number): void {
    for (const mentee of members) {
      if (this.matching.mentorOf[mentee] === NONE && this.#seenIn[mentee] !== this.#search) {
        this.#seenIn[mentee] = this.#search;
        this.#replaces[mentee] = replaces;
        this.#queue[this.#queued++] = mentee;
      }
    }
  }

  #freeMentorOf(mentee: number): number {
    const row = mentee * this.instance.words;
    for (let word = 0; word < this.instance.words; word++) {
      const hit = this.instance.bits[row + word]! & this.#free[word]!;
      if (hit !== 0) {
        return (word << 5) + 31 - Math.clz32(hit & -hit);
      }
    }
    return NONE;
  }

  #expand(mentee: number, visit: (displaced: number) => void): void {
    this.onWork();
    const { bits, words } = this.instance;
    const row = mentee * words;
    let left = 0;
    for (let at = 0; at < this.#liveWordCount; at++) {
      const word = this.#liveWords[at]!;
      const found = bits[row + word]! & this.#unseen[word]!;
      const unseen = this.#unseen[word]! ^ found;
      this.#unseen[word] = unseen;
      if (unseen !== 0) {
        this.#liveWords[left++] = word;
      }
      for (let rest = found; rest !== 0; rest &= rest - 1) {
        this.#visitMentor((word << 5) + 31 - Math.clz32(rest & -rest), mentee, visit);
      }
    }
    this.#liveWordCount = left;
  }

  #visitMentor(mentor: number, through: number, visit: (displaced: number) => void): void {
    this.#through[mentor] = through;
    for (let other = this.matching.firstOf(mentor); other !== NONE; other = this.matching.after(other)) {
      if (this.#seenIn[other] !== this.#search && this.isHeld[other] === 0) {
        this.#seenIn[other] = this.#search;
        this.#queue[this.#queued++] = other;
        visit(other);
      }
    }
  }

  /** Gives `mentee` a place of `mentor`, the place it had to the one through whom it was reached, and so on back. */
  #handOn(mentee: number, mentor: number): void {
    let [takes, place] = [mentee, mentor];
    for (;;) {
      const before = this.matching.mentorOf[takes]!;
      this.matching.assign(takes, place);
      if (before !== NONE) {
        [takes, place] = [this.#through[before]!, before];
        continue;
      }
      const dropped = this.#replaces[takes]!;
      if (dropped === NONE) {
        break;
      }
      place = this.matching.mentorOf[dropped]!;
      takes = this.#through[place]!;
      this.matching.assign(dropped, NONE);
    }
    this.#markFree(mentor);
  }

  #markFree(mentor: number): void {
    const bit = 1 << (mentor & 31);
    if (this.matching.hasFreePlace(mentor)) {
      this.#free[mentor >>> 5]! |= bit;
    } else {
      this.#free[mentor >>> 5]! &= ~bit;
    }
  }
}
