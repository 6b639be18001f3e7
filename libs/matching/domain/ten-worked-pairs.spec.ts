import type { Mentee, Mentor } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { explainPair } from './explanation';
import { PairJudge, ruleBroken } from './pair-judge';
import { CRITERIA, DEFAULT_RULES } from './rules';

/*
 * Invented people, in the order in which somebody who runs mentoring programmes would put the pairs, with the reason
 * beside each. The default weights and the default floor have to give that order.
 */

/** Leads a team of physiotherapists in a community trust and wants to lead a service. Money and influence come first. */
const amina = aMentee({
  id: 'amina',
  background: 'ahp/physiotherapist',
  organisation: 'Severn Community',
  region: 'midlands',
  stage: '1',
  targetStage: '2',
  gaps: ['MP-3.1:3', 'SE-2.3:3', 'MP-2.3:2', 'DA-3.2:1'],
});

/** Heads a speech and language therapy service and wants to lead across organisations. */
const bryn = aMentee({
  id: 'bryn',
  background: 'ahp/speech_language_therapist',
  organisation: 'Moor and Coast',
  region: 'south_west',
  stage: '2',
  targetStage: '3',
  gaps: ['T2.5:3', 'MP-2.1:3', 'SE-2.3:2', 'MP-3.2:2'],
});

/** Manages a hospital ward and wants to be a matron. Performance weighs on her most. */
const chidi = aMentee({
  id: 'chidi',
  background: 'nurse/adult_nurse',
  organisation: 'Pennine Hospitals',
  region: 'north_west',
  stage: '1',
  targetStage: '2',
  gaps: ['MP-2.2:3', 'MP-1.3:2', 'MP-3.3:1'],
});

interface WorkedPair {
  readonly who: string;
  readonly why: string;
  readonly mentee: Mentee;
  readonly mentor: Mentor;
}

/** Best first. */
const matches: readonly WorkedPair[] = [
  {
    who: 'the team lead and a physiotherapist who leads the therapies of the next trust',
    why: 'all four gaps, each from a stage beyond; the same step made from the same profession; near, with time for it',
    mentee: amina,
    mentor: aMentor({
      background: 'ahp/physiotherapist',
      organisation: 'Trent Hospitals',
      region: 'midlands',
      stage: '3',
      strengths: ['MP-3.1@3', 'SE-2.3@3', 'MP-2.3@3', 'DA-3.2@3', 'T1.3@2'],
      protectedHours: 4,
    }),
  },
  {
    who: 'the head of speech and language therapy and a director of nursing from across the region',
    why: 'the three gaps that matter most, by somebody who made this very transition, and a view from another profession',
    mentee: bryn,
    mentor: aMentor({
      background: 'nurse/adult_nurse',
      organisation: 'Exe Valley Hospitals',
      region: 'south_west',
      stage: '4',
      strengths: ['T2.5@3', 'MP-2.1@4', 'SE-2.3@4'],
      protectedHours: 2,
    }),
  },
  {
    who: 'the ward manager and a general manager of surgery',
    why: 'two of three gaps from a stage beyond, near and with time; but the way up was not through nursing',
    mentee: chidi,
    mentor: aMentor({
      background: 'manager/operations_manager',
      organisation: 'Mersey Hospitals',
      region: 'north_west',
      stage: '3',
      strengths: ['MP-2.2@3', 'MP-1.3@3'],
      protectedHours: 2,
    }),
  },
  {
    who: 'the team lead and an occupational therapist who runs a service in another trust nearby',
    why: 'her first gap and her third, from somebody just where she wants to be; nobody has given the mentor time',
    mentee: amina,
    mentor: aMentor({
      background: 'ahp/occupational_therapist',
      organisation: 'Trent Hospitals',
      region: 'midlands',
      stage: '2',
      strengths: ['MP-3.1@2', 'MP-2.3@2', 'T1.6@2'],
    }),
  },
  {
    who: 'the ward manager and a matron of her own hospital',
    why: 'her second gap, and a start on the first; a familiar path, though less room to speak freely and no time agreed',
    mentee: chidi,
    mentor: aMentor({
      background: 'nurse/adult_nurse',
      organisation: 'Pennine Hospitals',
      region: 'north_west',
      stage: '2',
      strengths: ['MP-1.3@2', 'MP-2.2@1'],
    }),
  },
  {
    who: 'the head of speech and language therapy and a medical director in London, by video',
    why: 'two of four gaps at the highest level, not the first; far away, and nothing agreed',
    mentee: bryn,
    mentor: aMentor({
      background: 'doctor/physician',
      organisation: 'Thames Hospitals',
      region: 'london',
      stage: '4',
      strengths: ['MP-2.1@4', 'MP-3.2@4'],
      mode: 'remote',
    }),
  },
  {
    who: 'the team lead and a chief pharmacist in London, by video',
    why: 'one gap of middling weight and little in common: some good conversations about conflict',
    mentee: amina,
    mentor: aMentor({
      background: 'pharmacist/pharmacist',
      organisation: 'Thames Hospitals',
      region: 'london',
      stage: '3',
      strengths: ['MP-2.3@3'],
      mode: 'remote',
    }),
  },
];

/** Still best first: no match, none of them. */
const useless: readonly (WorkedPair & { readonly rule: string })[] = [
  {
    who: 'the team lead and a colleague of her own profession from the next trust',
    why: 'pleasant and near, yet only her last and smallest gap: a third of the help that the chief pharmacist brings',
    rule: 'below_floor',
    mentee: amina,
    mentor: aMentor({
      background: 'ahp/physiotherapist',
      organisation: 'Trent Hospitals',
      region: 'midlands',
      stage: '2',
      strengths: ['DA-3.2@2'],
    }),
  },
  {
    who: 'the team lead and a director of estates in London who meets in person only',
    why: 'her last and smallest gap, from three stages up and another world, a hundred miles away',
    rule: 'below_floor',
    mentee: amina,
    mentor: aMentor({
      background: 'manager/estates_manager',
      organisation: 'Thames Hospitals',
      region: 'london',
      stage: '4',
      strengths: ['DA-3.2@2'],
      mode: 'in_person',
    }),
  },
  {
    who: 'the head of speech and language therapy and a surgeon of his own trust who leads on governance and technology',
    why: 'nothing that the surgeon has done is on the list, however senior',
    rule: 'no_gap_covered',
    mentee: bryn,
    mentor: aMentor({
      background: 'doctor/surgeon',
      organisation: 'Moor and Coast',
      region: 'south_west',
      stage: '4',
      strengths: ['DA-1.3@4', 'DA-2.2@4'],
      mode: 'in_person',
    }),
  },
];

function judgeOf({ mentee, mentor }: WorkedPair, floor = DEFAULT_RULES.floor): PairJudge {
  return new PairJudge(
    { mentees: [mentee], mentors: [mentor], catalogue: healthAndCare },
    { ...DEFAULT_RULES, floor },
  );
}

/** Whatever the floor; below zero where a rule other than the floor is broken. */
function worthOf(pair: WorkedPair): number {
  return judgeOf(pair, 0).judge(0, 0, new Int32Array(CRITERIA.length));
}

describe('Ten worked pairs, from clearly good to clearly useless', () => {
  it('score in the order that experience gives them', () => {
    const worth = [...matches, ...useless].map(worthOf);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    expect(new Set(worth).size).toBe(10);
  });

  it.each(matches)('$who are a match: $why', (pair) => {
    expect(explainPair(judgeOf(pair), 0, 0).eligible).toBe(true);
  });

  it.each(useless)('$who are none ($rule): $why', (pair) => {
    expect(ruleBroken(judgeOf(pair).judge(0, 0, new Int32Array(CRITERIA.length)))).toBe(pair.rule);
  });
});
