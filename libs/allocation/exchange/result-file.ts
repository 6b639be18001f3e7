import { canonicalJson, compareIdentifiers, type JsonValue } from '@evenhand/kernel';
import { ENGINE } from '../engine-name';
import type { Allocation, AllocationProblem, CertifiedAllocation } from '../problem';
import { problemSha256 } from './canonical-problem';

/** The name and version that a result file gives itself. */
export const RESULT_FORMAT = 'evenhand.result/1';

/**
 * What a result file holds (`evenhand.result/1`): the pairs by id, sorted by mentee, what they reach in each objective,
 * the hash of the problem that they answer, and the certificate that none is better, where there is one. People stand in
 * it by id, so the order of a problem's lists never shows.
 *
 * @param sha256 the hash of the problem, for whoever knows it already: it is over every pair, and takes its time
 */
export function resultDocument(
  problem: AllocationProblem,
  allocation: Allocation | CertifiedAllocation,
  sha256 = problemSha256(problem),
): Readonly<Record<string, JsonValue>> {
  const { matched, groups, rates, priority, score, tie } = allocation;
  const counts = Object.entries(groups).map(([path, count]) => [
    path,
    { asked: count.asked, matched: count.matched },
  ]);
  return {
    format: RESULT_FORMAT,
    problemSha256: sha256,
    assignments: assignments(problem, allocation),
    summary: {
      matched,
      groups: Object.fromEntries(counts) as JsonValue,
      ...(rates && { rates: Object.fromEntries(Object.entries(rates)) }),
      priority,
      score,
      tie,
    },
    ...('certificate' in allocation && { certificate: allocation.certificate as unknown as JsonValue }),
    engine: ENGINE,
  };
}

/** The text of a result file: canonical, so that equal results are equal bytes, and one line. */
export function resultText(problem: AllocationProblem, allocation: Allocation | CertifiedAllocation): string {
  return `${canonicalJson(resultDocument(problem, allocation))}\n`;
}

function assignments({ mentees, mentors }: AllocationProblem, { mentorOf }: Allocation): [string, string][] {
  const pairs: [string, string][] = [];
  mentorOf.forEach((mentor, mentee) => {
    if (mentor !== -1) {
      pairs.push([mentees[mentee]!.id, mentors[mentor]!.id]);
    }
  });
  return pairs.sort(([a], [b]) => compareIdentifiers(a, b));
}
