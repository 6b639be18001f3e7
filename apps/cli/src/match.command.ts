import { join } from 'node:path';
import {
  type AllocationProblem,
  canonicalProblemChunks,
  CompactPairs,
  MOST_EDGES,
  type PairSource,
  resultText,
  solve,
} from '@evenhand/allocation';
import {
  accessCsv,
  type FileContent,
  matchesCsv,
  readCatalogueFile,
  readCsvTable,
  readPeopleMapFile,
  readRulesFile,
  unmatchedCsv,
  writeFolder,
} from '@evenhand/files';
import { InputRefused } from '@evenhand/kernel';
import { DEFAULT_RULES, type MatchOutcome, matchPeople, readBaseline, type Solve } from '@evenhand/matching';
import { readPeople } from '@evenhand/people';
import { type Catalogue, healthAndCare } from '@evenhand/taxonomy';
import type { CommandOutput } from './command-output';
import { outcomeSummary } from './outcome-summary';
import { outcomeText } from './outcome-text';
import { ProgressLine } from './progress-line';

export interface MatchCommandOptions {
  readonly mentees: string;
  readonly mentors: string;
  readonly out: string;
  readonly rules?: string;
  readonly map?: string;
  readonly catalogue?: string;
  readonly baseline?: string;
  /** The day of the round, `YYYY-MM-DD`. */
  readonly date: string;
  readonly seed?: string;
  readonly json?: boolean;
}

/** Matches the people of two files and writes everything about the outcome into a folder, all of it or nothing. */
export function matchCommand(options: MatchCommandOptions, output: CommandOutput): void {
  const progress = new ProgressLine(output.progress);
  progress.report('reading');
  const catalogue = options.catalogue === undefined ? healthAndCare : readCatalogueFile(options.catalogue);
  const round = readRound(options, catalogue);

  let problem: AllocationProblem | undefined;
  const solveCompactly: Solve = (posed, solveOptions) => {
    problem = compacted(posed, progress);
    return solve(problem, solveOptions);
  };
  const outcome = matchPeople({
    ...round,
    catalogue,
    onDate: options.date,
    solve: solveCompactly,
    onProgress: ({ stage, done, total }) => progress.report(stage, done, total),
  });

  progress.report('writing');
  const { files, notices } = outcomeFiles(outcome, problem ?? outcome.problem);
  writeFolder(options.out, files);
  progress.clear();
  const told = {
    notices: [...round.notices, ...outcome.notices.map(({ sentence }) => sentence), ...notices],
    files: Array.from(files.keys(), (name) => join(options.out, name)),
  };
  output.out.write(options.json === true ? outcomeSummary(outcome, told) : outcomeText(outcome, told));
}

/** Everything of a round that stands in files, the faults of all of them at once. */
function readRound(options: MatchCommandOptions, catalogue: Catalogue) {
  const read = together();
  const rules = read(() => (options.rules === undefined ? DEFAULT_RULES : readRulesFile(options.rules)));
  const map = read(() => (options.map === undefined ? undefined : readPeopleMapFile(options.map)));
  const mentees = read(() => readCsvTable(options.mentees));
  const mentors = read(() => readCsvTable(options.mentors));
  const baseline = read(() =>
    options.baseline === undefined ? undefined : readBaseline(readCsvTable(options.baseline), catalogue),
  );
  read.refuse();
  const people = readPeople({
    mentees: mentees!,
    mentors: mentors!,
    catalogue,
    onDate: options.date,
    ...(map === undefined ? {} : { map }),
  });
  const { seed = rules!.seed } = options;
  return { ...people, rules: { ...rules!, seed }, baseline };
}

/** Collects what several readers refuse, so that somebody who mends one file hears of the next at once. */
function together() {
  const problems: string[] = [];
  const read = <Value>(reader: () => Value): Value | undefined => {
    try {
      return reader();
    } catch (error) {
      if (error instanceof InputRefused) {
        problems.push(...error.problems);
        return undefined;
      }
      throw error;
    }
  };
  return Object.assign(read, { refuse: () => InputRefused.ifAny(problems) });
}

/** Judges every pair once and keeps the scores: solving, hashing and writing all go through the pairs again. */
function compacted(problem: AllocationProblem, progress: ProgressLine): AllocationProblem {
  const { mentees, mentors, pairs } = problem;
  const watched: PairSource = {
    row(mentee, mentorsOfRow, scores) {
      progress.report('pairs', mentee, mentees.length);
      return pairs.row(mentee, mentorsOfRow, scores);
    },
  };
  return { ...problem, pairs: CompactPairs.fromSource(watched, mentees.length, mentors.length) };
}

function outcomeFiles(
  outcome: MatchOutcome,
  problem: AllocationProblem,
): { readonly files: ReadonlyMap<string, FileContent>; readonly notices: readonly string[] } {
  const files = new Map<string, FileContent>([
    ['matches.csv', matchesCsv(outcome)],
    ['unmatched.csv', unmatchedCsv(outcome)],
    ['access.csv', accessCsv(outcome)],
    ['result.json', resultText(problem, outcome.allocation)],
  ]);
  const pairs = problem.pairs instanceof CompactPairs ? problem.pairs.count : 0;
  if (pairs > MOST_EDGES) {
    return {
      files,
      notices: [
        `problem.json is left out: ${pairs} pairs are eligible, and the format is for up to ${MOST_EDGES}. result.json holds the hash of all of them.`,
      ],
    };
  }
  files.set('problem.json', canonicalProblemChunks(problem));
  return { files, notices: [] };
}
