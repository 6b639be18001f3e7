import type { AllocationProblem, PairSource } from '../problem';
import { compacted } from './compacted';

describe('A problem with its pairs at hand', () => {
  const asked: number[] = [];
  const pairs: PairSource = {
    row(mentee, mentors, scores) {
      asked.push(mentee);
      mentors[0] = mentee;
      scores[0] = 100 + mentee;
      return 1;
    },
  };
  const problem: AllocationProblem = {
    seed: 's',
    mentees: ['m0', 'm1', 'm2'].map((id) => ({ id, group: ['nurse'], priority: 0 })),
    mentors: ['x0', 'x1', 'x2'].map((id) => ({ id, capacity: 1 })),
    pairs,
    objectives: ['coverage'],
    equity: { levels: [1], prior: {} },
  };

  it('is the same problem, asks for each row once, and says how far it is', () => {
    const told: unknown[] = [];
    const { pairs: held, ...rest } = compacted(problem, (progress) => told.push(progress));
    expect({ ...rest, pairs }).toEqual(problem);
    expect(held.count).toBe(3);
    const row = [new Int32Array(3), new Int32Array(3)] as const;
    for (const mentee of [2, 1, 2]) {
      expect(held.row(mentee, ...row)).toBe(1);
      expect([row[0][0], row[1][0]]).toEqual([mentee, 100 + mentee]);
    }
    expect(asked).toEqual([0, 1, 2]);
    expect(told).toEqual([0, 1, 2].map((done) => ({ stage: 'pairs', done, total: 3 })));
  });
});
