import type { PairSource, PricedRows } from '@evenhand/allocation';
import { MOST_GAPS } from '@evenhand/people';
import type { Alike } from './alike';
import type { CompiledRows } from './compiled-rows';
import { beginsOfColumns, MENTORS_A_WORD, wordsOf } from './gap-columns';
import type { MenteePoints } from './mentee-points';
import { pointsOfNeed } from './need-points';

const NOBODY = -1;

/**
 * Rows at certain prices. Mentors of one standing stand together, the dearest first, each group filled up to whole words.
 * For a mentee a group is bounded before it is looked at: what its standing earns, the most that anything else could add,
 * and the price. As soon as that cannot be enough, the rest of the group cannot either; before that, the gaps alone say
 * of most mentors that they cannot reach it, and the few others are scored in full.
 */
export class MentorsByPrice implements PricedRows {
  readonly #rows: CompiledRows;
  readonly #points: MenteePoints;
  readonly #wholeRows: Pick<PairSource, 'row'>;
  readonly #prices: Float64Array;
  readonly #lowestPrice: number;
  /** For each group, its first word; one entry more for the end of the last. */
  readonly #start: Int32Array;
  /** By place, the mentor who stands there. */
  readonly #mentorAt: Int32Array;
  /** By word, the highest price in it: that of its first mentor. */
  readonly #price: Float64Array;
  /** The gap columns in the order of the places. */
  readonly #covers: Int32Array;
  readonly #begins = new Int32Array(MOST_GAPS);
  /** Places of mentors who could reach what is asked, and what the gaps are worth. */
  readonly #places: Int32Array;
  readonly #gapPoints: Int32Array;

  /**
   * @param points shared with whoever else reads rows of the same people
   * @param wholeRows asked where nobody falls short, since it is quicker then
   */
  constructor(
    rows: CompiledRows,
    points: MenteePoints,
    wholeRows: Pick<PairSource, 'row'>,
    prices: Float64Array,
  ) {
    this.#rows = rows;
    this.#points = points;
    this.#wholeRows = wholeRows;
    this.#prices = prices;
    this.#lowestPrice = prices.reduce((lowest, price) => Math.min(lowest, price), Infinity);
    const members = membersOfGroups(rows.standing, prices);
    this.#start = new Int32Array(members.length + 1);
    members.forEach((group, at) => {
      this.#start[at + 1] = this.#start[at]! + Math.ceil(group.length / MENTORS_A_WORD);
    });
    const words = this.#start.at(-1)!;
    this.#mentorAt = new Int32Array(words * MENTORS_A_WORD).fill(NOBODY);
    members.forEach((group, at) => this.#mentorAt.set(group, this.#start[at]! * MENTORS_A_WORD));
    this.#price = Float64Array.from(
      { length: words },
      (_, word) => prices[this.#mentorAt[word * MENTORS_A_WORD]!]!,
    );
    this.#covers = wordsOf(inPlaces(rows, this.#mentorAt));
    this.#places = new Int32Array(this.#mentorAt.length);
    this.#gapPoints = new Int32Array(this.#mentorAt.length);
  }

  rowAbove(mentee: number, least: number, mentors: Int32Array, scores: Int32Array): number {
    const { people, needs, floor } = this.#rows;
    if (people.mentees.takesPart[mentee] !== 1) {
      return 0;
    }
    if (floor + this.#lowestPrice > least) {
      return this.#wholeRows.row(mentee, mentors, scores);
    }
    const points = this.#points;
    points.turnTo(mentee);
    beginsOfColumns(people, this.#rows.gaps, mentee, this.#start.at(-1)!, this.#begins);
    const need = pointsOfNeed(needs, mentee);
    const most = need.at(-1)!;
    const others =
      highest(points.meeting) + highest(points.background) + highest(points.languages) + points.mostSingle;
    const starts = this.#start;
    const price = this.#price;
    let count = 0;
    for (let group = 0; group + 1 < starts.length; group++) {
      const own = points.standing[group]!;
      const bound = own + others + most;
      if (bound >= floor && bound + price[starts[group]!]! > least) {
        const found = this.#couldReach(group, least - own - others, floor - own - others, need);
        count = this.#score(found, own, least, mentors, scores, count);
      }
    }
    points.leave();
    return count;
  }

  /**
   * Finds the mentors of a group whose gaps could be worth enough.
   *
   * @param least gaps and price together have to be more than this
   * @param floor gaps have to be worth this much
   * @returns how many there are
   */
  #couldReach(group: number, least: number, floor: number, need: Int16Array): number {
    const covers = this.#covers;
    const places = this.#places;
    const gapPoints = this.#gapPoints;
    const price = this.#price;
    const first = this.#begins[0]!;
    const second = this.#begins[1]!;
    const third = this.#begins[2]!;
    const fourth = this.#begins[3]!;
    const fifth = this.#begins[4]!;
    const most = need[need.length - 1]!;
    const end = this.#start[group + 1]!;
    let count = 0;
    for (let word = this.#start[group]!; word < end; word++) {
      const above = Math.max(least - price[word]!, floor - 1, -1);
      if (above >= most) {
        break;
      }
      const enough = above | 0;
      const four =
        covers[first + word]! |
        (covers[second + word]! << 2) |
        (covers[third + word]! << 4) |
        (covers[fourth + word]! << 6);
      const last = covers[fifth + word]!;
      const a = need[(four & 255) | ((last & 3) << 8)]!;
      const b = need[((four >>> 8) & 255) | (last & 0x300)]!;
      const c = need[((four >>> 16) & 255) | ((last >>> 8) & 0x300)]!;
      const d = need[(four >>> 24) | ((last >>> 16) & 0x300)]!;
      if (a > enough) {
        places[count] = word << 2;
        gapPoints[count++] = a;
      }
      if (b > enough) {
        places[count] = (word << 2) + 1;
        gapPoints[count++] = b;
      }
      if (c > enough) {
        places[count] = (word << 2) + 2;
        gapPoints[count++] = c;
      }
      if (d > enough) {
        places[count] = (word << 2) + 3;
        gapPoints[count++] = d;
      }
    }
    return count;
  }

  /** Scores the mentors found, and keeps those who reach what is asked. */
  #score(
    found: number,
    own: number,
    least: number,
    mentors: Int32Array,
    scores: Int32Array,
    from: number,
  ): number {
    const { meeting, background, languages, floor } = this.#rows;
    const points = this.#points;
    let count = from;
    for (let at = 0; at < found; at++) {
      const mentor = this.#mentorAt[this.#places[at]!]!;
      const score =
        own +
        this.#gapPoints[at]! +
        points.meeting[meeting.kind[mentor]!]! +
        points.background[background.kind[mentor]!]! +
        points.languages[languages.kind[mentor]!]! +
        points.single[mentor]!;
      if (score >= floor && score + this.#prices[mentor]! > least) {
        mentors[count] = mentor;
        scores[count++] = score;
      }
    }
    return count;
  }
}

/** The mentors of each group, the dearest first. */
function membersOfGroups(groups: Alike, prices: Float64Array): number[][] {
  const members = Array.from(groups.example, (): number[] => []);
  groups.kind.forEach((group, mentor) => members[group]!.push(mentor));
  members.forEach((group) => group.sort((a, b) => prices[b]! - prices[a]! || a - b));
  return members;
}

/** Copies the gap columns into another order; places of nobody cover nothing. */
function inPlaces({ gaps }: CompiledRows, mentorAt: Int32Array): Uint8Array {
  const height = gaps.words * MENTORS_A_WORD;
  const columns = height === 0 ? 0 : gaps.covers.length / height;
  const covers = new Uint8Array(columns * mentorAt.length);
  for (let column = 0; column < columns; column++) {
    for (let place = 0; place < mentorAt.length; place++) {
      const mentor = mentorAt[place]!;
      covers[column * mentorAt.length + place] =
        mentor === NOBODY ? 0 : gaps.covers[column * height + mentor]!;
    }
  }
  return covers;
}

function highest(points: Int32Array): number {
  let most = 0;
  for (let at = 0; at < points.length; at++) {
    most = Math.max(most, points[at]!);
  }
  return most;
}
