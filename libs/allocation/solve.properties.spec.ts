import fc from 'fast-check';
import { problemSha256 } from './exchange/canonical-problem';
import { type ExchangedProblem, parseProblem } from './exchange/problem-file';
import { resultText } from './exchange/result-file';
import { arbitraryProblem, contestedProblem, tradingProblem } from './oracle/arbitrary-problem';
import { brokenClaims } from './oracle/broken-claims';
import { maximumMatching } from './oracle/maximum-matching';
import { solveByFlow } from './oracle/oracle';
import { shuffled } from './oracle/problem-value';
import type { CertifiedAllocation } from './problem';
import { solve } from './solve';
import { verify } from './verifier/verify';

const SMALL = arbitraryProblem(14, 8);
const MIDDLING = arbitraryProblem(40, 16);
const CONTESTED = contestedProblem(40, 40);
const TRADING = tradingProblem(10, 6);

describe('an allocation', () => {
  it('pairs eligible people within the places there are, and adds up', () => {
    fc.assert(
      fc.property(SMALL, (value) => {
        const problem = parseProblem(value, 'problem');
        expect(brokenClaims(problem, solve(problem))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('matches as many as an independent flow where coverage comes first', () => {
    fc.assert(
      fc.property(SMALL, (value) => {
        const problem = parseProblem(
          { ...value, objectives: ['coverage', ...withoutCoverage(value)] },
          'problem',
        );
        expect(solve(problem).matched).toBe(maximumMatching(problem));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { size: 'small', problems: SMALL, numRuns: 2000 },
    { size: 'middling', problems: MIDDLING, numRuns: 300 },
    { size: 'contested', problems: CONTESTED, numRuns: 200 },
    { size: 'trading', problems: TRADING, numRuns: 1000 },
  ])('is the oracle’s in every objective and every pair: $size problems', ({ problems, numRuns }) => {
    fc.assert(
      fc.property(problems, (value) => {
        const problem = parseProblem(value, 'problem');
        const { certificate: _, ...allocation } = certified(problem);
        const expected = solveByFlow(problem);
        // First what is reached: it says more of a fault than the pairs do.
        expect({ ...allocation, mentorOf: [] }).toEqual({ ...expected, mentorOf: [] });
        expect([...allocation.mentorOf]).toEqual([...expected.mentorOf]);
      }),
      { numRuns },
    );
  });

  it('does not depend, by a single byte, on the order in which anything is listed', () => {
    fc.assert(
      fc.property(SMALL, fc.nat(), (value, seed) => {
        const [one, other] = [value, shuffled(value, seed)].map((order) => {
          const problem = parseProblem(order, 'problem');
          return resultText(problem, solve(problem));
        });
        expect(other).toBe(one);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The engine's answer, which must also be proven by its own certificate to whoever only reads it. */
function certified(problem: ExchangedProblem): CertifiedAllocation {
  const allocation = solve(problem);
  const result: unknown = JSON.parse(resultText(problem, allocation));
  expect(verify(problem, result, problemSha256(problem))).toEqual({ valid: true });
  return allocation;
}

function withoutCoverage({ objectives }: { readonly objectives: readonly string[] }): readonly string[] {
  return objectives.filter((objective) => objective !== 'coverage');
}
