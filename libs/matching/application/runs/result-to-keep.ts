import {
  type AllocationProblem,
  type CertifiedAllocation,
  RefutedResult,
  verifiedResult,
  type VerifiedResult,
} from '@evenhand/allocation';
import { DomainError } from '@evenhand/kernel';

/**
 * The text of a round's result (`evenhand.result/1`), once it has been shown to be the best matching.
 *
 * @throws DomainError `solver.not-the-best` naming the first claim that does not hold
 */
export function resultToKeep(problem: AllocationProblem, allocation: CertifiedAllocation): VerifiedResult {
  try {
    return verifiedResult(problem, allocation);
  } catch (error) {
    if (error instanceof RefutedResult) {
      throw new DomainError(
        'solver.not-the-best',
        `What was solved did not pass its verification, and nothing of it is kept: ${error.sentence} ` +
          '(The fault is in this program, not in what you entered: tell whoever looks after the service.)',
      );
    }
    throw error;
  }
}
