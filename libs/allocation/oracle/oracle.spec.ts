import fc from 'fast-check';
import { parseProblem } from '../exchange/problem-file';
import { arbitraryProblem } from './arbitrary-problem';
import { brokenClaims } from './broken-claims';
import { solveByTryingAll } from './brute-force';
import { knownCases, pairsById } from './known-cases';
import { maximumMatching } from './maximum-matching';
import { solveByFlow } from './oracle';
import { shuffled } from './problem-value';

describe('the oracle', () => {
  it.each(knownCases())('finds the known answer of %s', (name, value, answer) => {
    const problem = parseProblem(value, name);
    const allocation = solveByFlow(problem);
    expect(brokenClaims(problem, allocation)).toEqual([]);
    expect(allocation).toMatchObject({
      matched: answer.matched,
      score: answer.score,
      tie: answer.tie,
      ...(answer.priority !== undefined && { priority: answer.priority }),
    });
    expect(allocation.rates).toEqual(answer.rates);
    expect(pairsById(problem, allocation)).toEqual(answer.assignments);
  });

  it('finds what trying every matching finds', () => {
    fc.assert(
      fc.property(arbitraryProblem(5, 4), (value) => {
        const problem = parseProblem(value, 'problem');
        expect(solveByFlow(problem)).toEqual(solveByTryingAll(problem));
      }),
      { numRuns: 1000 },
    );
  });

  it('matches as many as an independent flow where coverage comes first, and never more', () => {
    fc.assert(
      fc.property(arbitraryProblem(12, 6), (value) => {
        const problem = parseProblem(value, 'problem');
        const { matched } = solveByFlow(problem);
        const most = maximumMatching(problem);
        expect(matched).toBeLessThanOrEqual(most);
        expect(problem.objectives.includes('coverage') ? matched : most).toBe(most);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the check of an allocation', () => {
  const [, value] = knownCases().find(([name]) => name === 'tiny')!;
  const problem = parseProblem(value, 'tiny');
  const right = solveByFlow(problem);

  /** The right answer, but that the mentee has another mentor. */
  function moved(mentee: number, mentor: number) {
    return { ...right, mentorOf: right.mentorOf.with(mentee, mentor) };
  }

  it('finds nothing wrong with the right answer', () => {
    expect(brokenClaims(problem, right)).toEqual([]);
  });

  it('names a mentee whose mentor is not eligible', () => {
    expect(brokenClaims(problem, moved(0, 0))).toEqual(['m0 has a mentor who is not eligible']);
  });

  it('names a mentor with more mentees than places', () => {
    expect(brokenClaims(problem, moved(4, 2))).toContain('x2 has 3 mentees and 2 places');
  });

  it('names every figure that the pairs do not add up to', () => {
    expect(brokenClaims(problem, moved(7, -1))).toEqual(
      ['matched', 'groups', 'rates', 'score', 'tie'].map(
        (figure) => `${figure} is not what its pairs add up to`,
      ),
    );
    expect(brokenClaims(problem, { ...right, priority: 1 })).toEqual([
      'priority is not what its pairs add up to',
    ]);
  });

  it('names an answer for another number of mentees', () => {
    expect(brokenClaims(problem, { ...right, mentorOf: new Int32Array(3) })).toEqual([
      'it answers for 3 mentees of 9',
    ]);
  });
});

describe('the independent maximum matching', () => {
  it('moves a matched mentee elsewhere to make room', () => {
    const problem = parseProblem(
      {
        format: 'evenhand.problem/1',
        seed: 's',
        mentees: ['a', 'b', 'c'].map((id) => ({ id, group: ['g'] })),
        mentors: [
          { id: 'x', capacity: 1 },
          { id: 'y', capacity: 1 },
          { id: 'closed', capacity: 0 },
        ],
        edges: [
          [0, 0, 1],
          [0, 1, 1],
          [1, 0, 1],
          [2, 0, 1],
          [2, 2, 1],
        ],
      },
      'problem',
    );
    expect(maximumMatching(problem)).toBe(2);
  });
});

describe('a shuffled problem', () => {
  it('is the same problem in another order', () => {
    const [, value] = knownCases().find(([name]) => name === 'small')!;
    const other = shuffled(value, 1);
    expect(other.mentees.map(({ id }) => id)).not.toEqual(value.mentees.map(({ id }) => id));
    expect([...other.mentees].sort(byId)).toEqual([...value.mentees].sort(byId));
    expect([...other.mentors].sort(byId)).toEqual([...value.mentors].sort(byId));
    const pairs = ({ mentees, mentors, edges }: typeof value) =>
      edges.map(([mentee, mentor, score]) => `${mentees[mentee]!.id} ${mentors[mentor]!.id} ${score}`);
    expect(pairs(other)).not.toEqual(pairs(value));
    expect(pairs(other).sort()).toEqual(pairs(value).sort());
  });
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
