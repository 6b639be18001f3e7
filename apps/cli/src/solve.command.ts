import {
  type Allocation,
  type ExchangedProblem,
  type Optimality,
  resultDocument,
  resultText,
  solve,
  solveWithQuotas,
  type SolveProgress,
  verify,
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
/** No matching keeps to the quotas: an answer, and a no. */
const INFEASIBLE = 1;

/**
 * Solves one allocation problem from a file or standard input; the result goes to a file or standard output. Where its
 * quotas conflict there is no result, and the exit code is 1.
 */
export async function solveCommand(
  path: string,
  { out, json }: SolveCommandOptions,
  output: CommandOutput,
): Promise<void> {
  const progress = new ProgressLine(output.progress);
  progress.report('reading');
  const problem = readProblemFile(path);
  const solution = await solutionOf(problem, ({ stage, done, total }) => progress.report(stage, done, total));
  if ('conflict' in solution) {
    progress.clear();
    sayInfeasible(solution.sentence, json === true, output);
    return;
  }
  progress.report('writing');
  const text =
    solution.optimality === undefined
      ? verified(problem, resultText(problem, solution.allocation))
      : quotaText(problem, solution);
  if (out === undefined) {
    progress.clear();
    output.out.write(text);
    return;
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
}

interface Solution {
  readonly allocation: Allocation;
  /** Only a problem with quotas leaves it open whether its solution is the best. */
  readonly optimality?: Optimality;
}

async function solutionOf(
  problem: ExchangedProblem,
  onProgress: (progress: SolveProgress) => void,
): Promise<Solution | { readonly conflict: readonly string[]; readonly sentence: string }> {
  return problem.quotas === undefined
    ? { allocation: solve(problem, { onProgress }) }
    : solveWithQuotas(problem, problem.quotas, { timeLimitMs: QUOTA_TIME_LIMIT_MS, onProgress });
}

/** Nothing is written that the verifier does not accept. */
function verified(problem: ExchangedProblem, text: string): string {
  const verdict = verify(problem, JSON.parse(text));
  if (!verdict.valid) {
    throw new Error(`The result does not stand up to the verifier: ${verdict.sentence}`);
  }
  return text;
}

function quotaText(problem: ExchangedProblem, { allocation, optimality }: Solution): string {
  return `${canonicalJson({ ...resultDocument(problem, allocation), optimality: { ...optimality! } })}\n`;
}

function sayInfeasible(sentence: string, json: boolean, output: CommandOutput): void {
  output.progress.write(`${sentence}\n`);
  if (json) {
    const error = { code: 'quotas.conflict', message: sentence, problems: [sentence] };
    output.out.write(`${JSON.stringify({ error })}\n`);
  }
  process.exitCode = INFEASIBLE;
}
