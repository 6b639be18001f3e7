import fc from 'fast-check';
import { CompactPairs } from './compact-pairs';

const MENTEES = 6;
const MENTORS = 9;

/** Any pairs between six mentees and nine mentors, in any order, each at most once. */
const arbitraryTriples = fc.uniqueArray(fc.tuple(fc.nat(MENTEES - 1), fc.nat(MENTORS - 1), fc.nat(10_000)), {
  selector: ([mentee, mentor]) => mentee * MENTORS + mentor,
  maxLength: MENTEES * MENTORS,
});

/** Every pair, row by row. */
function triplesOf(pairs: CompactPairs): [number, number, number][] {
  const mentors = new Int32Array(MENTORS);
  const scores = new Int32Array(MENTORS);
  return Array.from({ length: MENTEES }).flatMap((_, mentee) => {
    const size = pairs.row(mentee, mentors, scores);
    return Array.from(mentors.subarray(0, size), (mentor, place): [number, number, number] => [
      mentee,
      mentor,
      scores[place]!,
    ]);
  });
}

describe('compact pairs', () => {
  it('answer the pairs they were given, sorted by mentee and mentor', () => {
    fc.assert(
      fc.property(arbitraryTriples, (triples) => {
        const pairs = CompactPairs.fromTriples(triples, MENTEES, MENTORS);
        expect(triplesOf(pairs)).toEqual([...triples].sort(([a, b], [c, d]) => a - c || b - d));
        expect(pairs.count).toBe(triples.length);
      }),
    );
  });

  it('copy another source row by row', () => {
    fc.assert(
      fc.property(arbitraryTriples, (triples) => {
        const source = CompactPairs.fromTriples(triples, MENTEES, MENTORS);
        const copy = CompactPairs.fromSource(source, MENTEES, MENTORS);
        expect(triplesOf(copy)).toEqual(triplesOf(source));
        expect(copy.count).toBe(triples.length);
      }),
    );
  });

  it('copy a source of many pairs, growing as they come', () => {
    const dense = {
      row: (mentee: number, mentors: Int32Array, scores: Int32Array) => {
        for (let mentor = 0; mentor < 700; mentor++) {
          mentors[mentor] = mentor;
          scores[mentor] = 10_000 - mentee - mentor;
        }
        return 700;
      },
    };
    const copy = CompactPairs.fromSource(dense, 50, 700);
    expect(copy.count).toBe(35_000);
    const mentors = new Int32Array(700);
    const scores = new Int32Array(700);
    for (const mentee of [0, 1, 2, 49]) {
      expect(copy.row(mentee, mentors, scores)).toBe(700);
      expect([mentors[0], mentors[699], scores[0], scores[699]]).toEqual([
        0,
        699,
        10_000 - mentee,
        9_301 - mentee,
      ]);
    }
  });

  it('refuse a pair that comes twice, naming both positions', () => {
    const twice = [
      [3, 1, 5],
      [0, 1, 5],
      [3, 1, 6],
    ] as const;
    expect(() => CompactPairs.fromTriples(twice, MENTEES, MENTORS)).toThrow(
      new RangeError('pairs 0 and 2 are the same'),
    );
  });
});
