import fc from 'fast-check';
import { parseProblem } from '../exchange/problem-file';
import { arbitraryProblem } from '../oracle/arbitrary-problem';
import { brokenClaims } from '../oracle/broken-claims';
import { bestAmong } from '../oracle/brute-force';
import { pairsById } from '../oracle/known-cases';
import { type ProblemValue, shuffled } from '../oracle/problem-value';
import { solve } from '../solve';
import { bestUnderQuotas } from './best-under-quotas';
import { HighsSolver } from './highs-solver';
import type { Quota } from './quota';
import { Roster } from './roster';
import { Selection } from './selection';
import { solveWithQuotas } from './solve-with-quotas';

const AMPLE = { timeLimitMs: 60_000 };
const PATIENCE = 120_000;

interface Case {
  readonly value: ProblemValue;
  readonly quotas: readonly Quota[];
}

/** Floors over any mentees, often more than there is room for: regions, sites, cohorts that overlap. */
function withQuotas(problems: fc.Arbitrary<ProblemValue>): fc.Arbitrary<Case> {
  return problems.chain((value) => {
    const everybody = [...value.mentees.keys()];
    const quota = fc
      .subarray(everybody, { minLength: 1 })
      .chain((mentees) => fc.record({ mentees: fc.constant(mentees), atLeast: fc.nat(mentees.length) }));
    return fc.array(quota, { minLength: 1, maxLength: 4 }).map((floors) => ({
      value,
      quotas: floors.map((floor, place) => ({ name: `floor ${place}`, ...floor })),
    }));
  });
}

function areMet(quotas: readonly Quota[]): (mentorOf: Int32Array) => boolean {
  return (mentorOf) =>
    quotas.every(
      ({ mentees, atLeast }) => mentees.filter((mentee) => mentorOf[mentee] !== -1).length >= atLeast,
    );
}

describe('an allocation under quotas', () => {
  it(
    'is in every objective what trying all matchings finds, or both find none',
    async () => {
      await fc.assert(
        fc.asyncProperty(withQuotas(arbitraryProblem(6, 4)), async ({ value, quotas }) => {
          const problem = parseProblem(value, 'problem');
          const expected = bestAmong(problem, ({ mentorOf }) => areMet(quotas)(mentorOf));
          const found = await solveWithQuotas(problem, quotas, AMPLE);
          if (expected === undefined) {
            expect(found).toHaveProperty('conflict');
            return;
          }
          expect(found).toMatchObject({ optimality: { proven: true } });
          const { allocation } = found as Extract<typeof found, { allocation: unknown }>;
          expect(brokenClaims(problem, allocation)).toEqual([]);
          expect(areMet(quotas)(allocation.mentorOf)).toBe(true);
          expect({ ...allocation, mentorOf: [] }).toEqual({ ...expected, mentorOf: [] });
          expect([...allocation.mentorOf]).toEqual([...expected.mentorOf]);
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );

  it(
    'is what solve finds, to every pair, where the programs are asked although there are no quotas',
    async () => {
      const solver = await HighsSolver.load(600_000);
      fc.assert(
        fc.property(arbitraryProblem(14, 7), (value) => {
          const problem = parseProblem(value, 'problem');
          const roster = new Roster(problem);
          const nobody = new Uint8Array(roster.menteeCount);
          const { certificate: _, ...expected } = solve(problem);
          const { allocation, optimality } = bestUnderQuotas(
            roster,
            new Selection(roster, solver),
            solver,
            expected,
            nobody,
            () => undefined,
          );
          expect(optimality).toEqual({ proven: true });
          expect({ ...allocation, mentorOf: [] }).toEqual({ ...expected, mentorOf: [] });
          expect([...allocation.mentorOf]).toEqual([...expected.mentorOf]);
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE,
  );

  it(
    'does not depend on the order in which mentees, mentors, pairs and quotas are listed',
    async () => {
      await fc.assert(
        fc.asyncProperty(withQuotas(arbitraryProblem(8, 5)), fc.nat(), async ({ value, quotas }, seed) => {
          const other = shuffled(value, seed);
          const placeOf = new Map(other.mentees.map(({ id }, place) => [id, place]));
          const renumbered = quotas
            .map((quota) => ({
              ...quota,
              mentees: quota.mentees.map((mentee) => placeOf.get(value.mentees[mentee]!.id)!).reverse(),
            }))
            .reverse();
          expect(await told(other, renumbered)).toEqual(await told(value, quotas));
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE,
  );
});

describe('a conflict among quotas', () => {
  it(
    'goes away when any one of them is left out, and none among fewer exists',
    async () => {
      const tight = withQuotas(arbitraryProblem(6, 3)).map(({ value, quotas }) => ({
        value,
        quotas: quotas.map((quota) => ({
          ...quota,
          atLeast: Math.ceil((quota.atLeast + quota.mentees.length) / 2),
        })),
      }));
      let conflicts = 0;
      await fc.assert(
        fc.asyncProperty(tight, async ({ value, quotas }) => {
          const problem = parseProblem(value, 'problem');
          const found = await solveWithQuotas(problem, quotas, AMPLE);
          if (!('conflict' in found)) {
            return;
          }
          conflicts++;
          const canBeMet = (some: readonly Quota[]) =>
            bestAmong(problem, ({ mentorOf }) => areMet(some)(mentorOf)) !== undefined;
          const named = quotas.filter(({ name }) => found.conflict.includes(name));
          expect(named).toHaveLength(found.conflict.length);
          expect(canBeMet(named)).toBe(false);
          expect(named.every((one) => canBeMet(named.filter((other) => other !== one)))).toBe(true);
          expect(found.size).toBe('smallest');
          const fewer = fewerThan(named.length, quotas);
          expect(fewer.every(canBeMet)).toBe(true);
        }),
        { numRuns: 100 },
      );
      expect(conflicts).toBeGreaterThan(10);
    },
    PATIENCE,
  );
});

/** What a reader learns, by id. */
async function told(value: ProblemValue, quotas: readonly Quota[]): Promise<unknown> {
  const problem = parseProblem(value, 'problem');
  const found = await solveWithQuotas(problem, quotas, AMPLE);
  return 'conflict' in found
    ? found
    : { optimality: found.optimality, pairs: pairsById(problem, found.allocation) };
}

/** Every set of quotas with fewer of them. */
function fewerThan(size: number, quotas: readonly Quota[]): readonly (readonly Quota[])[] {
  const sets = quotas.reduce<Quota[][]>((all, quota) => [...all, ...all.map((set) => [...set, quota])], [[]]);
  return sets.filter((set) => set.length < size);
}
