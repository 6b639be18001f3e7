import { resultText } from './exchange/result-file';
import type { AllocationProblem, CertifiedAllocation } from './problem';
import { verify } from './verifier/verify';

/** A result that has been shown to be the best matching of its problem. */
export interface VerifiedResult {
  /** The very text that was verified, to be kept or written as it is: one line, as `resultText` gives it. */
  readonly text: string;
  /** SHA-256 of the problem's canonical text, hexadecimal. */
  readonly problemSha256: string;
}

/** An allocation that claims something which does not hold: a fault of whatever solved it, whoever asked. */
export class RefutedResult extends Error {
  /** @param sentence the first claim that does not hold, as the verifier puts it */
  constructor(readonly sentence: string) {
    super(`The result does not stand up to the verifier: ${sentence}`);
    this.name = new.target.name;
  }
}

/**
 * Writes out what solved a problem, and has the text verified before anybody can keep it, by code that shares nothing
 * with the engine.
 *
 * @param problem its pairs are asked for again, several times
 * @throws RefutedResult naming the first claim that does not hold
 */
export function verifiedResult(problem: AllocationProblem, allocation: CertifiedAllocation): VerifiedResult {
  const text = resultText(problem, allocation);
  const document = JSON.parse(text) as { readonly problemSha256: string };
  const verdict = verify(problem, document);
  if (!verdict.valid) {
    throw new RefutedResult(verdict.sentence);
  }
  return { text, problemSha256: document.problemSha256 };
}
