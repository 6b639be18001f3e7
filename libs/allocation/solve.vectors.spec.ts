import { parseProblem } from './exchange/problem-file';
import { resultText } from './exchange/result-file';
import { brokenClaims } from './oracle/broken-claims';
import { knownCases, pairsById } from './oracle/known-cases';
import { shuffled } from './oracle/problem-value';
import { solve } from './solve';

describe.each(knownCases())('the public case %s', (name, value, answer) => {
  const asGiven = parseProblem(value, name);

  it('has its known answer', () => {
    const allocation = solve(asGiven);
    expect(brokenClaims(asGiven, allocation)).toEqual([]);
    expect(allocation.matched).toBe(answer.matched);
    expect(allocation.rates).toEqual(answer.rates);
    expect(allocation.score).toBe(answer.score);
    expect(allocation.tie).toBe(answer.tie);
    expect(pairsById(asGiven, allocation)).toEqual(answer.assignments);
    // Where the known answer gives no priority, every priority of the problem is 0.
    expect(allocation.priority).toBe(answer.priority ?? 0);
  });

  it.each([1, 2, 3])('has the same result, to the byte, in another order (%i)', (seed) => {
    const problem = parseProblem(shuffled(value, seed), name);
    const allocation = solve(problem);
    expect(brokenClaims(problem, allocation)).toEqual([]);
    expect(pairsById(problem, allocation)).toEqual(answer.assignments);
    expect(resultText(problem, allocation)).toBe(resultText(asGiven, solve(asGiven)));
  });
});
