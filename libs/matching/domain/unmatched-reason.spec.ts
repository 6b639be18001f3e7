import { daysBetween } from '@evenhand/kernel';
import type { Mentee, Mentor } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { PairJudge } from './pair-judge';
import { DEFAULT_RULES } from './rules';
import { type FinishedRound, type UnmatchedReason, UnmatchedReasons, whatDecides } from './unmatched-reason';

const ROUND = '2026-10-01';

type Rules = Partial<FinishedRound['rules']>;

/** Why the first mentee has no mentor, where the others are matched as `mentorOf` says. */
function reasonOf(
  mentees: Mentee | readonly [Mentee, ...Mentee[]],
  mentors: readonly Mentor[],
  mentorOf: readonly number[] = [],
  rules: Rules = {},
): UnmatchedReason {
  const all = [mentees].flat();
  return new UnmatchedReasons({
    judge: new PairJudge({ mentees: all, mentors, catalogue: healthAndCare }, DEFAULT_RULES),
    rules: { ...DEFAULT_RULES, ...rules },
    mentorOf: Int32Array.of(-1, ...mentorOf),
    waitingDays: all.map(({ waitingSince = ROUND }) => daysBetween(waitingSince, ROUND)),
  }).of(0);
}

const others = (count: number, parts: Parameters<typeof aMentee>[0] = {}): Mentee[] =>
  Array.from({ length: count }, (_, at) => aMentee({ id: `other${at}`, ...parts }));

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

  describe('the places of those eligible went to others', () => {
    const mentors = [
      aMentor({ id: 'a', capacity: 2 }),
      aMentor({ id: 'b', capacity: 3 }),
      aMentor({ id: 'c', capacity: 9, languages: ['cy'] }),
    ];
    const shared =
      '2 mentors are eligible; their 5 places went to others. 7 people, 2 of them without a match, can be helped only ' +
      'by the same 5 places with 2 mentors: some have to wait. ';
    const reason = (self: Parameters<typeof aMentee>[0], rules: Rules = {}): UnmatchedReason =>
      reasonOf(
        [aMentee(self), ...others(6, { waitingSince: '2026-09-01' })],
        mentors,
        [0, 0, 1, 1, 1, -1],
        rules,
      );

    it('who shares them with whom, and what comes first among equals', () => {
      expect(reason({})).toEqual({
        code: 'places_taken',
        sentence: `${shared}Everyone matched from this profession had waited 30 days or more; this wait is 0 days.`,
        eligibleMentors: 2,
        places: 5,
        placesTaken: 5,
        shortage: { people: 7, places: 5, mentors: 2 },
        rules: [{ rule: 'language', title: 'No shared language', first: 1, broken: 1, alone: 1 }],
      });
    });

    it('a wait shorter than that of everybody matched from the profession, to the day', () => {
      expect(reason({ waitingSince: '2026-09-02' }).sentence).toBe(
        `${shared}Everyone matched from this profession had waited 30 days or more; this wait is 29 days. ` +
          'The wait goes on counting from 2026-09-02.',
      );
    });

    it.each([
      ['as long a wait', { waitingSince: '2026-09-01' }],
      [
        'a profession of which nobody is matched',
        { background: 'ahp/dietitian', waitingSince: '2026-09-30' },
      ],
    ])('without a word on days for %s', (_, self) => {
      expect(reason(self).sentence).toBe(
        `${shared}Among equals evenness over groups and professions comes first, then waiting, then the fit. ` +
          `The wait goes on counting from ${self.waitingSince}.`,
      );
    });

    it.each<[Rules, string]>([
      [{ objectives: ['coverage', 'score'] }, 'the fit comes first.'],
      [{ objectives: ['coverage'] }, 'the draw by the seed comes first.'],
      [{ objectives: ['coverage', 'equity'], equityLevels: [1] }, 'evenness over groups comes first.'],
    ])('by nothing that is no objective of the round: %j', (rules, first) => {
      expect(reason({}, rules).sentence).toBe(`${shared}Among equals ${first}`);
    });
  });

  it.each<[Parameters<typeof whatDecides>[0]['equityLevels'], boolean, string]>([
    [
      [1, 2],
      false,
      'is given. Among equals evenness over groups and professions comes first, then waiting, then the fit.',
    ],
    [
      [1, 2],
      true,
      'is given, and every group and profession keeps the number of matches that it had before. Among equals waiting comes first, then the fit.',
    ],
    [
      [1],
      true,
      'is given, and every group keeps the number of matches that it had before. Among equals waiting comes first, then the fit.',
    ],
  ])('what is given comes before it: levels %j, counts held %s', (equityLevels, countsHeld, words) => {
    const deciding = { ...DEFAULT_RULES, equityLevels, overridden: true, countsHeld };
    expect(whatDecides(deciding)).toBe(`What a coordinator decided about single pairs ${words}`);
  });

  it('the one place there is went to somebody else', () => {
    expect(reasonOf([aMentee(), ...others(1)], [aMentor()], [0]).sentence).toBe(
      'One mentor is eligible; their only place went to somebody else. 2 people, 1 of them without a match, can be ' +
        'helped only by the same 1 place with 1 mentor: one has to wait. Among equals evenness over groups and ' +
        'professions comes first, then waiting, then the fit.',
    );
  });

  it('others could have moved up, where coverage is not optimised: no shortage is claimed', () => {
    const mentors = [aMentor({ id: 'a' }), aMentor({ id: 'b', languages: ['cy'] })];
    const [other] = others(1, { languages: ['en', 'cy'] });
    const reason = reasonOf([aMentee(), other!], mentors, [0], { objectives: ['score'] });
    expect(reason).not.toHaveProperty('shortage');
    expect(reason).toMatchObject({
      code: 'places_taken',
      sentence:
        'One mentor is eligible; their only place went to somebody else. Others could have moved to a free place and ' +
        'left theirs, but that would add nothing to what this round optimises.',
    });
  });

  it('those eligible offer no place', () => {
    expect(reasonOf(aMentee(), [aMentor({ capacity: 0 })])).toMatchObject({
      code: 'no_place_offered',
      sentence: 'One mentor is eligible, without a place to offer.',
    });
  });

  it.each([
    [2, '1 of their places is free'],
    [3, '2 of their places are free'],
  ])('places are left where a match adds nothing to what is optimised: %i offered', (capacity, free) => {
    const rules: Rules = { objectives: ['priority'] };
    expect(reasonOf([aMentee(), ...others(1)], [aMentor({ capacity })], [0], rules)).toMatchObject({
      code: 'nothing_gained',
      sentence: `One mentor is eligible and ${free}, but a match would add nothing to what this round optimises.`,
    });
  });
});
