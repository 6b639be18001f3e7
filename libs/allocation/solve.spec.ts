import { sha256 } from '@evenhand/kernel';
import { ENGINE } from './engine-name';
import { tieKeys } from './engine/tie-key';
import { resultText } from './exchange/result-file';
import type { AllocationProblem, SolveProgress } from './problem';
import { TOP_CAPACITY, TOP_PRIOR, TOP_PRIORITY, TOP_SCORE } from './problem';
import { solve } from './solve';

/** Everybody is eligible for everyone, at scores without a pattern. */
function everybody(menteeCount: number, mentorCount: number, capacity: number): AllocationProblem {
  return {
    seed: 'limits',
    mentees: Array.from({ length: menteeCount }, (_, i) => ({
      id: `m${i}`,
      group: [`g${i % 3}`],
      priority: 0,
    })),
    mentors: Array.from({ length: mentorCount }, (_, j) => ({ id: `x${j}`, capacity })),
    pairs: {
      row(mentee, mentors, scores) {
        for (let mentor = 0; mentor < mentorCount; mentor++) {
          mentors[mentor] = mentor;
          scores[mentor] = ((mentee + 1) * (mentor + 7) * 7919) % (TOP_SCORE + 1);
        }
        return mentorCount;
      },
    },
    objectives: ['coverage', 'equity', 'priority', 'score'],
    equity: { levels: [1, 2], prior: {} },
  };
}

describe('an allocation at the limits', () => {
  it('is the same whether mentors offer a place for everybody or a million', () => {
    const enough = solve(everybody(60, 2200, 60));
    const many = solve(everybody(60, 2200, TOP_CAPACITY));
    expect({ ...many, mentorOf: [...many.mentorOf] }).toEqual({ ...enough, mentorOf: [...enough.mentorOf] });
  });

  it('gives everybody their best mentor where places never run out', () => {
    const problem = everybody(60, 2200, TOP_CAPACITY);
    const scores = new Int32Array(2200);
    const best = problem.mentees.map((_, mentee) => {
      problem.pairs.row(mentee, new Int32Array(2200), scores);
      return scores.reduce((most, score) => Math.max(most, score));
    });
    expect(solve(problem).score).toBe(best.reduce((sum, score) => sum + score));
  });

  it('tells the longest waits apart, to the day', () => {
    const problem = everybody(40, 1, 20);
    const priorities = problem.mentees.map((_, i) => TOP_PRIORITY - i);
    const waiting = problem.mentees.map((mentee, i) => ({ ...mentee, priority: priorities[i]! }));
    const { priority } = solve({
      ...problem,
      mentees: waiting,
      objectives: ['coverage', 'priority', 'score'],
    });
    expect(priority).toBe(priorities.slice(0, 20).reduce((sum, days) => sum + days));
  });

  it('compares the largest prior access exactly', () => {
    const problem = everybody(2, 1, 1);
    const groups = ['a', 'b'].map((group, i) => ({ ...problem.mentees[i]!, group: [group] as const }));
    const prior = {
      a: { asked: TOP_PRIOR, matched: TOP_PRIOR - 1 },
      b: { asked: TOP_PRIOR, matched: TOP_PRIOR - 2 },
    };
    const { mentorOf } = solve({ ...problem, mentees: groups, equity: { levels: [1], prior } });
    expect([...mentorOf]).toEqual([-1, 0]);
  });

  it('is empty where there is nobody', () => {
    expect(solve(everybody(0, 0, 1))).toMatchObject({
      matched: 0,
      priority: 0,
      score: 0,
      tie: 0,
      groups: {},
    });
    expect(solve(everybody(3, 0, 1)).matched).toBe(0);
    expect(solve(everybody(0, 3, 1)).matched).toBe(0);
  });
});

describe('a few mentors who suit everybody best and have just enough places', () => {
  const [menteeCount, mentorCount, best] = [60, 840, 6];
  const usual = everybody(menteeCount, mentorCount, 1);
  const problem: AllocationProblem = {
    ...usual,
    mentors: usual.mentors.map(({ id }, at) => ({ id, capacity: at < best ? menteeCount / best : 1 })),
    pairs: {
      row(_, mentors, scores) {
        for (let mentor = 0; mentor < mentorCount; mentor++) {
          mentors[mentor] = mentor;
          scores[mentor] = mentor < best ? 9_000 : 8_500;
        }
        return mentorCount;
      },
    },
  };

  it('take everybody, and few passes tell that nobody else is missed', () => {
    const passes = new Set<SolveProgress>();
    const { score } = solve(problem, {
      onProgress: (progress) => progress.stage === 'score' && progress.done === 0 && passes.add(progress),
    });
    expect(score).toBe(9_000 * menteeCount);
    expect(passes.size).toBeGreaterThan(0);
    expect(passes.size).toBeLessThan(10);
  });
});

describe('the bytes of a result', () => {
  // So many mentors that a stage has to find most of its pairs by price, and one after the other in the end.
  const problem = everybody(300, 80, 2);

  it('are those that this version of the engine gives: other bytes, certificate included, are another version', () => {
    expect(ENGINE).toBe('evenhand-allocation/3');
    expect(sha256(resultText(problem, solve(problem)))).toBe(
      'd7bbef5fe0397cab3b7f00d61c30a1dcb40695b3ff45ac8eaf468e0236048b50',
    );
  });
});

describe('the progress of a solve', () => {
  const problem = everybody(300, 80, 2);
  const told: SolveProgress[] = [];
  solve(problem, { onProgress: (progress) => told.push(progress) });

  it('goes through all stages in their order', () => {
    const stages = told.map(({ stage }) => stage).filter((stage, at, all) => stage !== all[at - 1]);
    expect(stages.slice(0, 5)).toEqual(['pairs', 'coverage', 'exchange', 'score', 'tie']);
    expect(told.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
  });

  it('is told between two passes over the mentees too, while nobody knows how much is left', () => {
    const again = told.filter((progress, at) => progress === told[at - 1]);
    expect(again.some(({ stage }) => stage === 'score')).toBe(true);
    expect(again.some(({ stage }) => stage === 'tie')).toBe(true);
  });

  it('ends wherever it is when whoever is told throws, and passes that on', () => {
    const cancelled = new Error('cancelled');
    for (let call = 1; call <= told.length; call += Math.ceil(told.length / 40)) {
      let calls = 0;
      const solving = (): unknown =>
        solve(problem, {
          onProgress: () => {
            if (++calls === call) throw cancelled;
          },
        });
      expect(solving).toThrow(cancelled);
      expect(calls).toBe(call);
    }
  });
});

describe('a tie that the first keys leave', () => {
  // Found by trying: under these seeds both pairs have the same first key, and the second keys differ.
  it.each(['s50974878', 's79191173'])('is broken by the second ones: seed %s', (seed) => {
    const ids = ['x', 'y'] as const;
    const keys = ids.map((id) => tieKeys(seed, 'm', id));
    expect(keys[0]!.first).toBe(keys[1]!.first);
    const expected = keys[0]!.second < keys[1]!.second ? 'x' : 'y';
    for (const order of [ids, [...ids].reverse()]) {
      const problem: AllocationProblem = {
        ...everybody(1, 2, 1),
        seed,
        mentees: [{ id: 'm', group: ['nurse'], priority: 0 }],
        mentors: order.map((id) => ({ id, capacity: 1 })),
        pairs: {
          row(_, mentors, scores) {
            mentors.set([0, 1]);
            scores.set([5000, 5000]);
            return 2;
          },
        },
      };
      expect(order[solve(problem).mentorOf[0]!]).toBe(expected);
    }
  });
});
