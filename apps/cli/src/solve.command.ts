import { resultText, solve } from '@evenhand/allocation';
import { readProblemFile, writeSingleFile } from '@evenhand/files';
import { ProgressLine } from '@evenhand/terminal';
import type { CommandOutput } from './command-output';

export interface SolveCommandOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** Solves one allocation problem from a file or standard input; the result goes to a file or standard output. */
export function solveCommand(path: string, { out, json }: SolveCommandOptions, output: CommandOutput): void {
  const progress = new ProgressLine(output.progress);
  progress.report('reading');
  const problem = readProblemFile(path);
  const allocation = solve(problem, {
    onProgress: ({ stage, done, total }) => progress.report(stage, done, total),
  });
  progress.report('writing');
  const text = resultText(problem, allocation);
  if (out === undefined) {
    progress.clear();
    output.out.write(text);
    return;
  }
  writeSingleFile(out, text);
  progress.clear();
  const { matched } = allocation;
  const asked = problem.mentees.length;
  output.out.write(
    json === true
      ? `${JSON.stringify({ asked, matched, files: [out] })}\n`
      : `Matched ${matched} of ${asked}. The result is in ${out}.\n`,
  );
}
