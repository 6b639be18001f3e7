import { countInWords, reasonInRoundNumbers } from './reason-in-round-numbers';
import { DEFAULT_RULES } from './rules';
import type { UnmatchedReason } from './unmatched-reason';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const aReason = (parts: Partial<UnmatchedReason>): UnmatchedReason => ({
  ...{ code: 'places_taken', sentence: 'Exactly 7.', eligibleMentors: 23, places: 31, placesTaken: 31 },
  rules: [],
  ...parts,
});
const sentenceOf = (parts: Partial<UnmatchedReason>): string =>
  reasonInRoundNumbers(aReason(parts), DEFAULT_RULES, undefined, POLICY).sentence;

describe('A reason in round numbers', () => {
  it.each([
    [0, 'fewer than 10'],
    [9, 'fewer than 10'],
    [10, 'about 10'],
    [23, 'about 25'],
  ])('tells %d as %s', (count, told) => {
    expect(countInWords(count, POLICY)).toBe(told);
  });

  const rules = [
    { rule: 'stage_too_low', title: 'Stage too low', first: 40, broken: 40, alone: 2 },
    { rule: 'language', title: 'No shared language', first: 3, broken: 12, alone: 3 },
  ] as const;

  it.each([
    [{ code: 'no_mentors' }, 'Nobody takes part as a mentor. Mentors have to be found first.'],
    [
      { code: 'no_eligible_mentor', eligibleMentors: 0, rules },
      'None of the mentors is eligible. "Stage too low" excludes the most, about 40. Mentors at the target stage have to ' +
        'be found; a peer will do where the mentee asks for one and the mentor is willing. "No shared language" is all ' +
        'that stands in the way of fewer than 10. Either of them can add a language.',
    ],
    [{ code: 'no_place_offered' }, 'Of the mentors, about 25 are eligible, without a place to offer.'],
    [
      { code: 'nothing_gained' },
      'Of the mentors, about 25 are eligible and have places left, but a match would add nothing to what this round optimises.',
    ],
    [
      {},
      'Of the mentors, about 25 are eligible; all of their places went to others. Others could have moved to a free place ' +
        'and left theirs, but that would add nothing to what this round optimises.',
    ],
    [
      { shortage: { people: 44, places: 31, mentors: 8 } },
      'Of the mentors, about 25 are eligible; all of their places went to others. More people than there are places, ' +
        'about 45, can be helped only by the same mentors: some have to wait. Among equals evenness over groups and ' +
        'professions comes first, then waiting, then the fit.',
    ],
  ] as const)('says of %j', (parts, sentence) => {
    expect(sentenceOf(parts)).toBe(sentence);
  });

  it('holds no true count of any kind', () => {
    const shortage = { people: 43, places: 31, mentors: 7 };
    const told = JSON.stringify(
      reasonInRoundNumbers(aReason({ shortage, rules }), DEFAULT_RULES, '2026-10-02', POLICY),
    );
    for (const number of told.match(/\d+/g) ?? []) {
      expect(['2026', '10', '02', '25', '30', '45', '40']).toContain(number);
    }
    expect(told).toContain('The wait goes on counting from 2026-10-02.');
  });
});
