import { InputRefused } from '@evenhand/kernel';
import { CompactPairs } from '../exchange/compact-pairs';
import type { AllocationProblem } from '../problem';
import { solve } from '../solve';
import type { Quota } from './quota';
import { solveWithQuotas } from './solve-with-quotas';

const AMPLE = { timeLimitMs: 60_000 };

/** So many nurses, everybody eligible for everyone; the first fit best. */
function nurses(count: number, places: readonly number[]): AllocationProblem {
  const triples = Array.from({ length: count }, (_, mentee) =>
    places.map((__, mentor) => [mentee, mentor, 9000 - 100 * mentee] as const),
  ).flat();
  return {
    seed: 'quotas',
    mentees: Array.from({ length: count }, (_, i) => ({ id: `n${i}`, group: ['nurse'], priority: 0 })),
    mentors: places.map((capacity, j) => ({ id: `x${j}`, capacity })),
    pairs: CompactPairs.fromTriples(triples, count, places.length),
    objectives: ['coverage', 'equity', 'priority', 'score'],
    equity: { levels: [1], prior: {} },
  };
}

/** A region that is far from the best scores in every one of a problem's groups. */
function spread(count: number, mentorCount: number): AllocationProblem {
  const problem = nurses(count, new Array<number>(mentorCount).fill(1));
  const groups = ['nurse', 'ahp', 'doctor', 'midwife'];
  const triples = problem.mentees.flatMap((_, mentee) =>
    problem.mentors.flatMap((__, mentor) =>
      (mentee * 7 + mentor * 13) % 5 < 2
        ? [[mentee, mentor, ((mentee + 1) * (mentor + 3) * 7919) % 10_001] as const]
        : [],
    ),
  );
  return {
    ...problem,
    mentees: problem.mentees.map((mentee, i) => ({
      ...mentee,
      group: [groups[i % 4]!],
      priority: (i * 31) % 97,
    })),
    pairs: CompactPairs.fromTriples(triples, count, mentorCount),
  };
}

function matchedOf(found: Awaited<ReturnType<typeof solveWithQuotas>>): readonly number[] {
  if (!('allocation' in found)) {
    throw new Error(found.sentence);
  }
  return [...found.allocation.mentorOf.keys()].filter((mentee) => found.allocation.mentorOf[mentee] !== -1);
}

describe('a quota', () => {
  it('that is met without it changes nothing', async () => {
    const problem = nurses(5, [2, 1]);
    const found = await solveWithQuotas(problem, [{ name: 'first', mentees: [0, 1, 4], atLeast: 2 }], AMPLE);
    const { certificate: _, ...allocation } = solve(problem);
    expect(found).toEqual({ allocation, optimality: { proven: true } });
    expect(await solveWithQuotas(problem, [], AMPLE)).toEqual(found);
  });

  it('gives a place to the best of its mentees, and costs no match', async () => {
    const found = await solveWithQuotas(
      nurses(5, [2, 1]),
      [{ name: 'last', mentees: [3, 4], atLeast: 1 }],
      AMPLE,
    );
    expect(found).toMatchObject({ optimality: { proven: true } });
    expect(matchedOf(found)).toEqual([0, 1, 3]);
  });

  it('may cut across another: whoever is in both counts for both', async () => {
    const quotas = [
      { name: 'North', mentees: [2, 3, 4], atLeast: 1 },
      { name: 'returners', mentees: [0, 3], atLeast: 2 },
      { name: 'nights', mentees: [2, 4], atLeast: 1 },
    ];
    expect(matchedOf(await solveWithQuotas(nurses(5, [2, 1]), quotas, AMPLE))).toEqual([0, 2, 3]);
  });
});

describe('quotas that conflict', () => {
  it('are named in a sentence, and the others are not', async () => {
    const quotas = [
      { name: 'West', mentees: [2, 3], atLeast: 2 },
      { name: 'South', mentees: [4, 5], atLeast: 2 },
      { name: 'North', mentees: [0, 1, 2], atLeast: 1 },
    ];
    expect(await solveWithQuotas(nurses(6, [2, 1]), quotas, AMPLE)).toEqual({
      conflict: ['South', 'West'],
      size: 'smallest',
      sentence: 'infeasible: these floors conflict: "South" (at least 2 of 2), "West" (at least 2 of 2)',
    });
  });

  it('may be only one, for which there are not the places', async () => {
    const quotas = [
      { name: 'a', mentees: [0, 1], atLeast: 2 },
      { name: 'everybody', mentees: [0, 1, 2, 3], atLeast: 4 },
    ];
    expect(await solveWithQuotas(nurses(4, [3]), quotas, AMPLE)).toMatchObject({ conflict: ['everybody'] });
  });
});

describe('quotas at the door', () => {
  it.each<[what: string, quotas: readonly Quota[], ...lines: string[]]>([
    [
      'an unknown mentee',
      [{ name: 'a', mentees: [0, 5, -1], atLeast: 1 }],
      'problem: quotas[0].mentees[1]: mentee 5 is not there: there are 5',
      'problem: quotas[0].mentees[2]: mentee -1 is not there: there are 5',
    ],
    [
      'a mentee twice',
      [{ name: 'a', mentees: [1, 1], atLeast: 1 }],
      'problem: quotas[0].mentees[1]: mentee 1 is already in mentees[0]',
    ],
    [
      'numbers that cannot be',
      [
        { name: 'a', mentees: [1, 2], atLeast: 3 },
        { name: 'b', mentees: [1, 2], atLeast: -1 },
        { name: 'c', mentees: [1, 2], atLeast: 1.5 },
      ],
      'problem: quotas[0].atLeast: 3 is not between 0 and 2, the number of its mentees',
      'problem: quotas[1].atLeast: -1 is not between 0 and 2, the number of its mentees',
      'problem: quotas[2].atLeast: 1.5 is not a whole number of mentees',
    ],
    [
      'nobody',
      [{ name: 'a', mentees: [], atLeast: 0 }],
      'problem: quotas[0].mentees: at least one mentee is needed',
    ],
    [
      'names that are none or the same',
      [
        { name: ' ', mentees: [1], atLeast: 1 },
        { name: 'b', mentees: [1], atLeast: 1 },
        { name: 'b', mentees: [2], atLeast: 1 },
      ],
      'problem: quotas[0].name: " " is not a line of 1 to 100 characters',
      'problem: quotas[2].name: "b" is already the name of quotas[1]',
    ],
  ])('are refused for %s', async (_, quotas, ...problems) => {
    const refused = await solveWithQuotas(nurses(5, [2]), quotas, AMPLE).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputRefused);
    expect(refused).toMatchObject({ problems });
  });

  it.each([0, -1, NaN])('are refused with a time limit of %s', async (timeLimitMs) => {
    await expect(solveWithQuotas(nurses(5, [2]), [], { timeLimitMs })).rejects.toThrow(RangeError);
  });
});

describe('a time limit', () => {
  const problem = spread(60, 30);
  const unmatched = [...solve(problem).mentorOf].flatMap((mentor, mentee) => (mentor === -1 ? [mentee] : []));
  const quota = { name: 'left out', mentees: unmatched, atLeast: 4 };

  it('that is too short leaves an allocation that meets the quotas, and says what is not shown', async () => {
    const found = await solveWithQuotas(problem, [quota], { timeLimitMs: 0.001 });
    expect(found).toMatchObject({
      optimality: { proven: false, stage: 'equity', reached: 0, bound: 4, gap: 4 },
      allocation: { matched: solve(problem).matched },
    });
    const met = matchedOf(found).filter((mentee) => quota.mentees.includes(mentee));
    expect(met.length).toBeGreaterThanOrEqual(quota.atLeast);
  });

  it('that is too short to find any says so', async () => {
    // Two of three places are wanted by each, and only who is in both can serve both.
    const quotas = [
      { name: 'one', mentees: [0, 1, 2, 3], atLeast: 2 },
      { name: 'other', mentees: [2, 3, 4, 5], atLeast: 2 },
    ];
    await expect(solveWithQuotas(nurses(6, [2]), quotas, { timeLimitMs: 0.001 })).rejects.toMatchObject({
      code: 'quotas.undecided',
    });
    expect(matchedOf(await solveWithQuotas(nurses(6, [2]), quotas, AMPLE))).toEqual([2, 3]);
  });
});

describe('many solves in one process', () => {
  it('answer the last like the first, with conflicts and short limits between them', async () => {
    const problem = nurses(6, [2, 1]);
    const quotas = [{ name: 'last', mentees: [3, 4, 5], atLeast: 2 }];
    const impossible = [{ name: 'all', mentees: [0, 1, 2, 3, 4, 5], atLeast: 6 }];
    const first = await solveWithQuotas(problem, quotas, AMPLE);
    for (let round = 0; round < 40; round++) {
      expect(await solveWithQuotas(problem, impossible, AMPLE)).toMatchObject({ conflict: ['all'] });
      await solveWithQuotas(problem, quotas, { timeLimitMs: 0.001 });
      expect(await solveWithQuotas(problem, quotas, AMPLE)).toEqual(first);
    }
  }, 60_000);
});
