import { type CompiledPeople, LIKENESSES } from './compiled-people';
import type { Criterion, MatchingRules } from './rules';
import { WHOLE, wholeDivision } from './twelfths';

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

/** Everything that a criterion can earn where what counts has few cases, or hangs on one person alone. */
export interface PointTables {
  /** Full points of the two criteria that count over all of a mentee's gaps. */
  readonly gapCover: number;
  readonly strengthLevel: number;
  /** By how many stages the mentor is above the mentee. */
  readonly stageStep: Int32Array;
  /** By mentor, then by target stage. */
  readonly transition: Int32Array;
  /** For each mentee, where their three entries in `profession` begin. */
  readonly professionRow: Uint8Array;
  readonly profession: Int32Array;
  /** By preference of the mentee, then same or other. */
  readonly organisation: Int32Array;
  /** One region; two, both able to meet remotely; two, where somebody would have to travel. */
  readonly place: Int32Array;
  /** The preferred language, or another one. */
  readonly language: Int32Array;
  /** By mentor. */
  readonly availability: Int32Array;
}

/** Works out by the weights of a round what each case is worth. */
export function pointTables(people: CompiledPeople, weights: MatchingRules['weights']): PointTables {
  const points = (criterion: Criterion, twelfths: Iterable<number>): Int32Array =>
    Int32Array.from(twelfths, (share) => wholeDivision(weights[criterion] * share, WHOLE));
  return {
    gapCover: weights.gap_cover,
    strengthLevel: weights.strength_level,
    stageStep: points('stage_step', stageStepTwelfths(people)),
    transition: points('transition', transitionTwelfths(people)),
    professionRow: professionRows(people),
    profession: points('profession', [
      ...LIKENESSES.flatMap((likeness) => BY_PROFESSION[likeness]),
      ...BY_PROFESSION.anyLater,
    ]),
    organisation: points(
      'organisation',
      LIKENESSES.flatMap((likeness) => BY_ORGANISATION[likeness]),
    ),
    place: points('place', BY_PLACE),
    language: points('languages', BY_LANGUAGE),
    availability: availabilityPoints(people, weights.availability),
  };
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

function professionRows({ mentees, lastEarlyStage }: CompiledPeople): Uint8Array {
  return mentees.preferProfession.map((likeness, i) => {
    const later = likeness === ANY && mentees.target[i]! > lastEarlyStage;
    return 3 * (later ? ANY + 1 : likeness);
  });
}

function availabilityPoints({ mentors }: CompiledPeople, weight: number): Int32Array {
  const least = wholeDivision(weight * NOTHING_AGREED, WHOLE);
  return mentors.protectedMinutes.map((minutes, j) => {
    const enough = ENOUGH_MINUTES * Math.max(1, mentors.capacity[j]!);
    return Math.max(least, wholeDivision(weight * Math.min(minutes, enough), enough));
  });
}
