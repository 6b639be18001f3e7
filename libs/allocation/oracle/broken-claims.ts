import { isDeepStrictEqual } from 'node:util';
import type { Allocation, AllocationProblem } from '../problem';
import { outcomeOf, scoresOf } from './outcome';

const FIGURES = ['matched', 'groups', 'rates', 'priority', 'score', 'tie'] as const;

/**
 * Checks everything that makes an allocation possible, and that its figures are those of its pairs. Whether it is the
 * best one is another question.
 *
 * @returns what does not hold, in words; nothing for an allocation that is right
 */
export function brokenClaims(problem: AllocationProblem, allocation: Allocation): readonly string[] {
  const { mentees, mentors } = problem;
  const { mentorOf } = allocation;
  if (mentorOf.length !== mentees.length) {
    return [`it answers for ${mentorOf.length} mentees of ${mentees.length}`];
  }
  const eligible = mentees.map((_, mentee) => scoresOf(problem, mentee));
  const stray = [...mentees.keys()].filter((mentee) => {
    const mentor = mentorOf[mentee]!;
    return mentor !== -1 && !eligible[mentee]!.has(mentor);
  });
  if (stray.length > 0) {
    return stray.map((mentee) => `${mentees[mentee]!.id} has a mentor who is not eligible`);
  }
  const overfull = mentors.flatMap(({ id, capacity }, mentor) => {
    const taken = mentorOf.filter((other) => other === mentor).length;
    return taken > capacity ? [`${id} has ${taken} mentees and ${capacity} places`] : [];
  });
  const { allocation: figures } = outcomeOf(problem, mentorOf);
  const miscounted = FIGURES.filter(
    (figure) => !isDeepStrictEqual(plain(allocation[figure]), plain(figures[figure])),
  );
  return [...overfull, ...miscounted.map((figure) => `${figure} is not what its pairs add up to`)];
}

/** However a figure is held, it is compared as a file would show it. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
