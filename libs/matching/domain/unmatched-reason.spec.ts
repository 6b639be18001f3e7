import type { Mentee, Mentor } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { PairJudge } from './pair-judge';
import { DEFAULT_RULES } from './rules';
import { type UnmatchedReason, whyUnmatched } from './unmatched-reason';

function reasonOf(
  mentee: Mentee,
  mentors: readonly Mentor[],
  placesTaken: readonly number[] = [],
): UnmatchedReason {
  const judge = new PairJudge({ mentees: [mentee], mentors, catalogue: healthAndCare }, DEFAULT_RULES);
  return whyUnmatched(
    judge,
    0,
    Int32Array.from(mentors, (_, j) => placesTaken[j] ?? 0),
  );
}

describe('Why somebody has no mentor', () => {
  it('nobody takes part as a mentor', () => {
    expect(reasonOf(aMentee(), [])).toMatchObject({ code: 'no_mentors', rules: [] });
  });

  it('no mentor is eligible: how many break which rule, first, at all and alone', () => {
    const mentors = [
      aMentor({ id: 'a', stage: '1', strengths: [] }),
      aMentor({ id: 'b', strengths: ['MP-1.1@3'] }),
      aMentor({ id: 'c', strengths: [], mode: 'remote' }),
      aMentor({ id: 'd', languages: ['cy'] }),
      aMentor({ id: 'e', languages: ['cy'] }),
    ];
    const reason = reasonOf(aMentee({ mode: 'in_person' }), mentors);
    expect(reason.rules).toEqual([
      { rule: 'stage_too_low', title: 'Stage too low', first: 1, broken: 1, alone: 0 },
      { rule: 'no_gap_covered', title: 'No gap covered', first: 2, broken: 3, alone: 1 },
      { rule: 'language', title: 'No shared language', first: 2, broken: 2, alone: 2 },
      { rule: 'mode', title: 'No shared way of meeting', first: 0, broken: 1, alone: 0 },
    ]);
    expect(reason).toMatchObject({
      code: 'no_eligible_mentor',
      eligibleMentors: 0,
      places: 0,
      placesTaken: 0,
    });
    expect(reason.sentence).toBe(
      'None of the 5 mentors is eligible. "No gap covered" excludes the most, 3. Mentors who have practised these ' +
        'gaps at the target stage have to be found, or other gaps put on the list. "No shared language" is all that ' +
        'stands in the way of 2. Either of them can add a language.',
    );
  });

  it('the only mentor is not eligible: one rule, said once', () => {
    expect(reasonOf(aMentee(), [aMentor({ languages: ['cy'] })]).sentence).toBe(
      'The only mentor is not eligible. The two share no language in which they can meet. Either of them can add a language.',
    );
  });

  it('the places of those eligible went to others', () => {
    const mentors = [
      aMentor({ id: 'a', capacity: 2 }),
      aMentor({ id: 'b', capacity: 3 }),
      aMentor({ id: 'c', capacity: 9, languages: ['cy'] }),
    ];
    expect(reasonOf(aMentee(), mentors, [2, 3, 4])).toMatchObject({
      code: 'places_taken',
      sentence:
        '2 mentors are eligible; their 5 places went to others. More places with mentors like these would change this.',
      eligibleMentors: 2,
      places: 5,
      placesTaken: 5,
      rules: [{ rule: 'language', first: 1, broken: 1, alone: 1 }],
    });
  });

  it('the one place there is went to somebody else', () => {
    expect(reasonOf(aMentee(), [aMentor()], [1]).sentence).toBe(
      'One mentor is eligible; their only place went to somebody else. More places with mentors like these would change this.',
    );
  });

  it('those eligible offer no place', () => {
    expect(reasonOf(aMentee(), [aMentor({ capacity: 0 })])).toMatchObject({
      code: 'no_place_offered',
      sentence: 'One mentor is eligible, without a place to offer. A place with them would change this.',
    });
  });

  it('places are left where a match adds nothing to what is optimised', () => {
    expect(reasonOf(aMentee(), [aMentor({ capacity: 2 })], [1])).toMatchObject({
      code: 'nothing_gained',
      sentence:
        'One mentor is eligible and 1 of their places free, but a match would add nothing to what this round optimises. ' +
        'Coverage among its objectives would change this.',
    });
  });
});
