import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '@evenhand/kernel';
import fc from 'fast-check';
import { arbitraryProblem } from '../oracle/arbitrary-problem';
import { knownCases } from '../oracle/known-cases';
import { shuffled } from '../oracle/problem-value';
import type { AllocationProblem } from '../problem';
import { canonicalProblemChunks, problemSha256 } from './canonical-problem';
import { parseProblem } from './problem-file';

function canonicalText(problem: AllocationProblem): string {
  return [...canonicalProblemChunks(problem)].join('');
}

const LITTLE = {
  format: 'evenhand.problem/1',
  seed: 'Frühling "26"',
  mentors: [
    { capacity: 2, id: 'x2' },
    { capacity: 1, id: 'x10' },
  ],
  mentees: [
    { id: 'b', group: ['nurse'], priority: 3 },
    { id: 'B', group: ['ahp', 'dietitian'] },
    { id: 'a', group: ['nurse'] },
  ],
  edges: [
    [1, 0, 7],
    [0, 0, 10000],
    [0, 1, 0],
  ],
};

const LITTLE_TEXT =
  '{"edges":[[0,1,7],[2,0,0],[2,1,10000]],' +
  '"equity":{"levels":[1,2],"prior":{}},"format":"evenhand.problem/1",' +
  '"mentees":[{"group":["ahp","dietitian"],"id":"B","priority":0},{"group":["nurse"],"id":"a","priority":0},' +
  '{"group":["nurse"],"id":"b","priority":3}],' +
  '"mentors":[{"capacity":1,"id":"x10"},{"capacity":2,"id":"x2"}],' +
  '"objectives":["coverage","equity","priority","score"],"seed":"Frühling \\"26\\""}';

describe('the canonical text of a problem', () => {
  it('has sorted members, people and pairs, and every default', () => {
    expect(canonicalText(parseProblem(LITTLE, 'little'))).toBe(LITTLE_TEXT);
  });

  it('keeps what equity was given even where it is no objective', () => {
    const prior = { nurse: { matched: 1, asked: 2 }, ahp: { asked: 3, matched: 0 } };
    const problem = parseProblem(
      { ...LITTLE, objectives: ['score'], equity: { levels: [1], prior } },
      'little',
    );
    expect(canonicalText(problem)).toContain(
      '"equity":{"levels":[1],"prior":{"ahp":{"asked":3,"matched":0},"nurse":{"asked":2,"matched":1}}}',
    );
  });

  it('has quotas, sorted by name and their mentees by id, only where there are some', () => {
    const quotas = [
      { name: 'South', mentees: ['b', 'B', 'a'], atLeast: 2 },
      { atLeast: 1, mentees: ['b'], name: 'North' },
    ];
    const text = canonicalText(parseProblem({ ...LITTLE, quotas }, 'little'));
    const inOrder =
      '"quotas":[{"atLeast":1,"mentees":["b"],"name":"North"},{"atLeast":2,"mentees":["B","a","b"],"name":"South"}],';
    expect(text).toBe(LITTLE_TEXT.replace('"seed"', `${inOrder}"seed"`));
    expect(canonicalText(parseProblem(JSON.parse(text), 'little'))).toBe(text);
  });

  it('is RFC 8785 JSON that reads back as the same problem', () => {
    fc.assert(
      fc.property(arbitraryProblem(14, 8), (value) => {
        const text = canonicalText(parseProblem(value, 'problem'));
        const readBack = JSON.parse(text) as JsonValue;
        expect(canonicalJson(readBack)).toBe(text);
        expect(canonicalText(parseProblem(readBack, 'problem'))).toBe(text);
      }),
    );
  });

  it('does not change by a byte when mentees, mentors and pairs are listed in another order', () => {
    fc.assert(
      fc.property(arbitraryProblem(14, 8), fc.nat(), (value, seed) => {
        expect(canonicalText(parseProblem(shuffled(value, seed), 'problem'))).toBe(
          canonicalText(parseProblem(value, 'problem')),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the hash of a problem', () => {
  it('is the SHA-256 of the canonical text in UTF-8', () => {
    expect(problemSha256(parseProblem(LITTLE, 'little'))).toBe(
      createHash('sha256').update(Buffer.from(LITTLE_TEXT, 'utf8')).digest('hex'),
    );
  });

  it('differs for problems that differ in one score, one place, one day or the seed', () => {
    const [, value] = knownCases().find(([name]) => name === 'tiny')!;
    const [mentee, ...mentees] = value.mentees;
    const [mentor, ...mentors] = value.mentors;
    const [edge, ...edges] = value.edges;
    const variants = [
      value,
      { ...value, edges: [[edge![0], edge![1], edge![2] + 1], ...edges] },
      { ...value, mentors: [{ ...mentor!, capacity: mentor!.capacity + 1 }, ...mentors] },
      { ...value, mentees: [{ ...mentee!, priority: 1 }, ...mentees] },
      { ...value, seed: `${value.seed}.` },
    ];
    expect(new Set(variants.map((variant) => problemSha256(parseProblem(variant, 'problem')))).size).toBe(5);
  });
});
