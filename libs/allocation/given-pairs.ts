import { NONE } from './engine/matching';
import type { AllocationProblem, PairAt, PriorAccess } from './problem';

/** Everybody but those whose pairs are given. */
export interface AroundGivenPairs {
  /**
   * The problem of the others: who is given is no mentee of it, their mentors have a place less, and each of them counts
   * as one who asked and was matched before, by group and by profession, so that every rate is the very fraction that it
   * is for everybody. What is given adds the same to every other objective, whatever is chosen beside it.
   */
  readonly problem: AllocationProblem;
  /** From the mentors of the others to those of everybody: by mentee, the index of the mentor, or -1. */
  readonly everybody: (mentorOf: Int32Array) => Int32Array;
}

/**
 * Takes given pairs out of a problem.
 *
 * @param given eligible pairs, each mentee once, no mentor more often than it has places
 */
export function aroundGivenPairs(problem: AllocationProblem, given: readonly PairAt[]): AroundGivenPairs {
  const { mentees, mentors, pairs, equity } = problem;
  const givenTo = new Map(given);
  const left = [...mentees.keys()].filter((mentee) => !givenTo.has(mentee));
  const prior = new Map<string, PriorAccess>(Object.entries(equity.prior));
  const capacity = mentors.map((mentor) => mentor.capacity);
  for (const [mentee, mentor] of given) {
    capacity[mentor]!--;
    for (const path of pathsOf(mentees[mentee]!.group)) {
      const { asked, matched } = prior.get(path) ?? { asked: 0, matched: 0 };
      prior.set(path, { asked: asked + 1, matched: matched + 1 });
    }
  }
  return {
    problem: {
      ...problem,
      mentees: left.map((mentee) => mentees[mentee]!),
      mentors: mentors.map((mentor, at) => ({ ...mentor, capacity: capacity[at]! })),
      pairs: { row: (mentee, rowMentors, scores) => pairs.row(left[mentee]!, rowMentors, scores) },
      equity: { ...equity, prior: Object.fromEntries(prior) },
    },
    everybody: (mentorOf) => {
      const all = Int32Array.from(mentees, (_, mentee) => givenTo.get(mentee) ?? NONE);
      left.forEach((mentee, at) => (all[mentee] = mentorOf[at]!));
      return all;
    },
  };
}

/** A group path and, where it names a profession, the path of its group before it. */
export function pathsOf(group: readonly [string] | readonly [string, string]): readonly string[] {
  return group.length === 1 ? [group[0]] : [group[0], group.join('/')];
}
