import type { PairSource } from '@evenhand/allocation';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import fc from 'fast-check';
import { measureQuality, spreadOf } from './match-quality';

/** By mentee, then by mentor: a score, or nothing where the two are not eligible. */
function pairsOf(table: readonly (readonly (number | undefined)[])[]): PairSource {
  return {
    row(mentee, mentors, scores) {
      let count = 0;
      table[mentee]!.forEach((score, mentor) => {
        if (score !== undefined) {
          mentors[count] = mentor;
          scores[count++] = score;
        }
      });
      return count;
    },
  };
}

const mentees = [
  aMentee({ id: 'a', preferProfession: 'same' }),
  aMentee({
    id: 'b',
    background: 'ahp/dietitian',
    preferProfession: 'same',
    preferOrganisation: 'different',
  }),
  aMentee({ id: 'c' }),
  aMentee({ id: 'd', background: 'ahp/radiographer' }),
];
const mentors = ['x', 'y', 'z'].map((id) => aMentor({ id }));
const people = { mentees, mentors, catalogue: healthAndCare };

describe('The quality of matches', () => {
  const quality = measureQuality(
    people,
    pairsOf([
      [5000, 7000, 7000],
      [undefined, 6000, 9000],
      [8000, undefined, undefined],
      [4000, 4000, 4000],
    ]),
    Int32Array.of(0, 2, 0, -1),
  );

  it('is measured by professional group and profession, those without a match left out', () => {
    expect(quality.groups.map(({ path, matched }) => [path, matched])).toEqual([
      ['ahp', 1],
      ['nurse', 2],
    ]);
    expect(quality.professions.map(({ path }) => path)).toEqual(['ahp/dietitian', 'nurse/adult_nurse']);
  });

  it('is told by scores and by the place of the mentor among those eligible, equals sharing a place', () => {
    expect(quality.groups[1]).toMatchObject({
      score: { least: 5000, lowerQuartile: 5000, median: 5000, upperQuartile: 8000, most: 8000 },
      mentorRank: { least: 1, median: 1, most: 3 },
      withBest: [1, 2],
      withinBestTenth: [1, 2],
    });
  });

  it('counts the preferences that were stated and those met', () => {
    expect(quality.groups.map(({ preferences }) => preferences)).toEqual([
      { stated: 2, met: 1 },
      { stated: 1, met: 1 },
    ]);
  });

  it('is refused where somebody is matched with a mentor who is not eligible', () => {
    const pairs = pairsOf([[undefined, 1], [], [], []]);
    expect(() => measureQuality(people, pairs, Int32Array.of(0, -1, -1, -1))).toThrow(
      'Mentee 0 is matched with mentor 0, who is not eligible',
    );
  });

  it('counts a mentor to the best tenth as far as one in ten, rounded up, goes', () => {
    const eleven = Array.from({ length: 11 }, (_, at) => aMentor({ id: `m${at}` }));
    const scores = eleven.map((_, at) => 5000 - at);
    const shareWith = (mentor: number): unknown =>
      measureQuality(
        { mentees: mentees.slice(0, 1), mentors: eleven, catalogue: healthAndCare },
        pairsOf([scores]),
        Int32Array.of(mentor),
      ).groups[0]!.withinBestTenth;
    expect([0, 1, 2].map(shareWith)).toEqual([
      [1, 1],
      [1, 1],
      [0, 1],
    ]);
  });
});

describe('A spread', () => {
  it('holds numbers that occur, each with its part of all numbers at or below it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }), (values) => {
        const { least, lowerQuartile, median, upperQuartile, most } = spreadOf(values);
        const quarters = [lowerQuartile, median, upperQuartile, most];
        expect(least).toBe(Math.min(...values));
        expect(most).toBe(Math.max(...values));
        quarters.forEach((value, at) => {
          expect(values).toContain(value);
          expect(4 * values.filter((each) => each <= value).length).toBeGreaterThanOrEqual(
            (at + 1) * values.length,
          );
          expect(4 * values.filter((each) => each < value).length).toBeLessThan((at + 1) * values.length);
        });
      }),
    );
  });
});
