import { type AllocationProblem, type CertifiedAllocation, resultText, verify } from '@evenhand/allocation';
import { DomainError } from '@evenhand/kernel';

/**
 * The text of a result (`evenhand.result/1`), once it has been shown to be the best matching of its problem, by code that
 * shares nothing with the engine. What is verified is the very text that is kept.
 *
 * @throws DomainError `solver.not-the-best` naming the first claim that does not hold
 */
export function verifiedResult(
  problem: AllocationProblem,
  allocation: CertifiedAllocation,
): { readonly result: string; readonly problemSha256: string } {
  const result = resultText(problem, allocation);
  const document = JSON.parse(result) as { readonly problemSha256: string };
  const verdict = verify(problem, document);
  if (!verdict.valid) {
    throw new DomainError(
      'solver.not-the-best',
      `What was solved did not pass its verification, and nothing of it is kept: ${verdict.sentence} ` +
        '(The fault is in this program, not in what you entered: tell whoever looks after the service.)',
    );
  }
  return { result, problemSha256: document.problemSha256 };
}
