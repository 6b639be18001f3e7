import { type AllocationProblem, CompactPairs, problemSha256, solve } from '@evenhand/allocation';
import { DomainError } from '@evenhand/kernel';
import { resultToKeep } from './result-to-keep';

const problem: AllocationProblem = {
  seed: 'evenhand',
  mentees: [{ id: 'm1', group: ['nurse', 'adult_nurse'], priority: 0 }],
  mentors: [{ id: 'x1', capacity: 1 }],
  pairs: CompactPairs.fromTriples([[0, 0, 5_000]], 1, 1),
  objectives: ['coverage', 'equity', 'priority', 'score'],
  equity: { levels: [1, 2], prior: {} },
};

describe('The result of a round', () => {
  const best = solve(problem);

  it('is kept where it is the best one', () => {
    expect(resultToKeep(problem, best)).toEqual({
      problemSha256: problemSha256(problem),
      text: expect.stringContaining('"assignments":[["m1","x1"]]') as string,
    });
  });

  it('is refused where it is not, in words for whoever runs the round', () => {
    const keeping = (): unknown => resultToKeep(problem, { ...best, score: 5_001 });
    expect(keeping).toThrow(DomainError);
    expect(keeping).toThrow(
      expect.objectContaining({
        code: 'solver.not-the-best',
        message: expect.stringMatching(/nothing of it is kept: summary\.score is 5001/) as string,
      }) as Error,
    );
  });

  it('passes on what else goes wrong as it is', () => {
    const fault = new Error('The pairs are gone.');
    const pairs = {
      row: () => {
        throw fault;
      },
    };
    expect(() => resultToKeep({ ...problem, pairs }, best)).toThrow(fault);
  });
});
