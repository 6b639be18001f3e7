import { createHash } from 'node:crypto';
import type { Verdict } from './claims';
import type { ProblemToVerify } from './matching-claims';
import { verify } from './verify';

/** A problem file (`evenhand.problem/1`) as JSON.parse leaves it. */
interface ProblemDocument {
  readonly seed: string;
  readonly mentees: readonly (Identified & {
    readonly group: readonly string[];
    readonly priority?: number;
  })[];
  readonly mentors: readonly (Identified & { readonly capacity: number })[];
  readonly edges: readonly (readonly [mentee: number, mentor: number, score: number])[];
  readonly objectives?: ProblemToVerify['objectives'];
  readonly quotas?: unknown;
  readonly equity?: Partial<ProblemToVerify['equity']>;
}

interface Identified {
  readonly id: string;
}

/** Eligible pairs in the order of mentees, then mentors, each packed into one number. */
interface SortedEdges {
  readonly packed: Float64Array;
  /** Where each mentee's pairs start, and after the last one where they end. */
  readonly starts: Int32Array;
}

/** More than there are scores. */
const SCORES = 2 ** 14;

/**
 * Checks what {@link verify} checks for two documents, and that the result names the hash of this very problem.
 *
 * @param problem what JSON.parse made of a file that has been found to be a problem; defaults need not be filled in
 * @param result what JSON.parse made of the result file; anything at all
 */
export function verifyDocuments(problem: unknown, result: unknown): Verdict {
  const document = problem as ProblemDocument;
  if (document.quotas !== undefined) {
    const sentence =
      'the problem has quotas, and a result under quotas has no certificate that could be checked';
    return { valid: false, claim: 'certificate', sentence };
  }
  const mentees = sortedById(document.mentees);
  const mentors = sortedById(document.mentors);
  const edges = sortedEdges(document, mentees, mentors);
  const complete = {
    seed: document.seed,
    mentees: mentees.map(({ id, group, priority = 0 }) => ({ id, group, priority })),
    mentors,
    pairs: {
      row(mentee: number, rowMentors: Int32Array, rowScores: Int32Array): number {
        const row = edges.packed.subarray(edges.starts[mentee], edges.starts[mentee + 1]);
        row.forEach((pair, place) => {
          rowMentors[place] = Math.floor(pair / SCORES) % mentors.length;
          rowScores[place] = pair % SCORES;
        });
        return row.length;
      },
    },
    objectives: document.objectives ?? ['coverage', 'equity', 'priority', 'score'],
    equity: { levels: [1, 2], prior: {}, ...document.equity },
  };
  return verify(complete, result, sha256(complete));
}

function sortedById<Person extends Identified>(people: readonly Person[]): readonly Person[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sortedEdges(
  { edges, mentees, mentors }: ProblemDocument,
  sortedMentees: readonly Identified[],
  sortedMentors: readonly Identified[],
): SortedEdges {
  const menteePlace = new Map(sortedMentees.map((mentee, place) => [mentee, place]));
  const mentorPlace = new Map(sortedMentors.map((mentor, place) => [mentor, place]));
  const newMentee = mentees.map((mentee) => menteePlace.get(mentee)!);
  const newMentor = mentors.map((mentor) => mentorPlace.get(mentor)!);
  const packed = new Float64Array(edges.length);
  const starts = new Int32Array(mentees.length + 1);
  edges.forEach(([mentee, mentor, score], edge) => {
    packed[edge] = (newMentee[mentee]! * mentors.length + newMentor[mentor]!) * SCORES + score;
    starts[newMentee[mentee]! + 1]!++;
  });
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    starts[mentee + 1]! += starts[mentee]!;
  }
  return { packed: packed.sort(), starts };
}

/** The hash of a problem's canonical text (RFC 8785): every default filled in, people and pairs sorted. */
function sha256(problem: ProblemToVerify): string {
  const { seed, mentees, mentors, pairs, objectives, equity } = problem;
  const hash = createHash('sha256').update('{"edges":[');
  const rowMentors = new Int32Array(mentors.length);
  const rowScores = new Int32Array(mentors.length);
  let separator = '';
  mentees.forEach((_, mentee) => {
    let text = '';
    const size = pairs.row(mentee, rowMentors, rowScores);
    for (let place = 0; place < size; place++) {
      text += `${separator}[${mentee},${rowMentors[place]!},${rowScores[place]!}]`;
      separator = ',';
    }
    hash.update(text);
  });
  // By hand, because an object would put names that look like numbers first.
  const prior = Object.keys(equity.prior).sort().map((path) => {
    const { asked, matched } = equity.prior[path]!;
    return `${JSON.stringify(path)}:${JSON.stringify({ asked, matched })}`;
  }); // prettier-ignore
  hash.update(`],"equity":{"levels":${JSON.stringify(equity.levels)},"prior":{${prior.join(',')}}}`);
  hash.update(',"format":"evenhand.problem/1","mentees":');
  hash.update(JSON.stringify(mentees.map(({ group, id, priority }) => ({ group, id, priority }))));
  hash.update(`,"mentors":${JSON.stringify(mentors.map(({ capacity, id }) => ({ capacity, id })))}`);
  hash.update(`,"objectives":${JSON.stringify(objectives)},"seed":${JSON.stringify(seed)}}`);
  return hash.digest('hex');
}
