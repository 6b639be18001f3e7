import { problemSha256 } from './exchange/canonical-problem';
import { CompactPairs } from './exchange/compact-pairs';
import type { AllocationProblem } from './problem';
import { solve } from './solve';
import { RefutedResult, verifiedResult } from './verified-result';

/** Three who ask for one place each of two mentors, whoever is matched with whom. */
const problem: AllocationProblem = {
  seed: 'evenhand',
  mentees: ['m1', 'm2', 'm3'].map((id, at) => ({ id, group: ['nurse', 'adult_nurse'], priority: at })),
  mentors: [
    { id: 'x1', capacity: 1 },
    { id: 'x2', capacity: 1 },
  ],
  pairs: CompactPairs.fromSource(
    {
      row(mentee, mentors, scores) {
        mentors.set([0, 1]);
        scores.set([5_000 + mentee, 6_000]);
        return 2;
      },
    },
    3,
    2,
  ),
  objectives: ['coverage', 'equity', 'priority', 'score'],
  equity: { levels: [1, 2], prior: {} },
};

describe('A result that is to be kept', () => {
  const best = solve(problem);

  it('is the best one, and answers its very problem', () => {
    const { text, problemSha256: hash } = verifiedResult(problem, best);
    expect(hash).toBe(problemSha256(problem));
    expect(JSON.parse(text)).toMatchObject({ problemSha256: hash, summary: { matched: 2 } });
  });

  it('is the best one also where nobody offers a place', () => {
    const closed = { ...problem, mentors: problem.mentors.map(({ id }) => ({ id, capacity: 0 })) };
    expect(JSON.parse(verifiedResult(closed, solve(closed)).text)).toMatchObject({ assignments: [] });
  });

  it.each([
    ['claims a score that its pairs do not have', { score: best.score + 1 }],
    ['leaves a place empty', { mentorOf: Int32Array.of(-1, -1, 0), matched: 1 }],
    ['fills a place twice', { mentorOf: Int32Array.of(-1, 0, 0) }],
    ['matches the same people otherwise', { mentorOf: best.mentorOf.map((at) => (at < 0 ? at : 1 - at)) }],
    ['has no proof', { certificate: { ...best.certificate, mentors: [] } }],
  ])('is refused where it %s', (_, altered) => {
    expect(() => verifiedResult(problem, { ...best, ...altered })).toThrow(RefutedResult);
  });

  it('is refused with the first claim that does not hold', () => {
    expect(() => verifiedResult(problem, { ...best, score: best.score + 1 })).toThrow(
      `The result does not stand up to the verifier: summary.score is ${best.score + 1}, but by the pairs it is ${best.score}`,
    );
  });
});
