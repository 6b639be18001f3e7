import { compareOutcomes } from './outcome-comparison';
import type { RunOutcome } from './run-outcome';

/** An outcome in which these mentees are matched, each with a score; the group is that of everybody who asked. */
function anOutcome(scores: Readonly<Record<string, number>>, asked = 4): RunOutcome {
  const matched = Object.keys(scores).length;
  const row = { noEligibleMentor: 0, shortOfPlaces: asked - matched, mentors: 0, places: 0 };
  return {
    ...{ format: 'evenhand.outcome/1', engine: 'a test', unmatched: [], gapsNobodyOffers: [], notices: [] },
    totals: { asked, matched, mentors: 3, places: 3 },
    access: {
      groups: [
        { ...row, path: 'ahp', title: 'Allied', asked: 0, matched: 0 },
        { ...row, path: 'nurse', title: 'Nurses', asked, matched },
      ],
      professions: [{ ...row, path: 'nurse/adult_nurse', title: 'Adult nurses', asked, matched }],
    },
    matches: Object.entries(scores).map(([mentee, score]) => ({
      ...{ mentee, mentor: 'x', score, points: [], gaps: [], gapsNotCovered: [], notes: [] },
    })),
  };
}

const DAYS = new Map([
  ['a', 1],
  ['b', 20],
  ['c', 300],
  ['d', 4_000],
]);

describe('Two outcomes of the same people', () => {
  it('differ in who is matched, in what that is worth, and for whom it was time', () => {
    const before = anOutcome({ a: 5_000, b: 6_000 });
    const after = anOutcome({ d: 4_000, b: 6_500, c: 4_500 });
    expect(compareOutcomes(before, after, DAYS)).toEqual({
      matched: { before: 2, after: 3 },
      score: { before: 11_000, after: 15_000 },
      gained: ['c', 'd'],
      lost: ['a'],
      waitingDays: { gained: 4_300, lost: 1 },
      groups: [
        {
          ...{ path: 'nurse', title: 'Nurses', asked: 4, matched: { before: 2, after: 3 } },
          accessRate: { before: [2, 4], after: [3, 4] },
        },
      ],
      professions: [
        {
          ...{ path: 'nurse/adult_nurse', title: 'Adult nurses', asked: 4, matched: { before: 2, after: 3 } },
          accessRate: { before: [2, 4], after: [3, 4] },
        },
      ],
    });
  });

  it('do not differ where they are the same', () => {
    const one = anOutcome({ a: 5_000, b: 6_000 });
    expect(compareOutcomes(one, one, DAYS)).toMatchObject({
      ...{ gained: [], lost: [], waitingDays: { gained: 0, lost: 0 } },
    });
  });
});
