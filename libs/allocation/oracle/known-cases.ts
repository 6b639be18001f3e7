import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allocation, AllocationProblem, Rate } from '../problem';
import type { ProblemValue } from './problem-value';

const FOLDER = join(__dirname, '../../../test/vectors/allocation');

/** What two independent solvers found for a problem; `priority` and `rates` only where they are objectives. */
export interface KnownAnswer {
  readonly matched: number;
  readonly rates?: Readonly<Record<string, readonly Rate[]>>;
  readonly priority?: number;
  readonly score: number;
  readonly tie: number;
  readonly assignments: readonly (readonly [menteeId: string, mentorId: string])[];
}

/** The public cases: name, problem, answer. */
export function knownCases(): readonly (readonly [
  name: string,
  problem: ProblemValue,
  answer: KnownAnswer,
])[] {
  const answers = readJson('expected.json') as Readonly<Record<string, KnownAnswer>>;
  return Object.entries(answers).map(
    ([name, answer]) => [name, readJson(`${name}.problem.json`) as ProblemValue, answer] as const,
  );
}

/** The pairs of an allocation as an answer lists them. */
export function pairsById(
  { mentees, mentors }: AllocationProblem,
  { mentorOf }: Allocation,
): [string, string][] {
  return mentees
    .flatMap(({ id }, mentee): [string, string][] =>
      mentorOf[mentee] === -1 ? [] : [[id, mentors[mentorOf[mentee]!]!.id]],
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
