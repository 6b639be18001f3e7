import { parseProblem } from '../exchange/problem-file';
import { certificateByDistances } from './certificate-by-distances';

/** Two ask for one place: the one who fits better gets it. */
const PROBLEM = parseProblem(
  {
    format: 'evenhand.problem/1',
    seed: 's',
    mentees: ['a', 'b'].map((id) => ({ id, group: ['nurse'] })),
    mentors: [{ id: 'x', capacity: 1 }],
    edges: [
      [0, 0, 30],
      [1, 0, 10],
    ],
    objectives: ['coverage', 'score'],
  },
  'problem',
);

describe('a certificate by distances', () => {
  it('prices the place at what those who do without it would have brought', () => {
    const { mentors, levels, tightSets } = certificateByDistances(PROBLEM, {
      mentorOf: Int32Array.of(0, -1),
    });
    expect(levels).toEqual([[0, -1], []]);
    expect(mentors).toEqual([[0, 0, -10, 0, expect.any(Number), 0, expect.any(Number)]]);
    expect(tightSets).toEqual([
      { level: 0, groups: ['nurse'], mentees: 2, unmatched: 1, mentors: 1, places: 1 },
    ]);
  });

  it.each([
    ['one who fits less well', Int32Array.of(-1, 0)],
    ['nobody', Int32Array.of(-1, -1)],
  ])('cannot be had where the place goes to %s', (_, mentorOf) => {
    expect(() => certificateByDistances(PROBLEM, { mentorOf })).toThrow('there is a better matching');
  });
});
