import { createHash } from 'node:crypto';
import { canonicalJson, compareIdentifiers } from '@evenhand/kernel';
import type { AllocationProblem } from '../problem';
import type { ProblemWithQuotas } from '../quotas/quota';
import { PROBLEM_FORMAT } from './problem-file';

/** Above the highest score: a mentor and a score then pack into one number that sorts by the mentor. */
const SCORE_SPAN = 16_384;

/**
 * The canonical text of a problem, piece by piece: RFC 8785 JSON with every default filled in, mentees and mentors
 * sorted by id, pairs sorted by mentee, then mentor, quotas, where there are any, sorted by name. It does not depend on the order in which anything was listed, and
 * `parseProblem` reads it back.
 *
 * One row of pairs is held at a time, so the text may be far larger than memory.
 */
export function* canonicalProblemChunks(problem: ProblemWithQuotas): Generator<string, void> {
  const { seed, mentees, mentors, objectives, equity } = problem;
  const menteeOrder = orderById(mentees);
  const mentorOrder = orderById(mentors);

  yield '{"edges":[';
  yield* edgeChunks(problem, menteeOrder, mentorOrder);
  const prior = Object.fromEntries(
    Object.entries(equity.prior).map(([path, { asked, matched }]) => [path, { asked, matched }]),
  );
  yield `],"equity":${canonicalJson({ levels: equity.levels, prior })},"format":${canonicalJson(PROBLEM_FORMAT)},"mentees":[`;
  yield* separated(menteeOrder, (mentee) => {
    const { id, group, priority } = mentees[mentee]!;
    return canonicalJson({ id, group, priority });
  });
  yield '],"mentors":[';
  yield* separated(mentorOrder, (mentor) => {
    const { id, capacity } = mentors[mentor]!;
    return canonicalJson({ id, capacity });
  });
  yield `],"objectives":${canonicalJson(objectives)},${quotasText(problem)}"seed":${canonicalJson(seed)}}`;
}

/** The SHA-256, in hexadecimal, of a problem's canonical text in UTF-8: it names the problem, in whatever order it came. */
export function problemSha256(problem: ProblemWithQuotas): string {
  const hash = createHash('sha256');
  for (const chunk of canonicalProblemChunks(problem)) {
    hash.update(chunk, 'utf8');
  }
  return hash.digest('hex');
}

/** Nothing where there are no quotas, so that such a problem has the hash it always had. */
function quotasText({ mentees, quotas }: ProblemWithQuotas): string {
  if (quotas === undefined) {
    return '';
  }
  const byName = [...quotas].sort((a, b) => compareIdentifiers(a.name, b.name));
  const members = byName.map(({ name, mentees: members, atLeast }) => ({
    name,
    mentees: members.map((mentee) => mentees[mentee]!.id).sort(compareIdentifiers),
    atLeast,
  }));
  return `"quotas":${canonicalJson(members)},`;
}

function* edgeChunks(
  problem: AllocationProblem,
  menteeOrder: readonly number[],
  mentorOrder: readonly number[],
): Generator<string, void> {
  const mentorCount = mentorOrder.length;
  const newMentor = new Int32Array(mentorCount);
  mentorOrder.forEach((mentor, place) => (newMentor[mentor] = place));
  const mentors = new Int32Array(mentorCount);
  const scores = new Int32Array(mentorCount);
  const packed = new Float64Array(mentorCount);
  let separator = '';
  for (const [place, mentee] of menteeOrder.entries()) {
    const size = problem.pairs.row(mentee, mentors, scores);
    for (let pair = 0; pair < size; pair++) {
      packed[pair] = newMentor[mentors[pair]!]! * SCORE_SPAN + scores[pair]!;
    }
    let text = '';
    for (const pair of packed.subarray(0, size).sort()) {
      text += `${separator}[${place},${Math.floor(pair / SCORE_SPAN)},${pair % SCORE_SPAN}]`;
      separator = ',';
    }
    yield text;
  }
}

function* separated(order: readonly number[], textOf: (index: number) => string): Generator<string, void> {
  for (const [place, index] of order.entries()) {
    yield place === 0 ? textOf(index) : `,${textOf(index)}`;
  }
}

/** Indices in the order of the ids. */
function orderById(people: readonly { readonly id: string }[]): readonly number[] {
  return [...people.keys()].sort((a, b) => compareIdentifiers(people[a]!.id, people[b]!.id));
}
