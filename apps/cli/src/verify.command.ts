import { verifyDocuments } from '@evenhand/allocation';
import { readProblemDocument, readResultDocument } from '@evenhand/files';
import type { CommandOutput } from './command-output';

export interface VerifyCommandOptions {
  readonly json?: boolean;
}

/**
 * Checks without solving that a result file is the best matching of a problem file, and says so, or the first reason
 * why not.
 *
 * @returns whether it is
 */
export function verifyCommand(
  problemPath: string,
  resultPath: string,
  { json }: VerifyCommandOptions,
  { out }: CommandOutput,
): boolean {
  const verdict = verifyDocuments(readProblemDocument(problemPath), readResultDocument(resultPath));
  if (json === true) {
    out.write(`${JSON.stringify(verdict)}\n`);
  } else if (verdict.valid) {
    out.write('valid: the pairs are possible, their figures are right, and no other matching is better\n');
  } else {
    out.write(`not valid: ${verdict.sentence}\n`);
  }
  return verdict.valid;
}
