import { type CompiledPeople, LIKENESSES } from './compiled-people';
import { CRITERIA, type Criterion, type MatchingRules } from './rules';
import { holds, share } from './sets';

/** Shares of a criterion's weight are counted in twelfths, which hold halves, thirds and quarters exactly. */
const WHOLE = 12;

/** Twelfths for a covered gap that was practised just at the target stage: a good part, with room above. */
const AT_TARGET = 8;

/** Twelfths by how many stages the mentor is above the mentee. Those level are peers by agreement, or at the top. */
const BY_STAGE_STEP = [12, 12, 12, 8];
const FAR_STAGE_STEP = 4;

/** Twelfths where the mentor's stage says that they have made the transition, and no experience of it is named. */
const TRANSITION_BY_STAGE = 6;

/**
 * Twelfths for the same profession, another one of the same group, and one of another group. What somebody asked for
 * counts in full. Where nobody asked, about half is given to all, so that likeness neither outranks help nor lifts a pair
 * over the floor: early in mid-career people learn a little more from their own profession and those near it, later from
 * a wider view. Source: the guide on developing AHP leaders (2019), on mentors and on widening perspectives.
 */
const BY_PROFESSION = {
  same: [12, 6, 0],
  different: [0, 12, 12],
  any: [6, 5, 4],
  anyLater: [5, 6, 6],
};

/** Twelfths for the same organisation and another one. Without a preference, independence counts slightly. */
const BY_ORGANISATION = { same: [12, 0], different: [0, 12], any: [10, 12] };

/** Twelfths for one region; for two where both can meet remotely; for two where somebody would have to travel. */
const BY_PLACE = [12, 9, 0];

/** Twelfths for the mentee's preferred language, and for another one that both know. */
const BY_LANGUAGE = [12, 6];

/** Twelfths where no protected time is agreed. An agreement, however small, never counts for less. */
const NOTHING_AGREED = 4;
/** Protected minutes a month for each place that are time enough. */
const ENOUGH_MINUTES = 120;

const ANY = LIKENESSES.indexOf('any');
const IN_PERSON = 1;

const GAP_COVER = CRITERIA.indexOf('gap_cover');
const STRENGTH_LEVEL = CRITERIA.indexOf('strength_level');
const STAGE_STEP = CRITERIA.indexOf('stage_step');
const TRANSITION = CRITERIA.indexOf('transition');
const PROFESSION = CRITERIA.indexOf('profession');
const ORGANISATION = CRITERIA.indexOf('organisation');
const PLACE = CRITERIA.indexOf('place');
const LANGUAGES = CRITERIA.indexOf('languages');
const AVAILABILITY = CRITERIA.indexOf('availability');

/**
 * The points of a pair, in whole numbers throughout: those of each criterion are its weight times a fraction, rounded
 * down, and the score is their sum. What hangs on one person, or has few cases, is worked out beforehand.
 */
export class Scoring {
  readonly #people: CompiledPeople;
  readonly #weights: MatchingRules['weights'];
  readonly #stageStep: Int32Array;
  /** By mentor, then by target stage. */
  readonly #transition: Int32Array;
  /** For each mentee, where their three entries in {@link #profession} begin. */
  readonly #professionRow: Int32Array;
  readonly #profession: Int32Array;
  /** By preference of the mentee, then same or other. */
  readonly #organisation: Int32Array;
  readonly #place: Int32Array;
  readonly #language: Int32Array;
  /** By mentor. */
  readonly #availability: Int32Array;

  constructor(people: CompiledPeople, weights: MatchingRules['weights']) {
    const { mentees, mentors } = people;
    const points = (criterion: Criterion, twelfths: Iterable<number>): Int32Array =>
      Int32Array.from(twelfths, (share) => wholeDivision(weights[criterion] * share, WHOLE));
    this.#people = people;
    this.#weights = weights;
    this.#stageStep = points('stage_step', stageStepTwelfths(people));
    this.#transition = points('transition', transitionTwelfths(people));
    this.#professionRow = Int32Array.from(mentees.preferProfession, (likeness, i) => {
      const later = likeness === ANY && mentees.target[i]! > people.lastEarlyStage;
      return 3 * (later ? ANY + 1 : likeness);
    });
    this.#profession = points('profession', [
      ...LIKENESSES.flatMap((likeness) => BY_PROFESSION[likeness]),
      ...BY_PROFESSION.anyLater,
    ]);
    this.#organisation = points(
      'organisation',
      LIKENESSES.flatMap((likeness) => BY_ORGANISATION[likeness]),
    );
    this.#place = points('place', BY_PLACE);
    this.#language = points('languages', BY_LANGUAGE);
    const [leastAvailability = 0] = points('availability', [NOTHING_AGREED]);
    this.#availability = mentors.protectedMinutes.map((minutes, j) => {
      const enough = ENOUGH_MINUTES * Math.max(1, mentors.capacity[j]!);
      return Math.max(
        leastAvailability,
        wholeDivision(weights.availability * Math.min(minutes, enough), enough),
      );
    });
  }

  /**
   * Scores one pair, whether or not it is eligible.
   *
   * @param i index of the mentee
   * @param j index of the mentor
   * @param points receives the points by criterion, in the order of {@link CRITERIA}
   * @returns the sum of the points
   */
  score(i: number, j: number, points: Int32Array): number {
    const { mentees, mentors, stageCount } = this.#people;
    this.#scoreGaps(i, j, points);

    const step = mentors.stage[j]! - mentees.stage[i]!;
    points[STAGE_STEP] = step < 0 ? 0 : this.#stageStep[step]!;
    points[TRANSITION] = this.#transition[j * stageCount + mentees.target[i]!]!;

    const sameProfession = mentees.profession[i] === mentors.profession[j];
    const kinship = sameProfession ? 0 : mentees.group[i] === mentors.group[j] ? 1 : 2;
    points[PROFESSION] = this.#profession[this.#professionRow[i]! + kinship]!;

    const sameOrganisation = share(mentees.organisations, i, mentors.organisations, j);
    points[ORGANISATION] =
      this.#organisation[2 * mentees.preferOrganisation[i]! + (sameOrganisation ? 0 : 1)]!;

    const travel = mentees.mode[i] === IN_PERSON || mentors.mode[j] === IN_PERSON;
    const sameRegion = share(mentees.regions, i, mentors.regions, j);
    points[PLACE] = this.#place[sameRegion ? 0 : travel ? 2 : 1]!;

    const preferred = mentees.languages.members[mentees.languages.start[i]!]!;
    points[LANGUAGES] = this.#language[holds(mentors.languages, j, preferred) ? 0 : 1]!;
    points[AVAILABILITY] = this.#availability[j]!;

    let score = 0;
    for (let criterion = 0; criterion < CRITERIA.length; criterion++) {
      score += points[criterion]!;
    }
    return score;
  }

  /**
   * Both criteria count over all of a mentee's gaps, covered or not: covering one more, or covering one at a higher
   * stage, can then never cost a point in either.
   */
  #scoreGaps(i: number, j: number, points: Int32Array): void {
    const { mentees, mentors, topicCount, stageCount } = this.#people;
    const { start, members } = mentees.gaps;
    const target = mentees.target[i]!;
    const practisedFrom = j * topicCount;
    const end = start[i + 1]!;
    let halves = 0;
    let twelfths = 0;
    for (let at = start[i]!; at < end; at++) {
      const practised = mentors.practised[practisedFrom + members[at]!]!;
      const weight = mentees.gapWeight[at]!;
      const cover = halvesCovered(practised, target);
      halves += cover * weight;
      if (cover === 2) {
        twelfths += (practised > target || practised === stageCount - 1 ? WHOLE : AT_TARGET) * weight;
      }
    }
    const total = mentees.gapTotal[i]!;
    points[GAP_COVER] = wholeDivision(this.#weights.gap_cover * halves, 2 * total);
    points[STRENGTH_LEVEL] = wholeDivision(this.#weights.strength_level * twelfths, WHOLE * total);
  }
}

/**
 * How much of a gap a mentor covers, in halves: all of it where they have practised the topic at the target stage or
 * above, half where they came within one stage of it.
 *
 * @param practised rank of the highest stage at which they practised it, -1 for never
 * @param target rank of the target stage
 */
export function halvesCovered(practised: number, target: number): 0 | 1 | 2 {
  return practised >= target ? 2 : practised >= 0 && practised === target - 1 ? 1 : 0;
}

function stageStepTwelfths({ stageCount }: CompiledPeople): number[] {
  return Array.from({ length: stageCount }, (_, step) => BY_STAGE_STEP[step] ?? FAR_STAGE_STEP);
}

/** Where no transition leads to a stage, having reached the stage is all there is to have done. */
function transitionTwelfths({ mentors, stageCount, transitionTo }: CompiledPeople): Uint8Array {
  return mentors.experienced.map((experienced, at) => {
    const target = at % stageCount;
    const reached = mentors.stage[Math.floor(at / stageCount)]! >= target;
    const byStage = transitionTo[target] === 1 ? TRANSITION_BY_STAGE : WHOLE;
    return experienced === 1 ? WHOLE : reached ? byStage : 0;
  });
}

/** `dividend` ÷ `divisor` rounded down, exact for whole numbers up to 2^31. */
function wholeDivision(dividend: number, divisor: number): number {
  return (dividend / divisor) | 0;
}
