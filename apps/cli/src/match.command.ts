import { compacted, type CompactProblem, solve, type SolveProgress } from '@evenhand/allocation';
import { explainRound, matchPeople } from '@evenhand/matching';
import { ProgressLine } from '@evenhand/terminal';
import type { CommandOutput } from './command-output';
import { writeOutcome } from './outcome-folder';
import { outcomeSummary } from './outcome-summary';
import { outcomeText } from './outcome-text';
import { readRound, type RoundFiles } from './read-round';

export interface MatchCommandOptions extends RoundFiles {
  /** The folder that receives the outcome. */
  readonly out: string;
  readonly json?: boolean;
}

/** Matches the people of two files and writes everything about the outcome into a folder, all of it or nothing. */
export function matchCommand(options: MatchCommandOptions, output: CommandOutput): void {
  const progress = new ProgressLine(output.progress);
  progress.report('reading');
  const round = readRound(options);

  const report = ({ stage, done, total }: SolveProgress): void => progress.report(stage, done, total);
  let solved: CompactProblem | undefined;
  const outcome = matchPeople({
    ...round,
    onDate: options.date,
    solve(problem, solveOptions) {
      solved = compacted(problem, report);
      return solve(solved, solveOptions);
    },
    onProgress: report,
  });

  const problem = solved ?? compacted(outcome.problem, report);
  const { rules, catalogue } = round;
  const explanation = explainRound({
    ...{ outcome, problem, rules, catalogue, solve },
    onProgress: ({ done, total }) => progress.report('recruiting', done, total),
  });

  progress.report('writing');
  const written = writeOutcome(
    options.out,
    { outcome, explanation, rules, catalogue, onDate: options.date },
    problem,
  );
  progress.clear();
  const told = {
    notices: [...round.notices, ...outcome.notices.map(({ sentence }) => sentence), ...written.notices],
    files: written.files,
  };
  output.out.write(
    options.json === true
      ? outcomeSummary(outcome, explanation, told)
      : outcomeText(outcome, explanation, told),
  );
}
