import type { CompiledPeople } from './compiled-people';
import { gapCover, gapPoints, HALVES, TWELFTHS } from './gap-cover';
import type { PointTables } from './point-tables';
import { CRITERIA } from './rules';
import { holds, share } from './sets';

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
 * down, and the score is their sum.
 */
export class Scoring {
  readonly #people: CompiledPeople;
  readonly #points: PointTables;

  constructor(people: CompiledPeople, points: PointTables) {
    this.#people = people;
    this.#points = points;
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
    this.#scoreGaps(i, j, points);
    points[STAGE_STEP] = this.stageStep(i, j);
    points[TRANSITION] = this.transition(i, j);
    points[PROFESSION] = this.profession(i, j);
    points[ORGANISATION] = this.organisation(i, j);
    points[PLACE] = this.place(i, j);
    points[LANGUAGES] = this.languages(i, j);
    points[AVAILABILITY] = this.availability(j);
    let score = 0;
    for (let criterion = 0; criterion < CRITERIA.length; criterion++) {
      score += points[criterion]!;
    }
    return score;
  }

  stageStep(i: number, j: number): number {
    const { mentees, mentors } = this.#people;
    const step = mentors.stage[j]! - mentees.stage[i]!;
    return step < 0 ? 0 : this.#points.stageStep[step]!;
  }

  transition(i: number, j: number): number {
    const { mentees, stageCount } = this.#people;
    return this.#points.transition[j * stageCount + mentees.target[i]!]!;
  }

  profession(i: number, j: number): number {
    const { mentees, mentors } = this.#people;
    const same = mentees.profession[i] === mentors.profession[j];
    const kinship = same ? 0 : mentees.group[i] === mentors.group[j] ? 1 : 2;
    return this.#points.profession[this.#points.professionRow[i]! + kinship]!;
  }

  organisation(i: number, j: number): number {
    const { mentees, mentors } = this.#people;
    return this.byOrganisation(i, share(mentees.organisations, i, mentors.organisations, j));
  }

  /** Points by whether the two have an organisation in common: this hangs on the mentee alone. */
  byOrganisation(i: number, same: boolean): number {
    return this.#points.organisation[2 * this.#people.mentees.preferOrganisation[i]! + (same ? 0 : 1)]!;
  }

  place(i: number, j: number): number {
    const { mentees, mentors } = this.#people;
    const travel = mentees.mode[i] === IN_PERSON || mentors.mode[j] === IN_PERSON;
    const same = share(mentees.regions, i, mentors.regions, j);
    return this.#points.place[same ? 0 : travel ? 2 : 1]!;
  }

  languages(i: number, j: number): number {
    const { mentees, mentors } = this.#people;
    const preferred = mentees.languages.members[mentees.languages.start[i]!]!;
    return this.#points.language[holds(mentors.languages, j, preferred) ? 0 : 1]!;
  }

  availability(j: number): number {
    return this.#points.availability[j]!;
  }

  #scoreGaps(i: number, j: number, points: Int32Array): void {
    const { mentees, mentors, topicCount, stageCount } = this.#people;
    const { start, members } = mentees.gaps;
    const practisedFrom = j * topicCount;
    const end = start[i + 1]!;
    let halves = 0;
    let twelfths = 0;
    for (let at = start[i]!; at < end; at++) {
      const practised = mentors.practised[practisedFrom + members[at]!]!;
      const cover = gapCover(practised, mentees.target[i]!, stageCount);
      halves += HALVES[cover]! * mentees.gapWeight[at]!;
      twelfths += TWELFTHS[cover]! * mentees.gapWeight[at]!;
    }
    const total = mentees.gapTotal[i]!;
    points[GAP_COVER] = gapPoints(this.#points.gapCover, halves, 2, total);
    points[STRENGTH_LEVEL] = gapPoints(this.#points.strengthLevel, twelfths, 12, total);
  }
}
