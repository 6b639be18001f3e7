import type { PairSource, PricedRows } from '@evenhand/allocation';
import { MOST_GAPS } from '@evenhand/people';
import { addInBoth } from './alike';
import type { CompiledRows } from './compiled-rows';
import { beginsOfColumns, wordsOf } from './gap-columns';
import { MenteePoints } from './mentee-points';
import { MentorsByPrice } from './mentors-by-price';
import { pointsOfNeed } from './need-points';

/**
 * Reads whole rows of pairs with the scores that judging them one by one gives, many times faster: the gaps of four mentors
 * at a time down their columns, everything else from tables of what mentors are alike in.
 */
export class RowReader implements PairSource {
  readonly #rows: CompiledRows;
  readonly #points: MenteePoints;
  readonly #covers: Int32Array;
  readonly #standingAndMeeting: Int32Array;
  readonly #backgroundAndLanguages: Int32Array;
  readonly #begins = new Int32Array(MOST_GAPS);

  constructor(rows: CompiledRows) {
    this.#rows = rows;
    this.#points = new MenteePoints(rows);
    this.#covers = wordsOf(rows.gaps.covers);
    this.#standingAndMeeting = new Int32Array(rows.standingAndMeeting.example.length);
    this.#backgroundAndLanguages = new Int32Array(rows.backgroundAndLanguages.example.length);
  }

  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const { people, standingAndMeeting, backgroundAndLanguages } = this.#rows;
    if (people.mentees.takesPart[mentee] !== 1) {
      return 0;
    }
    const points = this.#points;
    points.turnTo(mentee);
    addInBoth(standingAndMeeting, points.standing, points.meeting, this.#standingAndMeeting);
    addInBoth(backgroundAndLanguages, points.background, points.languages, this.#backgroundAndLanguages);
    const count = this.#addUp(mentee, mentors, scores);
    points.leave();
    return count;
  }

  priced(prices: Float64Array): PricedRows {
    return new MentorsByPrice(this.#rows, this.#points, this, prices);
  }

  /**
   * Four mentors side by side, and each is written down without asking whether they are eligible, which no processor can
   * foresee: the next one is written over those who are not. The fill of the last word is never eligible; were every mentor
   * before it, it would be written after the end of the arrays, where nothing is kept.
   */
  #addUp(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const { people, gaps, needs, floor } = this.#rows;
    const { words } = gaps;
    const begins = this.#begins;
    beginsOfColumns(people, gaps, mentee, words, begins);
    const first = begins[0]!;
    const second = begins[1]!;
    const third = begins[2]!;
    const fourth = begins[3]!;
    const fifth = begins[4]!;
    const need = pointsOfNeed(needs, mentee);
    const covers = this.#covers;
    const single = this.#points.single;
    const rank = this.#standingAndMeeting;
    const rankOf = this.#rows.standingAndMeeting.kind;
    const field = this.#backgroundAndLanguages;
    const fieldOf = this.#rows.backgroundAndLanguages.kind;
    const under = floor - 1;
    let count = 0;
    for (let word = 0; word < words; word++) {
      const four =
        covers[first + word]! |
        (covers[second + word]! << 2) |
        (covers[third + word]! << 4) |
        (covers[fourth + word]! << 6);
      const last = covers[fifth + word]!;
      const j = word << 2;
      const a =
        (need[(four & 255) | ((last & 3) << 8)]! + rank[rankOf[j]!]! + field[fieldOf[j]!]! + single[j]!) | 0;
      const b =
        (need[((four >>> 8) & 255) | (last & 0x300)]! +
          rank[rankOf[j + 1]!]! +
          field[fieldOf[j + 1]!]! +
          single[j + 1]!) |
        0;
      const c =
        (need[((four >>> 16) & 255) | ((last >>> 8) & 0x300)]! +
          rank[rankOf[j + 2]!]! +
          field[fieldOf[j + 2]!]! +
          single[j + 2]!) |
        0;
      const d =
        (need[(four >>> 24) | ((last >>> 16) & 0x300)]! +
          rank[rankOf[j + 3]!]! +
          field[fieldOf[j + 3]!]! +
          single[j + 3]!) |
        0;
      mentors[count] = j;
      scores[count] = a;
      count = (count + ((under - a) >>> 31)) | 0;
      mentors[count] = j + 1;
      scores[count] = b;
      count = (count + ((under - b) >>> 31)) | 0;
      mentors[count] = j + 2;
      scores[count] = c;
      count = (count + ((under - c) >>> 31)) | 0;
      mentors[count] = j + 3;
      scores[count] = d;
      count = (count + ((under - d) >>> 31)) | 0;
    }
    return count;
  }
}
