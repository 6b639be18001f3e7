import { BrokenClaim, listOf, membersOf, shown, type Verdict } from './claims';
import { type ProblemToVerify, readMatching, verifyCapacity, verifySummary } from './matching-claims';
import { OptimalityClaims } from './optimality-claims';

const FORMAT = 'evenhand.result/1';

/**
 * Checks without solving that a result (`evenhand.result/1`) is the best matching of a problem: that it is possible,
 * that its figures are those of its pairs, and that the prices of its certificate prove every objective.
 *
 * Rows are read twice and not kept, so memory grows with people, not with pairs.
 *
 * @param problem a valid problem: ids are unique, numbers in their ranges, each pair once
 * @param result what JSON.parse made of the result; anything at all
 * @param problemSha256 the hash that the result must name; without it any hash will do
 */
export function verify(problem: ProblemToVerify, result: unknown, problemSha256?: string): Verdict {
  try {
    const { format, hash, assignments, summary, certificate } = readShape(problem, result);
    if (format !== FORMAT) {
      throw new BrokenClaim('format', `format is ${shown(format)}, not "${FORMAT}"`);
    }
    if (problemSha256 !== undefined && hash !== problemSha256) {
      throw new BrokenClaim(
        'problem',
        `the result answers the problem ${hash}; this one is ${problemSha256}`,
      );
    }
    const matching = readMatching(problem, assignments);
    verifyCapacity(problem, matching);
    verifySummary(problem, matching, summary);
    if (certificate === undefined) {
      const sentence = 'the result has no certificate, so nothing shows that no matching is better';
      throw new BrokenClaim('certificate', sentence);
    }
    new OptimalityClaims(problem, matching, certificate).verify();
    return { valid: true };
  } catch (error) {
    if (error instanceof BrokenClaim) {
      return { valid: false, claim: error.claim, sentence: error.message };
    }
    throw error;
  }
}

/** The parts of a result; that one has no certificate is told when everything else has been found right. */
function readShape({ objectives }: ProblemToVerify, result: unknown) {
  const certified = typeof result === 'object' && result !== null && Object.hasOwn(result, 'certificate');
  const names = ['format', 'problemSha256', 'assignments', 'summary', 'engine'];
  const members = membersOf('shape', 'the result', result, certified ? [...names, 'certificate'] : names);
  const hash = members.get('problemSha256');
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) {
    throw new BrokenClaim('shape', `problemSha256 is ${shown(hash)}, not a SHA-256 in hexadecimal`);
  }
  if (typeof members.get('engine') !== 'string') {
    throw new BrokenClaim('shape', `engine is ${shown(members.get('engine'))}, not a name`);
  }
  const figures = ['matched', 'groups', 'priority', 'score', 'tie'];
  const balanced = objectives.includes('equity');
  return {
    format: members.get('format'),
    hash,
    assignments: listOf('shape', 'assignments', members.get('assignments')),
    summary: membersOf(
      'shape',
      'summary',
      members.get('summary'),
      balanced ? [...figures, 'rates'] : figures,
    ),
    certificate: members.get('certificate'),
  };
}
