import type { Allocation, AllocationProblem, Rate } from '../problem';
import { compareRates } from './fraction';
import { type Outcome, outcomeOf, scoresOf } from './outcome';

/** Tries every matching there is and keeps the best by the definition of each objective: for a handful of people. */
export function solveByTryingAll(problem: AllocationProblem): Allocation {
  return bestAmong(problem, () => true)!;
}

/** The best of those matchings that are allowed, if there is any. */
export function bestAmong(
  problem: AllocationProblem,
  isAllowed: (allocation: Allocation) => boolean,
): Allocation | undefined {
  let best: Outcome | undefined;
  for (const mentorOf of everyMatching(problem)) {
    const outcome = outcomeOf(problem, mentorOf);
    if (
      isAllowed(outcome.allocation) &&
      (best === undefined || compareOutcomes(problem, outcome, best) > 0)
    ) {
      best = outcome;
    }
  }
  return best?.allocation;
}

function* everyMatching(problem: AllocationProblem): Generator<Int32Array, void> {
  const rows = problem.mentees.map((_, mentee) => [...scoresOf(problem, mentee).keys()]);
  const room = problem.mentors.map(({ capacity }) => capacity);
  const mentorOf = new Int32Array(problem.mentees.length).fill(-1);
  yield* from(0);

  function* from(mentee: number): Generator<Int32Array, void> {
    if (mentee === rows.length) {
      yield mentorOf.slice();
      return;
    }
    yield* from(mentee + 1);
    for (const mentor of rows[mentee]!.filter((candidate) => room[candidate]! > 0)) {
      room[mentor]!--;
      mentorOf[mentee] = mentor;
      yield* from(mentee + 1);
      mentorOf[mentee] = -1;
      room[mentor]!++;
    }
  }
}

/** Positive where the first is the better. */
function compareOutcomes({ objectives, equity }: AllocationProblem, first: Outcome, second: Outcome): number {
  const { allocation: a } = first;
  const { allocation: b } = second;
  const comparisons = objectives.flatMap((objective) => {
    switch (objective) {
      case 'coverage':
        return [a.matched - b.matched];
      case 'equity':
        return equity.levels.map((level) => compareSortedRates(a.rates![level]!, b.rates![level]!));
      case 'priority':
        return [a.priority - b.priority];
      case 'score':
        return [a.score - b.score];
    }
  });
  comparisons.push(b.tie - a.tie, second.secondTie - first.secondTie);
  return comparisons.find((comparison) => comparison !== 0) ?? 0;
}

function compareSortedRates(a: readonly Rate[], b: readonly Rate[]): number {
  return a.map((rate, place) => compareRates(rate, b[place]!)).find((comparison) => comparison !== 0) ?? 0;
}
