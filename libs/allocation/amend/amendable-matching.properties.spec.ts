import fc from 'fast-check';
import { problemSha256 } from '../exchange/canonical-problem';
import { parseProblem } from '../exchange/problem-file';
import { resultDocument } from '../exchange/result-file';
import { arbitraryProblem, contestedProblem, tradingProblem } from '../oracle/arbitrary-problem';
import { scoresOf } from '../oracle/outcome';
import type { PairDecisions } from '../pair-decisions';
import type { AllocationProblem, PairAt } from '../problem';
import { reoptimise } from '../reoptimise';
import { solve } from '../solve';
import { solveAround } from '../solve-around';
import { verify } from '../verifier/verify';
import { amendable } from './amendable-matching';

/** What a number of a step chooses to do next. */
type Kind = 'undo' | 'forbid any' | 'forbid matched' | 'pin';
const KINDS: readonly Kind[] = ['undo', 'forbid any', 'forbid matched', 'forbid matched', 'pin', 'pin'];

/** The pairs that can be decided about in a certain way, after some decisions. */
function decidablePairs(
  { mentees, mentors, ...problem }: AllocationProblem,
  kind: Kind,
  { pinned, forbidden }: PairDecisions,
  mentorOf: Int32Array,
): PairAt[] {
  return mentees
    .flatMap((_, mentee) =>
      [...scoresOf({ ...problem, mentees, mentors }, mentee).keys()].map((mentor): PairAt => [
        mentee,
        mentor,
      ]),
    )
    .filter(
      ([mentee, mentor]) =>
        !pinned.some(([other]) => other === mentee) &&
        (kind !== 'forbid matched' || mentorOf[mentee] === mentor) &&
        (kind !== 'pin' ||
          (!forbidden.some(([i, j]) => i === mentee && j === mentor) &&
            pinned.filter(([, other]) => other === mentor).length < mentors[mentor]!.capacity)),
    );
}

const NOTHING: PairDecisions = { pinned: [], forbidden: [] };

describe('Any matching that is amended', () => {
  it('is after every decision what is found when everything is solved again', () => {
    const seen = { undone: 0, forbidden: 0, pinned: 0, kept: 0, solved: 0, moved: 0 };
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryProblem(9, 6),
          tradingProblem(9, 6),
          contestedProblem(12, 12),
          contestedProblem(50, 40),
        ),
        fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(99_999)), { minLength: 1, maxLength: 8 }),
        (value, steps) => {
          const problem = parseProblem(value, 'problem');
          const result = solve(problem);
          const matching = amendable(problem, result);
          const decided: PairDecisions[] = [];
          for (const [kind, number] of steps) {
            const before = decided.at(-1) ?? NOTHING;
            const { mentorOf } = matching.current.allocation;
            const pairs = kind === 'undo' ? [] : decidablePairs(problem, kind, before, mentorOf);
            const pair = pairs[number % Math.max(1, pairs.length)];
            if (kind === 'undo' && decided.pop() !== undefined) {
              matching.undo();
              seen.undone++;
            } else if (pair !== undefined && kind === 'pin') {
              decided.push({ ...before, pinned: [...before.pinned, pair] });
              expect(matching.pin(pair)).toBe(matching.current);
              seen.pinned++;
            } else if (pair !== undefined) {
              decided.push({ ...before, forbidden: [...before.forbidden, pair] });
              expect(matching.forbid(pair)).toBe(matching.current);
              seen.forbidden++;
            }
            if (decided.length > 0) {
              expect(matching.current).toEqual(reoptimise(problem, result.mentorOf, decided.at(-1)!));
              seen[matching.current.countsKept ? 'kept' : 'solved']++;
              seen.moved += String(matching.current.allocation.mentorOf) === String(mentorOf) ? 0 : 1;
            }
          }
          while (decided.pop() !== undefined) {
            matching.undo();
          }
          expect(matching.current.allocation.mentorOf).toEqual(result.mentorOf);
        },
      ),
      { numRuns: 300 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  it('is one that can be proven the best', () => {
    let proven = 0;
    fc.assert(
      fc.property(
        fc.oneof(arbitraryProblem(9, 6), contestedProblem(12, 12)),
        fc.array(fc.nat(99_999), { minLength: 1, maxLength: 3 }),
        (value, numbers) => {
          const problem = parseProblem(value, 'problem');
          fc.pre(problem.objectives.includes('equity'));
          const result = solve(problem);
          const matching = amendable(problem, result);
          const pinned: PairAt[] = [];
          for (const number of numbers) {
            const { mentorOf } = matching.current.allocation;
            const pairs = decidablePairs(problem, 'pin', { pinned, forbidden: [] }, mentorOf);
            pairs
              .slice(number % Math.max(1, pairs.length))
              .slice(0, 1)
              .forEach((pair) => {
                pinned.push(pair);
                matching.pin(pair);
              });
          }
          const held = Object.fromEntries(
            Object.entries(result.groups).map(([path, { matched }]) => [path, matched]),
          );
          const around = solveAround(problem, pinned, held);
          const { countsKept, allocation } = matching.current;
          expect({ mentorOf: around.mentorOf, countsKept: around.countsHeld }).toEqual({
            mentorOf: allocation.mentorOf,
            countsKept,
          });
          const document = resultDocument(around.problem, around.certified);
          expect(verify(around.problem, document, problemSha256(around.problem)).valid).toBe(true);
          proven++;
        },
      ),
      { numRuns: 300 },
    );
    expect(proven).toBeGreaterThan(200);
  });
});
