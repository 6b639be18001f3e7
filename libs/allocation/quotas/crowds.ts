import type { Roster } from './roster';

/** Mentees whose eligible mentors have, all together, only so many places: no more of them can be matched at once. */
export interface Crowd {
  readonly members: readonly number[];
  readonly places: number;
}

/** Crowds told of one selection: a few say most of what stands in its way. */
const MOST_CROWDS = 20;
const NONE = -1;

/**
 * Whether the chosen mentees can all be matched at once, by augmenting paths. Where they cannot, the crowds that show
 * it: each search that fails has reached mentors who are all full, and everyone who can go to nobody else competes for
 * their places.
 *
 * @returns no crowd where all can be matched
 */
export function crowdsAmong(roster: Roster, chosen: Uint8Array): readonly Crowd[] {
  const placing = new Placing(roster);
  const left: number[] = [];
  chosen.forEach((one, mentee) => {
    if (one === 1 && !placing.place(mentee)) {
      left.push(mentee);
    }
  });
  const crowds = new Map<string, Crowd>();
  for (const mentee of left) {
    if (crowds.size < MOST_CROWDS) {
      const reached = placing.reachedFrom(mentee);
      const crowd = crowdAround(roster, reached);
      crowds.set(crowd.members.join(), crowd);
    }
  }
  return [...crowds.values()];
}

/** As many of the chosen as can be matched at once, and as many others beside them: nobody has to give way for that. */
export function enlarged(roster: Roster, chosen: Uint8Array): Uint8Array {
  const placing = new Placing(roster);
  const all = chosen.map((one, mentee) => (one === 1 && placing.place(mentee) ? 1 : 0));
  return all.map((one, mentee) => (one === 1 || placing.place(mentee) ? 1 : 0));
}

function crowdAround({ mentorsOf, capacity }: Roster, reached: Uint8Array): Crowd {
  const members: number[] = [];
  mentorsOf.forEach((eligible, mentee) => {
    if (eligible.length > 0 && eligible.every((mentor) => reached[mentor] === 1)) {
      members.push(mentee);
    }
  });
  return { members, places: capacity.reduce((sum, places, mentor) => sum + places * reached[mentor]!, 0) };
}

/** Mentees at mentors, one added after another. */
class Placing {
  private readonly menteesAt: number[][];
  private readonly mentorOf: Int32Array;
  /** Mentors that a failed search has reached: no later search finds a place through them. */
  private readonly closed: Uint8Array;

  constructor(private readonly roster: Roster) {
    this.menteesAt = Array.from(roster.capacity, () => []);
    this.mentorOf = new Int32Array(roster.menteeCount).fill(NONE);
    this.closed = new Uint8Array(roster.capacity.length);
  }

  /** Finds a place for one more mentee, moving others where that helps. */
  place(mentee: number): boolean {
    const { capacity } = this.roster;
    const { order, cameFrom } = this.search(mentee, this.closed);
    const last = order.at(-1);
    if (last === undefined || this.menteesAt[last]!.length >= capacity[last]!) {
      order.forEach((mentor) => (this.closed[mentor] = 1));
      return false;
    }
    for (let mentor = last; ;) {
      const mover = cameFrom.get(mentor)!;
      const before = this.mentorOf[mover]!;
      this.menteesAt[mentor]!.push(mover);
      this.mentorOf[mover] = mentor;
      if (mover === mentee) {
        return true;
      }
      this.menteesAt[before]!.splice(this.menteesAt[before]!.indexOf(mover), 1);
      mentor = before;
    }
  }

  /** One for every mentor that a mentee without a place can reach: all of them are full. */
  reachedFrom(mentee: number): Uint8Array {
    const reached = new Uint8Array(this.closed.length);
    this.search(mentee, new Uint8Array(this.closed.length)).order.forEach((mentor) => (reached[mentor] = 1));
    return reached;
  }

  /** Mentors in the order in which they are reached, up to the first with a free place, and who would move to each. */
  private search(mentee: number, closed: Uint8Array): { order: number[]; cameFrom: Map<number, number> } {
    const { mentorsOf, capacity } = this.roster;
    const order: number[] = [];
    const cameFrom = new Map<number, number>();
    const movers = [mentee];
    for (const mover of movers) {
      for (const mentor of mentorsOf[mover]!) {
        if (closed[mentor] === 1 || cameFrom.has(mentor)) {
          continue;
        }
        order.push(mentor);
        cameFrom.set(mentor, mover);
        if (this.menteesAt[mentor]!.length < capacity[mentor]!) {
          return { order, cameFrom };
        }
        this.menteesAt[mentor]!.forEach((other) => movers.push(other));
      }
    }
    return { order, cameFrom };
  }
}
