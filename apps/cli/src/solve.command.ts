import {
  type CertifiedAllocation,
  type ExchangedProblem,
  type QuotaAllocation,
  type QuotaConflict,
  resultDocument,
  solve,
  solveWithQuotas,
  type SolveProgress,
  verifiedResult,
} from '@evenhand/allocation';
import { readProblemFile, writeSingleFile } from '@evenhand/files';
import { canonicalJson } from '@evenhand/kernel';
import { ProgressLine } from '@evenhand/terminal';
import type { CommandOutput } from './command-output';

export interface SolveCommandOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** What the solver of a problem with quotas may take before it hands over the best that it has found. */
const QUOTA_TIME_LIMIT_MS = 300_000;

/**
 * Solves one allocation problem from a file or standard input; the result goes to a file or standard output.
 *
 * @returns whether there is one: where the quotas of a problem conflict there is none
 */
export async function solveCommand(
  path: string,
  { out, json }: SolveCommandOptions,
  output: CommandOutput,
): Promise<boolean> {
  const progress = new ProgressLine(output.progress);
  progress.report('reading');
  const problem = readProblemFile(path);
  const solution = await solutionOf(problem, ({ stage, done, total }) => progress.report(stage, done, total));
  if ('conflict' in solution) {
    progress.clear();
    sayInfeasible(solution.sentence, json === true, output);
    return false;
  }
  progress.report('writing');
  // Nothing is written that the verifier does not accept, where there is something to verify.
  const text =
    'optimality' in solution
      ? quotaText(problem, solution)
      : verifiedResult(problem, solution.allocation).text;
  if (out === undefined) {
    progress.clear();
    output.out.write(text);
    return true;
  }
  writeSingleFile(out, text);
  progress.clear();
  const { matched } = solution.allocation;
  const asked = problem.mentees.length;
  output.out.write(
    json === true
      ? `${JSON.stringify({ asked, matched, files: [out] })}\n`
      : `Matched ${matched} of ${asked}. The result is in ${out}.\n`,
  );
  return true;
}

async function solutionOf(
  problem: ExchangedProblem,
  onProgress: (progress: SolveProgress) => void,
): Promise<{ readonly allocation: CertifiedAllocation } | QuotaAllocation | QuotaConflict> {
  return problem.quotas === undefined
    ? { allocation: solve(problem, { onProgress }) }
    : solveWithQuotas(problem, problem.quotas, { timeLimitMs: QUOTA_TIME_LIMIT_MS, onProgress });
}

function quotaText(problem: ExchangedProblem, { allocation, optimality }: QuotaAllocation): string {
  return `${canonicalJson({ ...resultDocument(problem, allocation), optimality: { ...optimality } })}\n`;
}

function sayInfeasible(sentence: string, json: boolean, output: CommandOutput): void {
  output.progress.write(`${sentence}\n`);
  if (json) {
    const error = { code: 'quotas.conflict', message: sentence, problems: [sentence] };
    output.out.write(`${JSON.stringify({ error })}\n`);
  }
}
