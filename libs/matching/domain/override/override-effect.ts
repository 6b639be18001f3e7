import type { OutcomeComparison } from '../outcome-comparison';
import type { RunOutcome } from '../run-outcome';
import type { Snapshot } from '../snapshot';
import { pinsOn } from './decided-pairs';

/** Another mentor whom a mentee could have. */
export interface Alternative {
  readonly mentor: string;
  readonly score: number;
  /** Places of the mentor in the round, and how many of them nobody has. */
  readonly places: number;
  readonly free: number;
  /** Whether it is the mentor whom the mentee has now. */
  readonly present: boolean;
}

/** Somebody who would have another mentor, or gain or lose one; `null` stands for none. */
export interface Move {
  readonly mentee: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an override would do, ids being the pseudonyms of the round. */
export interface OverrideEffect {
  /** The best mentors who are eligible for the mentee, the best first, and whom the mentee has now. */
  readonly alternatives: readonly Alternative[];
  /** Absent where no decision was asked about. */
  readonly change?: OverrideChange;
}

/** What a decision would change. */
export interface OverrideChange {
  /** Everybody whose mentor changes, the mentee of the decision too, by mentee. */
  readonly moves: readonly Move[];
  /** Whether every group and profession keeps its number of matches. */
  readonly countsKept: boolean;
  readonly comparison: OutcomeComparison;
}

/** So many of the best mentors are told; the list of all of a programme's is no choice. */
export const MOST_ALTERNATIVES = 20;

/**
 * The best of some eligible mentors who could be decided on, and the one whom the mentee has, wherever they stand. A mentor
 * without a place in the round, or whose every place an earlier decision pins to somebody, is none.
 *
 * @param eligible mentors by pseudonym, with the score of each
 */
export function bestAlternatives(
  mentee: string,
  eligible: readonly { readonly mentor: string; readonly score: number }[],
  { mentors, decided }: Pick<Snapshot, 'mentors' | 'decided'>,
  { matches }: Pick<RunOutcome, 'matches'>,
): Alternative[] {
  const places = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const taken = new Map<string, number>();
  matches.forEach(({ mentor }) => taken.set(mentor, (taken.get(mentor) ?? 0) + 1));
  const present = matches.find((match) => match.mentee === mentee)?.mentor;
  const hasPlace = (mentor: string): boolean =>
    places.get(mentor)! > pinsOn(mentor, decided?.decisions ?? []);
  return eligible
    .filter(({ mentor }) => hasPlace(mentor) || mentor === present)
    .sort((a, b) => b.score - a.score || (a.mentor < b.mentor ? -1 : 1))
    .filter(({ mentor }, rank) => rank < MOST_ALTERNATIVES || mentor === present)
    .map(({ mentor, score }) => ({
      ...{ mentor, score, places: places.get(mentor)! },
      ...{ free: places.get(mentor)! - (taken.get(mentor) ?? 0), present: mentor === present },
    }));
}

/** Everybody who has another mentor after than before, sorted by mentee. */
export function movesBetween(
  before: Pick<RunOutcome, 'matches'>,
  after: Pick<RunOutcome, 'matches'>,
): Move[] {
  const mentorOf = ({ matches }: Pick<RunOutcome, 'matches'>): ReadonlyMap<string, string> =>
    new Map(matches.map(({ mentee, mentor }) => [mentee, mentor]));
  const [from, to] = [mentorOf(before), mentorOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .map((mentee) => ({ mentee, from: from.get(mentee) ?? null, to: to.get(mentee) ?? null }))
    .filter((move) => move.from !== move.to);
}
