import type { Allocation, AllocationProblem, GroupCount, PriorAccess, Rate } from '../problem';
import { compareRates, inLowestTerms } from './fraction';
import { tieKeys } from './tie-key';

const NO_PRIOR: PriorAccess = { asked: 0, matched: 0 };

/** What a matching reaches in each objective, by definition. */
export interface Outcome {
  readonly allocation: Allocation;
  /** Sum of the second tie keys, which decide between matchings whose first ones sum up to the same. */
  readonly secondTie: number;
}

/** The row of a mentee: score by index of the mentor. */
export function scoresOf({ pairs, mentors }: AllocationProblem, mentee: number): ReadonlyMap<number, number> {
  const rowMentors = new Int32Array(mentors.length);
  const rowScores = new Int32Array(mentors.length);
  const size = pairs.row(mentee, rowMentors, rowScores);
  return new Map(Array.from(rowMentors.subarray(0, size), (mentor, place) => [mentor, rowScores[place]!]));
}

/** The paths that count a mentee: the group, and the profession where there is one. */
export function pathsOf([group, profession]:
  readonly [string] | readonly [string, string]): readonly string[] {
  return profession === undefined ? [group] : [group, `${group}/${profession}`];
}

/** The level that a path is balanced at: 1 for professional groups, 2 for professions. */
export function levelOf(path: string): 1 | 2 {
  return path.includes('/') ? 2 : 1;
}

/** Requests and matches before this round. */
export function priorOf({ equity }: AllocationProblem, path: string): PriorAccess {
  return Object.hasOwn(equity.prior, path) ? equity.prior[path]! : NO_PRIOR;
}

/** How many mentees of each path the problem has. */
export function askedByPath({ mentees }: AllocationProblem): ReadonlyMap<string, number> {
  return countByPath(mentees.map(({ group }) => group));
}

/** Adds up a matching. A pair that is not eligible counts with the score 0. */
export function outcomeOf(problem: AllocationProblem, mentorOf: Int32Array): Outcome {
  const matched = [...problem.mentees.keys()].filter((mentee) => mentorOf[mentee] !== -1);
  const matchedByPath = countByPath(matched.map((mentee) => problem.mentees[mentee]!.group));
  const groups = [...askedByPath(problem)].map(
    ([path, asked]) => [path, { asked, matched: matchedByPath.get(path) ?? 0 }] as const,
  );
  const keys = matched.map((mentee) =>
    tieKeys(problem.seed, problem.mentees[mentee]!.id, problem.mentors[mentorOf[mentee]!]!.id),
  );
  const { levels } = problem.equity;
  const allocation = {
    mentorOf,
    matched: matched.length,
    groups: Object.fromEntries(groups),
    ...(problem.objectives.includes('equity') && {
      rates: Object.fromEntries(levels.map((level) => [level, sortedRates(problem, groups, level)])),
    }),
    priority: sum(matched.map((mentee) => problem.mentees[mentee]!.priority)),
    score: sum(matched.map((mentee) => scoresOf(problem, mentee).get(mentorOf[mentee]!) ?? 0)),
    tie: sum(keys.map(({ first }) => first)),
  };
  return { allocation, secondTie: sum(keys.map(({ second }) => second)) };
}

function sortedRates(
  problem: AllocationProblem,
  groups: readonly (readonly [path: string, count: GroupCount])[],
  level: 1 | 2,
): readonly Rate[] {
  return groups
    .filter(([path]) => levelOf(path) === level)
    .map(([path, count]): Rate => {
      const prior = priorOf(problem, path);
      return inLowestTerms([prior.matched + count.matched, prior.asked + count.asked]);
    })
    .sort(compareRates);
}

function countByPath(
  groups: readonly (readonly [string] | readonly [string, string])[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of groups.flatMap(pathsOf)) {
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
