import { DomainError } from '@evenhand/kernel';
import type { Allocation, AllocationProblem, SolveProgress } from '../problem';
import { solve } from '../solve';
import { bestUnderQuotas } from './best-under-quotas';
import { enlarged } from './crowds';
import { countOf } from './even-selection';
import { HighsSolver } from './highs-solver';
import { type Quota, refuseFaultyQuotas } from './quota';
import { conflictAmong } from './quota-conflict';
import type { QuotaAllocation, QuotaConflict } from './quota-solution';
import { Roster } from './roster';
import { Selection } from './selection';

/** What a solve with quotas may be given beside the problem. */
export interface QuotaOptions {
  /**
   * Milliseconds above 0 that HiGHS may take in all, by its own clock. What the engine itself takes, a few seconds at
   * most, comes on top.
   */
  readonly timeLimitMs: number;
  /** Called from time to time with how far it has come. */
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** The time was up before any matching was found that keeps to the quotas, and before it was shown that there is none. */
export class QuotasUndecided extends DomainError {
  constructor(timeLimitMs: number) {
    super(
      'quotas.undecided',
      `Within ${timeLimitMs} ms no matching was found that keeps to the quotas, and it was not shown that there is none: ` +
        'allow more time.',
    );
  }
}

/**
 * The best matching that keeps to every quota: the same objectives in the same order as `solve`, each strictly before
 * the next, among the matchings in which every quota is met.
 *
 * Quotas need not be nested, so this is a hard problem in general and goes to HiGHS, an integer programme solver, unless
 * the best matching without quotas meets them by itself. Coverage is never less than without quotas: whoever is matched
 * to meet them, others can be added until nobody can. The answer says whether it is shown to be the best, and where it
 * is, it is the same in whatever order mentees, mentors, pairs and quotas stand.
 *
 * The sums of second tie keys are not compared between different sets of people; within one set they are.
 *
 * @returns the allocation, or a smallest conflict among the quotas
 * @throws InputRefused for quotas that no round could be held to, each fault with its place
 * @throws RangeError for a time limit that is not above 0
 * @throws QuotasUndecided when the time is up before any matching was found
 */
export async function solveWithQuotas(
  problem: AllocationProblem,
  quotas: readonly Quota[],
  { timeLimitMs, onProgress = () => undefined }: QuotaOptions,
): Promise<QuotaAllocation | QuotaConflict> {
  refuseFaultyQuotas(quotas, problem.mentees.length);
  if (!(timeLimitMs > 0)) {
    throw new RangeError(`a time limit of ${timeLimitMs} ms is not above 0`);
  }
  // Its certificate is of the problem without quotas.
  const { certificate: _, ...unbound } = solve(problem, { onProgress });
  if (quotas.every((quota) => isMet(quota, unbound))) {
    return { allocation: unbound, optimality: { proven: true } };
  }
  const solver = await HighsSolver.load(timeLimitMs);
  const roster = new Roster({ ...problem, quotas });
  const selection = new Selection(roster, solver);
  const first = enlarged(roster, membersOf(roster));
  if (roster.floors.every((floor) => countOf(floor, first) >= floor.atLeast)) {
    return bestUnderQuotas(roster, selection, solver, unbound, first, onProgress);
  }
  const answer = selection.meeting(roster.floors);
  if (answer.status === 'none') {
    return conflictAmong(selection, roster.floors);
  }
  if (answer.status === 'unfinished') {
    throw new QuotasUndecided(timeLimitMs);
  }
  return bestUnderQuotas(roster, selection, solver, unbound, answer.chosen, onProgress);
}

/** Everybody whom a quota is about. */
function membersOf({ floors, menteeCount }: Roster): Uint8Array {
  const members = new Uint8Array(menteeCount);
  floors.forEach((floor) => floor.members.forEach((mentee) => (members[mentee] = 1)));
  return members;
}

function isMet({ mentees, atLeast }: Quota, { mentorOf }: Allocation): boolean {
  return mentees.filter((mentee) => mentorOf[mentee] !== -1).length >= atLeast;
}
