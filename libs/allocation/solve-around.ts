import { aroundGivenPairs, pathsOf } from './given-pairs';
import type { AllocationProblem, CertifiedAllocation, PairAt } from './problem';
import { solve, type SolveOptions } from './solve';

/** How many are matched by group path (`ahp`, `ahp/physiotherapist`), those whose pairs are given among them. */
export type HeldCounts = Readonly<Record<string, number>>;

/** The best matching around given pairs, and what proves it. */
export interface SolvedAround {
  /** The problem of everybody whose pair is not given: `certified` answers it, and the verifier checks it against it. */
  readonly problem: AllocationProblem;
  readonly certified: CertifiedAllocation;
  /** For each mentee of the whole problem the index of the mentor, or -1: the given pairs and the others. */
  readonly mentorOf: Int32Array;
  /**
   * Whether `problem` holds counts, by its prior access: every group and profession that equity counts has as many matched
   * as were to be held, and `certified` is the best one among those with these counts.
   */
  readonly countsHeld: boolean;
}

/**
 * Solves a problem in which some pairs are given, and proves what comes of it. Where counts are to be held and can be, it
 * is the matching that `reoptimise` finds in much less time and without a proof: the best by waiting, score and seed among
 * those with these counts. Where they cannot, or more people could be matched, it is the best one around the given pairs.
 *
 * @param given eligible pairs, each mentee once, no mentor more often than it has places
 * @param held what every group and profession is to keep; undefined to hold nothing
 * @throws as {@link solve}
 */
export function solveAround(
  problem: AllocationProblem,
  given: readonly PairAt[],
  held: HeldCounts | undefined,
  options: SolveOptions = {},
): SolvedAround {
  const { problem: others, everybody } = aroundGivenPairs(problem, given);
  const wanted = held && countsOfOthers(held, problem, given);
  if (wanted !== undefined && problem.objectives.includes('equity')) {
    const holding = { ...others, equity: { ...others.equity, prior: evenAt(wanted, others) } };
    const certified = solve(holding, options);
    if (keeps(certified, wanted, others)) {
      const mentorOf = everybody(certified.mentorOf);
      return { problem: holding, certified, mentorOf, countsHeld: true };
    }
  }
  const certified = solve(others, options);
  const mentorOf = everybody(certified.mentorOf);
  return { problem: others, certified, mentorOf, countsHeld: false };
}

function countsOfOthers(
  held: HeldCounts,
  { mentees }: AllocationProblem,
  given: readonly PairAt[],
): ReadonlyMap<string, number> {
  const counts = new Map(Object.entries(held));
  for (const path of given.flatMap(([mentee]) => pathsOf(mentees[mentee]!.group))) {
    counts.set(path, (counts.get(path) ?? 0) - 1);
  }
  return counts;
}

/**
 * Prior access by which every group and profession has the rate one half with the counts that are wanted, all of the same
 * denominator: one match more here and one fewer there then leaves somebody below it, so that of all matchings with as
 * many people these counts alone are the most even.
 */
function evenAt(
  wanted: ReadonlyMap<string, number>,
  others: AllocationProblem,
): AllocationProblem['equity']['prior'] {
  const half = others.mentees.length + 1;
  return Object.fromEntries(
    Array.from(askedByPath(others), ([path, asked]) => {
      const matched = Math.min(asked, Math.max(0, wanted.get(path) ?? 0));
      return [path, { asked: 2 * half - asked, matched: half - matched }];
    }),
  );
}

function keeps(
  { groups }: CertifiedAllocation,
  wanted: ReadonlyMap<string, number>,
  { equity }: AllocationProblem,
): boolean {
  const counted = [...wanted].filter(([path]) => equity.levels.length === 2 || !path.includes('/'));
  return counted.every(
    ([path, count]) => count === (Object.hasOwn(groups, path) ? groups[path]!.matched : 0),
  );
}

function askedByPath({ mentees }: AllocationProblem): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const path of mentees.flatMap(({ group }) => pathsOf(group))) {
    asked.set(path, (asked.get(path) ?? 0) + 1);
  }
  return asked;
}
