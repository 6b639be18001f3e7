import fc from 'fast-check';
import { parseProblem } from './exchange/problem-file';
import { arbitraryProblem } from './oracle/arbitrary-problem';
import { bestAmong } from './oracle/brute-force';
import { scoresOf } from './oracle/outcome';
import type { PairDecisions } from './pair-decisions';
import type { Allocation, AllocationProblem, PairAt } from './problem';
import { reoptimise } from './reoptimise';
import { solve } from './solve';

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
const BEFORE = solve(PROBLEM).mentorOf;
const decide = (decisions: Partial<PairDecisions>) =>
  reoptimise(PROBLEM, BEFORE, { pinned: [], forbidden: [], ...decisions });

describe('a matching after decisions about pairs', () => {
  it('is as it was where nothing is decided', () => {
    expect(BEFORE).toEqual(Int32Array.of(0, -1, 1));
    expect(decide({})).toMatchObject({ countsKept: true, allocation: { mentorOf: BEFORE } });
  });

  it('moves people along where a pair is forbidden, and each group keeps its number', () => {
    const { allocation, countsKept } = decide({ forbidden: [[0, 0]] });
    expect([...allocation.mentorOf]).toEqual([1, -1, 0]);
    expect(countsKept).toBe(true);
  });

  it('gives somebody pinned the place, and another of the same group goes without', () => {
    const { allocation, countsKept } = decide({ pinned: [[1, 0]] });
    expect([...allocation.mentorOf]).toEqual([-1, 0, 1]);
    expect(countsKept).toBe(true);
  });

  it('says so where a group cannot keep its number, and is then the best there is', () => {
    const { allocation, countsKept } = decide({
      forbidden: [
        [2, 0],
        [2, 1],
      ],
    });
    expect([...allocation.mentorOf]).toEqual([1, 0, -1]);
    expect(countsKept).toBe(false);
    expect(allocation.groups).toMatchObject({ nurse: { matched: 2 }, midwife: { matched: 0 } });
  });

  it.each<[string, Partial<PairDecisions>, string]>([
    ['a mentee who is none', { pinned: [[3, 0]] }, 'no pair of mentee 3 and mentor 0'],
    [
      'a pair that is not eligible',
      { pinned: [[1, 1]] },
      'm1 and x1 cannot be pinned: they are not an eligible pair',
    ],
    [
      'a mentee twice',
      {
        pinned: [
          [0, 0],
          [0, 1],
        ],
      },
      'm0 is pinned twice',
    ],
    [
      'more than there are places',
      {
        pinned: [
          [0, 0],
          [1, 0],
        ],
      },
      'x0 has 1 places',
    ],
    [
      'what is forbidden as well',
      { pinned: [[0, 0]], forbidden: [[0, 0]] },
      'm0 and x0 are both pinned and forbidden',
    ],
  ])('refuses to pin %s', (_, decisions, words) => {
    expect(() => decide(decisions)).toThrow(RangeError);
    expect(() => decide(decisions)).toThrow(words);
  });
});

describe('any matching after decisions', () => {
  const countsOf = (
    { objectives, equity, mentees }: AllocationProblem,
    { groups, matched }: Allocation,
  ): string => {
    if (!objectives.includes('equity')) {
      return String(matched);
    }
    const paths = new Set(
      mentees.map(({ group }) => (equity.levels.length === 2 ? group.join('/') : group[0])),
    );
    // A group's own count holds those of it who have no profession, once its professions are held.
    return [...paths, ...mentees.map(({ group }) => group[0])].map((path) => groups[path]!.matched).join();
  };

  it('is the best of those that keep the counts and obey, by trying all; else the best that obey', () => {
    const seen = { kept: 0, given: 0 };
    fc.assert(
      fc.property(
        arbitraryProblem(6, 4),
        fc.array(fc.nat(999), { maxLength: 3 }),
        fc.nat(999),
        (value, vetoes, pin) => {
          const problem = parseProblem(value, 'problem');
          const first = solve(problem);
          const vetoed = first.mentorOf.findIndex((mentor) => mentor !== -1);
          // Decisions follow each other: the matching before is one that was decided about already, every third time.
          const before =
            pin % 3 > 0 || vetoed === -1
              ? first
              : reoptimise(problem, first.mentorOf, {
                  pinned: [],
                  forbidden: [[vetoed, first.mentorOf[vetoed]!]],
                }).allocation;
          const rows = problem.mentees.map((_, mentee) => [...scoresOf(problem, mentee).keys()]);
          const matched = rows.flatMap((_, mentee): PairAt[] =>
            before.mentorOf[mentee] === -1 ? [] : [[mentee, before.mentorOf[mentee]!]],
          );
          const eligible = rows.flatMap((row, mentee) => row.map((mentor): PairAt => [mentee, mentor]));
          const forbidden = matched.length === 0 ? [] : vetoes.map((at) => matched[at % matched.length]!);
          const free = eligible.filter(
            ([mentee, mentor]) =>
              problem.mentors[mentor]!.capacity > 0 &&
              !forbidden.some(([i, j]) => i === mentee && j === mentor),
          );
          const pinned = pin % 2 === 0 || free.length === 0 ? [] : [free[pin % free.length]!];

          const { allocation, countsKept } = reoptimise(problem, before.mentorOf, { pinned, forbidden });
          const obeys = ({ mentorOf }: Allocation): boolean =>
            pinned.every(([mentee, mentor]) => mentorOf[mentee] === mentor) &&
            forbidden.every(([mentee, mentor]) => mentorOf[mentee] !== mentor);
          const counts = countsOf(problem, before);
          const keeping = bestAmong(problem, (one) => obeys(one) && countsOf(problem, one) === counts);
          const most = bestAmong({ ...problem, objectives: ['coverage'] }, obeys)!.matched;
          const isKept = keeping?.matched === most;
          expect(countsKept).toBe(isKept);
          const expected = isKept ? keeping : bestAmong(problem, obeys)!;
          expect({ ...allocation, mentorOf: [...allocation.mentorOf] }).toEqual({
            ...expected,
            mentorOf: [...expected.mentorOf],
          });
          seen[countsKept ? 'kept' : 'given']++;
        },
      ),
      { numRuns: 500 },
    );
    expect(Math.min(seen.kept, seen.given)).toBeGreaterThan(20);
  });
});
