import type { AllocationProblem } from '../problem';
import { scoresOf } from './outcome';

/** The largest number of mentees that can be matched at once, by augmenting paths. */
export function maximumMatching(problem: AllocationProblem): number {
  const rows = problem.mentees.map((_, mentee) => [...scoresOf(problem, mentee).keys()]);
  const menteesOf: Set<number>[] = problem.mentors.map(() => new Set());

  const place = (mentee: number, asked: Set<number>): boolean =>
    rows[mentee]!.some((mentor) => {
      if (asked.has(mentor)) {
        return false;
      }
      asked.add(mentor);
      const present = menteesOf[mentor]!;
      if (present.size < problem.mentors[mentor]!.capacity) {
        present.add(mentee);
        return true;
      }
      for (const other of present) {
        if (place(other, asked)) {
          present.delete(other);
          present.add(mentee);
          return true;
        }
      }
      return false;
    });

  return rows.filter((_, mentee) => place(mentee, new Set())).length;
}
