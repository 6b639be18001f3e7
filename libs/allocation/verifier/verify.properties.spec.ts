import { InputRefused } from '@evenhand/kernel';
import fc from 'fast-check';
import { problemSha256 } from '../exchange/canonical-problem';
import { type ExchangedProblem, parseProblem } from '../exchange/problem-file';
import { resultDocument } from '../exchange/result-file';
import { arbitraryProblem, contestedProblem, OBJECTIVE_LISTS } from '../oracle/arbitrary-problem';
import { certifiedResult } from '../oracle/certified-result';
import { solveByFlow } from '../oracle/oracle';
import { outcomeOf } from '../oracle/outcome';
import { type ProblemValue, shuffled } from '../oracle/problem-value';
import type { Claim } from './claims';
import { verify } from './verify';
import { verifyDocuments } from './verify-documents';

type Mutable<Value> = { -readonly [Key in keyof Value]: Mutable<Value[Key]> };

/** A problem and its result as JSON.parse leaves them, to be spoilt. */
interface Documents {
  readonly problem: Mutable<ProblemValue>;
  readonly result: Record<string, unknown> & {
    assignments: [string, string][];
    problemSha256: string;
    summary: unknown;
  };
}

/** Draws a whole number from 0 to below a bound. */
type Draw = (below: number) => number;
type Edit = (documents: Documents, draw: Draw) => void;

const EDITS: Readonly<Record<string, Edit>> = {
  'two people change mentors': ({ result: { assignments } }, draw) => {
    const [one, other] = [oneOf(assignments, draw), oneOf(assignments, draw)];
    if (one !== undefined && other !== undefined) {
      [one[1], other[1]] = [other[1], one[1]];
    }
  },
  'a pair is left out': ({ result: { assignments } }, draw) => {
    assignments.splice(draw(assignments.length || 1), 1);
  },
  'a pair is added': ({ problem, result: { assignments } }, draw) => {
    const [mentee, mentor] = oneOf(problem.edges, draw) ?? [0, 0];
    assignments.push([problem.mentees[mentee]!.id, problem.mentors[mentor]!.id]);
    assignments.sort(([a], [b]) => (a < b ? -1 : 1));
  },
  'somebody has another mentor': ({ problem, result: { assignments } }, draw) => {
    const assignment = oneOf(assignments, draw);
    if (assignment !== undefined) {
      assignment[1] = oneOf(problem.mentors, draw)!.id;
    }
  },
  'somebody takes the place of another': ({ problem, result: { assignments } }, draw) => {
    const assignment = oneOf(assignments, draw);
    const newcomer = oneOf(problem.mentees, draw)!.id;
    if (assignment !== undefined && !assignments.some(([mentee]) => mentee === newcomer)) {
      assignment[0] = newcomer;
      assignments.sort(([a], [b]) => (a < b ? -1 : 1));
    }
  },
  'the order of pairs': ({ result: { assignments } }, draw) => {
    assignments.push(...assignments.splice(draw(assignments.length || 1), 1));
  },
  'the hash': ({ result }, draw) => {
    const place = draw(64);
    const digit = (Number.parseInt(result.problemSha256[place]!, 16) + 1 + draw(15)) % 16;
    result.problemSha256 =
      result.problemSha256.slice(0, place) + digit.toString(16) + result.problemSha256.slice(place + 1);
  },
  'the format': ({ result }) => {
    result['format'] = 'evenhand.result/2';
  },
  'something in the summary': ({ result }, draw) => spoil(result.summary, draw),
  'something in the certificate': ({ result }, draw) => spoil(result['certificate'], draw),
  'something in the prices of the certificate': ({ result }, draw) => {
    const { groups, professions, mentors } = result['certificate'] as Record<string, unknown>;
    spoil(oneOf([groups, professions, mentors], draw), draw);
  },
  'something in its levels': ({ result }, draw) =>
    spoil((result['certificate'] as Record<string, unknown>)['levels'], draw),
  'something in its tight sets': ({ result }, draw) =>
    spoil((result['certificate'] as Record<string, unknown>)['tightSets'], draw),
  'something in the result': ({ result }, draw) => spoil(result, draw),
  'a score': ({ problem }, draw) => {
    const edge = oneOf(problem.edges, draw);
    if (edge !== undefined) {
      edge[2] = draw(2) === 0 ? edge[2] + draw(3) - 1 : draw(10_001);
    }
  },
  'an eligible pair less': ({ problem: { edges } }, draw) => {
    edges.splice(draw(edges.length || 1), 1);
  },
  'an eligible pair more': ({ problem: { edges, mentees, mentors } }, draw) => {
    edges.push([draw(mentees.length), draw(mentors.length), draw(10_001)]);
  },
  'a capacity': ({ problem }, draw) => {
    oneOf(problem.mentors, draw)!.capacity += draw(2) === 0 ? 1 : -1;
  },
  'a group': ({ problem }, draw) => {
    oneOf(problem.mentees, draw)!.group = oneOf([['ahp'], ['ahp', 'paramedic'], ['nurse'], ['new']], draw)!;
  },
  'a priority': ({ problem }, draw) => {
    oneOf(problem.mentees, draw)!.priority += 1 + draw(5);
  },
  'prior access': ({ problem }, draw) => {
    const path = oneOf(problem.mentees, draw)!.group.join('/');
    const asked = draw(5);
    problem.equity.prior = { ...problem.equity.prior, [path]: { asked, matched: draw(asked + 1) } };
  },
  'the levels of equity': ({ problem }, draw) => {
    problem.equity.levels = draw(2) === 0 ? [1] : [1, 2];
  },
  'the objectives': ({ problem }, draw) => {
    problem.objectives = [...oneOf(OBJECTIVE_LISTS, draw)!];
  },
  'the seed': ({ problem }, draw) => {
    problem.seed += String(draw(10));
  },
};

/** How far a forger goes to make an edit fit: not at all, to the hash of the problem, to every figure of the pairs. */
const REPAIRS = ['nothing', 'hash', 'figures'] as const;

const SMALLEST = {
  format: 'evenhand.problem/1',
  seed: 's',
  mentees: [{ id: 'm', group: ['nurse'] }],
  mentors: [{ id: 'x', capacity: 1 }],
  edges: [[0, 0, 1]],
};

/** Every claim there is. */
const CLAIMS: readonly Claim[] = [
  ...(['shape', 'format', 'problem', 'assignments', 'capacity'] as const),
  ...(['counts', 'rates', 'priority', 'score', 'tie'] as const),
  ...(['certificate', 'groups', 'professions', 'mentors', 'mentees', 'pairs', 'tightSets'] as const),
];

describe('the best matching of a problem', () => {
  it.each([
    { size: 'small', problems: arbitraryProblem(12, 7), numRuns: 600 },
    { size: 'contested', problems: contestedProblem(12, 12), numRuns: 100 },
  ])('is valid, in whatever order the problem comes: $size problems', ({ problems, numRuns }) => {
    fc.assert(
      fc.property(problems, fc.nat(), (value, seed) => {
        const problem = parseProblem(value, 'problem');
        const certified = certifiedResult(problem);
        expect(verify(problem, certified)).toEqual({ valid: true });
        expect(verifyDocuments(value, certified)).toEqual({ valid: true });
        expect(verifyDocuments(shuffled(value, seed), certified)).toEqual({ valid: true });
      }),
      { numRuns },
    );
  });
});

it('nonsense of any kind is refused', () => {
  const problem = parseProblem(SMALLEST, 'problem');
  const untouched = certifiedResult(problem);
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(untouched)), (nonsense, member) => {
      expect(verify(problem, nonsense).valid).toBe(false);
      if (member !== 'engine') {
        expect(verify(problem, { ...untouched, [member]: nonsense }).valid).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

it('no edit of problem or result passes, unless the result is the best one of the problem even so', () => {
  const broken = new Set<Claim>();
  fc.assert(
    fc.property(fc.oneof(arbitraryProblem(9, 6), contestedProblem(7, 7)), fc.gen(), (value, generate) => {
      const draw: Draw = (below) => generate(fc.nat, below - 1);
      const untouched = certifiedResult(parseProblem(value, 'problem'));
      expect(verifyDocuments(value, untouched)).toEqual({ valid: true });
      for (let round = 0; round < 10; round++) {
        const documents = structuredClone({ problem: value, result: untouched }) as unknown as Documents;
        oneOf(Object.values(EDITS), draw)!(documents, draw);
        const problem = readable(documents.problem);
        if (problem === undefined) {
          continue; // Whether a problem file is one is for its reader to say.
        }
        repair(documents, problem, oneOf(REPAIRS, draw)!);
        const verdict = verifyDocuments(documents.problem, documents.result);
        if (verdict.valid) {
          expect(withoutProof(documents.result)).toEqual(withoutProof(bestResult(problem)));
        } else {
          broken.add(verdict.claim);
        }
      }
    }),
    { numRuns: 300 },
  );
  // Each claim was the first one broken of some edit, so that no part of the verifier went untried.
  expect([...broken].sort()).toEqual([...CLAIMS].sort());
});

function readable(value: unknown): ExchangedProblem | undefined {
  try {
    return parseProblem(value, 'problem');
  } catch (error) {
    if (error instanceof InputRefused) {
      return undefined;
    }
    throw error;
  }
}

function repair({ result }: Documents, problem: ExchangedProblem, extent: (typeof REPAIRS)[number]): void {
  if (extent !== 'nothing') {
    result.problemSha256 = problemSha256(problem);
  }
  if (extent === 'figures') {
    const mentorOf = new Int32Array(problem.mentees.length).fill(-1);
    for (const [menteeId, mentorId] of pairsIn(result.assignments)) {
      const mentee = problem.mentees.findIndex(({ id }) => id === menteeId);
      mentorOf[mentee] = problem.mentors.findIndex(({ id }) => id === mentorId);
    }
    result.summary = resultDocument(problem, outcomeOf(problem, mentorOf).allocation)['summary'];
  }
}

/** What an edit of any kind has left of the pairs. */
function pairsIn(assignments: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(assignments) ? assignments.filter((pair) => Array.isArray(pair)) : [];
}

function bestResult(problem: ExchangedProblem): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(resultDocument(problem, solveByFlow(problem)))) as Record<string, unknown>;
}

function withoutProof(result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { certificate, engine, ...claims } = result;
  return claims;
}

/** Changes one thing somewhere in a value: a number, a text, a member's name, the kind or length of something. */
function spoil(value: unknown, draw: Draw): void {
  const places = containersIn(value);
  const container = oneOf(places, draw);
  if (container === undefined) {
    return;
  }
  const name = oneOf(Object.keys(container), draw);
  if (name === undefined) {
    Object.assign(container, { 0: 0 });
    return;
  }
  const old = container[name];
  const change = draw(6);
  if (change === 0 && Array.isArray(container)) {
    container.splice(Number(name), draw(2), old);
  } else if (change === 0) {
    Reflect.deleteProperty(container, name);
  } else if (change === 1 && !Array.isArray(container)) {
    Reflect.deleteProperty(container, name);
    container[`${name}s`] = old;
  } else if (change === 2) {
    container[name] = oneOf<unknown>(
      [null, true, [], {}, 'x', 1e300, -1, 0.5, [[]], { constructor: 1 }],
      draw,
    );
  } else if (typeof old === 'number') {
    container[name] = old + oneOf([1, -1, 10_000, -10_000, 2 ** 26, -(2 ** 53)], draw)!;
  } else {
    spoil(old, draw);
  }
}

function containersIn(value: unknown): Record<string, unknown>[] {
  return typeof value === 'object' && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(containersIn)]
    : [];
}

function oneOf<Item>(items: readonly Item[], draw: Draw): Item | undefined {
  return items.length === 0 ? undefined : items[draw(items.length)];
}
