import {
  canonicalProblemChunks,
  type CompactProblem,
  ENGINE,
  MOST_EDGES,
  verifiedResult,
} from '@evenhand/allocation';
import { type FileContent, NO_FILE, outcomeTables, writeFolder } from '@evenhand/files';
import { join } from 'node:path';
import { reportHtml, type ReportParts } from './report/report';

/** What was written where, and what somebody who looks for more should know. */
export interface WrittenOutcome {
  readonly files: readonly string[];
  readonly notices: readonly string[];
}

/**
 * Writes everything about an outcome into a folder, all of it or nothing, and nothing that the verifier does not accept.
 *
 * @param parts the outcome, and what the report says beside it
 * @param problem what was solved
 * @throws RefutedResult where it is not the best matching, a fault of the program
 */
export function writeOutcome(
  folder: string,
  parts: Omit<ReportParts, 'problemSha256' | 'engine'>,
  problem: CompactProblem,
): WrittenOutcome {
  const { count } = problem.pairs;
  const tooMany = count > MOST_EDGES;
  const { text: result, problemSha256 } = verifiedResult(problem, parts.outcome.allocation);
  const files = new Map<string, FileContent | typeof NO_FILE>([
    ...outcomeTables(parts.outcome, parts.explanation.placeWorth),
    ['report.html', reportHtml({ ...parts, problemSha256, engine: ENGINE })],
    ['problem.json', tooMany ? NO_FILE : canonicalProblemChunks(problem)],
    ['result.json', result],
  ]);
  writeFolder(folder, files);
  const written = [...files].filter(([, content]) => content !== NO_FILE);
  return {
    files: written.map(([name]) => join(folder, name)),
    notices: tooMany
      ? [
          `problem.json is left out: ${thousands(count)} pairs are eligible, and the format is for up to ` +
            `${thousands(MOST_EDGES)}. result.json holds the hash of all of them.`,
        ]
      : [],
  };
}

function thousands(count: number): string {
  return count.toLocaleString('en-GB');
}
