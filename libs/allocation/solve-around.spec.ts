import fc from 'fast-check';
import { problemSha256 } from './exchange/canonical-problem';
import { parseProblem } from './exchange/problem-file';
import { resultDocument } from './exchange/result-file';
import { arbitraryProblem, tradingProblem } from './oracle/arbitrary-problem';
import { scoresOf } from './oracle/outcome';
import type { Allocation, AllocationProblem, PairAt } from './problem';
import { reoptimise } from './reoptimise';
import { solve } from './solve';
import { type HeldCounts, solveAround, type SolvedAround } from './solve-around';
import { verify } from './verifier/verify';

const PROBLEM = parseProblem(
  {
    format: 'evenhand.problem/1',
    seed: 's',
    mentees: [
      { id: 'm0', group: ['nurse'], priority: 9 },
      { id: 'm1', group: ['nurse'], priority: 1 },
      { id: 'm2', group: ['midwife'], priority: 5 },
    ],
    mentors: [
      { id: 'x0', capacity: 1 },
      { id: 'x1', capacity: 1 },
    ],
    edges: [
      [0, 0, 900],
      [0, 1, 100],
      [1, 0, 800],
      [2, 0, 200],
      [2, 1, 300],
    ],
  },
  'problem',
);

function heldBy({ groups }: Allocation): HeldCounts {
  return Object.fromEntries(Object.entries(groups).map(([path, { matched }]) => [path, matched]));
}

/** The problem without some of its pairs. */
function without(problem: AllocationProblem, forbidden: readonly PairAt[]): AllocationProblem {
  return {
    ...problem,
    pairs: {
      row(mentee, mentors, scores) {
        const left = [...scoresOf(problem, mentee)].filter(
          ([mentor]) => !forbidden.some(([i, j]) => i === mentee && j === mentor),
        );
        left.forEach(([mentor, score], at) => {
          mentors[at] = mentor;
          scores[at] = score;
        });
        return left.length;
      },
    },
  };
}

const isProven = ({ problem, certified }: SolvedAround): boolean =>
  verify(problem, resultDocument(problem, certified), problemSha256(problem)).valid;

describe('A matching around given pairs', () => {
  it('is the best matching where none is given and nothing is held', () => {
    const solved = solveAround(PROBLEM, [], undefined);
    expect(solved.mentorOf).toEqual(solve(PROBLEM).mentorOf);
    expect(solved.certified).toEqual(solve(PROBLEM));
  });

  it('holds what it gives, and every count that is held', () => {
    const solved = solveAround(PROBLEM, [[1, 0]], { nurse: 1, midwife: 1 });
    expect([...solved.mentorOf]).toEqual([-1, 0, 1]);
    expect(solved).toMatchObject({ countsHeld: true });
    expect(solved.problem.mentees.map(({ id }) => id)).toEqual(['m0', 'm2']);
    expect(isProven(solved)).toBe(true);
  });

  it('is the best one of everybody else where counts cannot be held', () => {
    const solved = solveAround(
      without(PROBLEM, [
        [2, 0],
        [2, 1],
      ]),
      [],
      { nurse: 1, midwife: 1 },
    );
    expect([...solved.mentorOf]).toEqual([1, 0, -1]);
    expect(solved).toMatchObject({ countsHeld: false });
    expect(isProven(solved)).toBe(true);
  });

  it('holds no count that would leave a place to somebody who could be matched', () => {
    const solved = solveAround(PROBLEM, [], { nurse: 1, midwife: 0 });
    expect(solved.countsHeld).toBe(false);
    expect(solved.certified.matched).toBe(2);
  });

  it('is, proven, what is found without a proof after any decisions', () => {
    const seen = { kept: 0, given: 0, pinned: 0 };
    fc.assert(
      fc.property(
        fc.oneof(arbitraryProblem(8, 4), tradingProblem(8, 4)),
        fc.array(fc.nat(999), { maxLength: 3 }),
        fc.array(fc.nat(999), { maxLength: 2 }),
        (value, vetoes, pins) => {
          const problem = parseProblem(value, 'problem');
          fc.pre(problem.objectives.includes('coverage'));
          const before = solve(problem);
          const rows = problem.mentees.map((_, mentee) => [...scoresOf(problem, mentee).keys()]);
          const eligible = rows.flatMap((row, mentee) => row.map((mentor): PairAt => [mentee, mentor]));
          const chosen = (from: readonly PairAt[], at: number): PairAt[] =>
            from.length === 0 ? [] : [from[at % from.length]!];
          const forbidden = vetoes.flatMap((at) => chosen(eligible, at));
          const places = problem.mentors.map(({ capacity }) => capacity);
          const given: PairAt[] = [];
          for (const at of pins) {
            const free = eligible.filter(
              ([mentee, mentor]) =>
                places[mentor]! > 0 &&
                !given.some(([other]) => other === mentee) &&
                !forbidden.some(([i, j]) => i === mentee && j === mentor),
            );
            for (const pair of chosen(free, at)) {
              given.push(pair);
              places[pair[1]]!--;
            }
          }

          const solved = solveAround(without(problem, forbidden), given, heldBy(before));
          const quickly = reoptimise(problem, before.mentorOf, { pinned: given, forbidden });
          expect([...solved.mentorOf]).toEqual([...quickly.allocation.mentorOf]);
          expect(solved.countsHeld).toBe(problem.objectives.includes('equity') && quickly.countsKept);
          expect(isProven(solved)).toBe(true);
          seen[solved.countsHeld ? 'kept' : 'given']++;
          seen.pinned += given.length;
        },
      ),
      { numRuns: 600 },
    );
    expect(Math.min(seen.kept, seen.given, seen.pinned)).toBeGreaterThan(50);
  });
});
