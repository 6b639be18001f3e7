import type { CompiledPeople } from './compiled-people';
import { ruleBit } from './eligibility-rule';
import { share, within } from './sets';

const NOT_TAKING_PART = ruleBit('not_taking_part');
const STAGE_TOO_LOW = ruleBit('stage_too_low');
const NO_GAP_COVERED = ruleBit('no_gap_covered');
const LANGUAGE = ruleBit('language');
const MODE = ruleBit('mode');
const ACCESS_NEEDS = ruleBit('access_needs');

/** In person and remote: the one combination of modes in which two people cannot meet. */
const NO_COMMON_MODE = 3;

/**
 * The first hard rule that a pair breaks, as its bit, or 0 for none. The floor is not asked here: it needs the score.
 *
 * @param i index of the mentee
 * @param j index of the mentor
 */
export function firstBrokenRule(people: CompiledPeople, i: number, j: number): number {
  const forbidden = forbiddenByName(people, i, j);
  return (
    notTakingPart(people, i, j) ||
    forbidden & -forbidden ||
    stageTooLow(people, i, j) ||
    noGapCovered(people, i, j) ||
    noSharedLanguage(people, i, j) ||
    noSharedMode(people, i, j) ||
    accessNeedsUnmet(people, i, j)
  );
}

/** Every hard rule that a pair breaks, a bit each. Again the floor is not asked. */
export function brokenRules(people: CompiledPeople, i: number, j: number): number {
  return (
    notTakingPart(people, i, j) |
    forbiddenByName(people, i, j) |
    stageTooLow(people, i, j) |
    noGapCovered(people, i, j) |
    noSharedLanguage(people, i, j) |
    noSharedMode(people, i, j) |
    accessNeedsUnmet(people, i, j)
  );
}

function notTakingPart({ mentees, mentors }: CompiledPeople, i: number, j: number): number {
  return (mentees.takesPart[i]! & mentors.takesPart[j]!) === 1 ? 0 : NOT_TAKING_PART;
}

/** The lists are nearly always empty, so nothing quicker than looking through them is worth its lines. */
function forbiddenByName({ mentees }: CompiledPeople, i: number, j: number): number {
  const { start, members } = mentees.forbidden;
  const end = start[i + 1]!;
  for (let at = start[i]!; at < end; at++) {
    if (members[at] === j) {
      return mentees.forbiddenBy[at]!;
    }
  }
  return 0;
}

export function stageTooLow({ mentees, mentors, stageCount }: CompiledPeople, i: number, j: number): number {
  const mentee = mentees.stage[i]!;
  const mentor = mentors.stage[j]!;
  if (mentor > mentee) {
    return mentor >= mentees.target[i]! ? 0 : STAGE_TOO_LOW;
  }
  // Nobody stands above the top stage, and a peer is one by agreement of both.
  const alike = mentor === stageCount - 1 || (mentees.peer[i]! & mentors.peer[j]!) === 1;
  return mentor === mentee && alike ? 0 : STAGE_TOO_LOW;
}

function noGapCovered({ mentees, mentors, topicCount }: CompiledPeople, i: number, j: number): number {
  const { start, members } = mentees.gaps;
  const target = mentees.target[i]!;
  const practised = j * topicCount;
  const end = start[i + 1]!;
  for (let at = start[i]!; at < end; at++) {
    if (mentors.practised[practised + members[at]!]! >= target) {
      return 0;
    }
  }
  return NO_GAP_COVERED;
}

export function noSharedLanguage({ mentees, mentors }: CompiledPeople, i: number, j: number): number {
  return share(mentees.languages, i, mentors.languages, j) ? 0 : LANGUAGE;
}

export function noSharedMode({ mentees, mentors }: CompiledPeople, i: number, j: number): number {
  return (mentees.mode[i]! | mentors.mode[j]!) === NO_COMMON_MODE ? MODE : 0;
}

export function accessNeedsUnmet({ mentees, mentors }: CompiledPeople, i: number, j: number): number {
  return within(mentees.accessibility, i, mentors.accessibility, j) ? 0 : ACCESS_NEEDS;
}
