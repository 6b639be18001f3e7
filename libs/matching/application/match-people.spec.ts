import { type SolveProgress, solve } from '@evenhand/allocation';
import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { pairKey } from '../domain/compiled-people';
import { checkRules, DEFAULT_RULES } from '../domain/rules';
import { matchPeople, type MatchOutcome, type MatchInput } from './match-people';

function round(input: Partial<MatchInput>): MatchOutcome {
  return matchPeople({
    mentees: [],
    mentors: [],
    catalogue: healthAndCare,
    rules: DEFAULT_RULES,
    onDate: '2026-10-01',
    solve,
    ...input,
  });
}

function problemsOf(input: Partial<MatchInput>): readonly string[] {
  try {
    round(input);
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

const codes = ({ notices }: MatchOutcome): string[] => notices.map(({ code }) => code);

describe('A round of matching', () => {
  const mentees = [
    aMentee({ id: 'm3', background: 'ahp/physiotherapist', waitingSince: '2026-09-01', gaps: ['MP-1.1'] }),
    aMentee({ id: 'm1', waitingSince: '2026-09-21' }),
    aMentee({ id: 'm2', waitingSince: '2026-09-30' }),
    aMentee({ id: 'm5', consent: false, active: false }),
    aMentee({ id: 'm4', background: 'ahp/dietitian', gaps: ['DA-1.1', 'MP-1.1'] }),
  ];
  const mentors = [
    aMentor({ id: 'x3', active: false, strengths: ['DA-1.1@4'], stage: '4' }),
    aMentor({
      id: 'x2',
      background: 'ahp/physiotherapist',
      strengths: ['MP-1.1@2'],
      stage: '2',
      capacity: 3,
    }),
    aMentor({ id: 'x1', capacity: 1 }),
  ];
  const outcome = round({ mentees, mentors });

  it('puts everybody who takes part before the engine, by id, with group, waiting days and places', () => {
    expect(outcome.problem).toMatchObject({
      seed: DEFAULT_RULES.seed,
      mentees: [
        { id: 'm1', group: ['nurse', 'adult_nurse'], priority: 10 },
        { id: 'm2', group: ['nurse', 'adult_nurse'], priority: 1 },
        { id: 'm3', group: ['ahp', 'physiotherapist'], priority: 30 },
        { id: 'm4', group: ['ahp', 'dietitian'], priority: 0 },
      ],
      mentors: [
        { id: 'x1', capacity: 1 },
        { id: 'x2', capacity: 3 },
      ],
      objectives: DEFAULT_RULES.objectives,
      equity: { levels: [1, 2], prior: {} },
    });
  });

  it('lists those who take no part, with the reason', () => {
    expect(outcome.notTakingPart).toEqual([
      {
        role: 'mentee',
        id: 'm5',
        reason: 'no_consent',
        sentence: 'They have not consented to being matched.',
      },
      { role: 'mentor', id: 'x3', reason: 'not_active', sentence: 'They are not active at present.' },
    ]);
  });

  it('proposes pairs, each with its score, its points and the gaps it is about', () => {
    expect(outcome.matches.map(({ mentee, mentor }) => [mentee.id, mentor.id])).toEqual([
      ['m1', 'x1'],
      ['m3', 'x2'],
      ['m4', 'x2'],
    ]);
    const [, , dietitian] = outcome.matches;
    expect(dietitian!.gaps.map(({ text }) => text)).toEqual([
      'MP-1.1 Create a sense of engagement: asked at stage 2, practised at stage 2',
    ]);
    expect(dietitian!.points.reduce((sum, { points }) => sum + points, 0)).toBe(dietitian!.score);
    expect(outcome.allocation.score).toBe(outcome.matches.reduce((sum, { score }) => sum + score, 0));
  });

  it('says where the mentor of each pair stands among those eligible for the mentee', () => {
    const one = [aMentee({ id: 'm1', gaps: ['SE-1.1', 'MP-1.1'] })];
    const whole = { strengths: ['SE-1.1@3', 'MP-1.1@3'], capacity: 0 };
    const half = aMentor({ id: 'x3', strengths: ['SE-1.1@3'], capacity: 1 });
    const [match] = round({
      mentees: one,
      mentors: [aMentor({ id: 'x1', ...whole }), aMentor({ id: 'x2', ...whole }), half],
    }).matches;
    expect(match).toMatchObject({ mentor: { id: 'x3' }, mentorRank: 3, eligibleMentors: 3 });
    expect(outcome.matches.map(({ mentorRank }) => mentorRank)).toEqual([1, 1, 1]);
  });

  it('ranks the mentor by the rules alone, whoever decided against others', () => {
    const strong = aMentor({ id: 'x1', strengths: ['SE-1.1@3', 'MP-1.1@3'] });
    const [pinned] = round({
      mentees: [aMentee({ id: 'm1', gaps: ['SE-1.1', 'MP-1.1'] })],
      mentors: [strong, aMentor({ id: 'x2', strengths: ['SE-1.1@3'] })],
      decidedAgainst: new Set([pairKey('m1', 'x1')]),
    }).matches;
    expect(pinned).toMatchObject({ mentor: { id: 'x2' }, mentorRank: 2, eligibleMentors: 2 });
  });

  it('gives the others their reason', () => {
    expect(outcome.unmatched).toHaveLength(1);
    expect(outcome.unmatched[0]).toMatchObject({
      mentee: { id: 'm2' },
      code: 'places_taken',
      eligibleMentors: 1,
      places: 1,
      shortage: { people: 2, places: 1, mentors: 1 },
      sentence:
        'One mentor is eligible; their only place went to somebody else. 2 people, 1 of them without a match, can be ' +
        'helped only by the same 1 place with 1 mentor: one has to wait. Everyone matched from this profession had waited ' +
        '10 days or more; this wait is 1 day. The wait goes on counting from 2026-09-30.',
      rules: [{ rule: 'no_gap_covered', first: 1, broken: 1, alone: 1 }],
    });
  });

  it('says of each pair what it leaves open and which wishes it meets', () => {
    expect(outcome.matches[2]).toMatchObject({
      gapsNotCovered: [{ topic: 'DA-1.1', rank: 1 }],
      notes: [],
    });
    const mentee = aMentee({ preferOrganisation: 'different' });
    expect(round({ mentees: [mentee], mentors: [aMentor()] }).matches[0]?.notes).toEqual([
      'Prefers another organisation: met.',
    ]);
  });

  it('lists the places of each mentor who takes part, taken and free, with the mentees', () => {
    expect(outcome.offers).toMatchObject([
      { mentor: { id: 'x1' }, taken: 1, free: 0, mentees: ['m1'] },
      { mentor: { id: 'x2' }, taken: 2, free: 1, mentees: ['m3', 'm4'] },
    ]);
  });

  it('names what nobody offers, and counts the whole', () => {
    expect(outcome.gapsNobodyOffers).toEqual([
      {
        topic: 'DA-1.1',
        title: 'Respond to patient safety, needs and preferences',
        stage: '2',
        mentees: 1,
      },
    ]);
    expect(outcome.totals).toEqual({ asked: 4, matched: 3, mentors: 2, places: 4 });
    expect(outcome.notices).toEqual([]);
  });

  it('counts access by professional group and by profession, in the order of the catalogue', () => {
    expect(outcome.access).toEqual({
      groups: [
        {
          path: 'ahp',
          title: 'Allied health professionals',
          asked: 2,
          matched: 2,
          noEligibleMentor: 0,
          shortOfPlaces: 0,
          accessRate: [2, 2],
          mentors: 1,
          places: 3,
        },
        {
          path: 'nurse',
          title: 'Nurses',
          asked: 2,
          matched: 1,
          noEligibleMentor: 0,
          shortOfPlaces: 1,
          accessRate: [1, 2],
          mentors: 1,
          places: 1,
        },
      ],
      professions: [
        {
          path: 'ahp/dietitian',
          title: 'Dietitians',
          asked: 1,
          matched: 1,
          noEligibleMentor: 0,
          shortOfPlaces: 0,
          accessRate: [1, 1],
          mentors: 0,
          places: 0,
        },
        {
          path: 'ahp/physiotherapist',
          title: 'Physiotherapists',
          asked: 1,
          matched: 1,
          noEligibleMentor: 0,
          shortOfPlaces: 0,
          accessRate: [1, 1],
          mentors: 1,
          places: 3,
        },
        {
          path: 'nurse/adult_nurse',
          title: 'Adult nurses',
          asked: 2,
          matched: 1,
          noEligibleMentor: 0,
          shortOfPlaces: 1,
          accessRate: [1, 2],
          mentors: 1,
          places: 1,
        },
      ],
    });
  });

  it('counts nobody as short of places for whom an eligible mentor has one left', () => {
    const left = round({
      mentees: [aMentee({ id: 'm1' }), aMentee({ id: 'm2' }), aMentee({ id: 'm3', languages: ['cy'] })],
      mentors: [aMentor({ capacity: 5 })],
      rules: checkRules({ objectives: ['priority'] }),
    });
    expect(left.unmatched.map(({ code }) => code)).toEqual([
      ...['nothing_gained', 'nothing_gained', 'no_eligible_mentor'],
    ]);
    for (const [row] of [left.access.groups, left.access.professions]) {
      expect(row).toMatchObject({
        ...{ asked: 3, matched: 0, noEligibleMentor: 1, shortOfPlaces: 0, nothingGained: 2 },
      });
    }
  });

  it('counts those as short of places whose eligible mentors offer none', () => {
    const { access } = round({ mentees: [aMentee()], mentors: [aMentor({ capacity: 0 })] });
    expect(access.groups[0]).toMatchObject({ asked: 1, matched: 0, noEligibleMentor: 0, shortOfPlaces: 1 });
    expect(access.groups[0]).not.toHaveProperty('nothingGained');
  });

  it('is the same in whatever order people are handed in', () => {
    const again = round({ mentees: [...mentees].reverse(), mentors: [...mentors].reverse() });
    const withoutJudge = (each: MatchOutcome): object => ({
      ...each,
      problem: { ...each.problem, pairs: undefined },
    });
    expect(withoutJudge(again)).toEqual(withoutJudge(outcome));
  });

  it('leaves no pair together that was together before', () => {
    const earlierPairs = new Set([pairKey('m1', 'x1')]);
    expect(round({ mentees, mentors, earlierPairs }).matches[0]).toMatchObject({
      mentee: { id: 'm2' },
      mentor: { id: 'x1' },
    });
  });

  it("knows the line of somebody who takes no part: a manager's manager stays one", () => {
    const manager = aMentee({ id: 'manager', lineManager: 'top', consent: false });
    const outcome = round({
      mentees: [aMentee({ lineManager: 'manager' }), manager],
      mentors: [aMentor({ id: 'top' })],
    });
    expect(outcome.unmatched[0]?.rules).toMatchObject([{ rule: 'own_line', alone: 1 }]);
  });

  it('reports how far the engine has come', () => {
    const stages = new Set<SolveProgress['stage']>();
    round({ mentees, mentors, onProgress: ({ stage }) => stages.add(stage) });
    expect(stages).toContain('pairs');
  });

  it('hands the prior access and the objectives of its rules to the engine', () => {
    const rules = checkRules({
      objectives: ['coverage', 'equity'],
      equityLevels: [1],
      prior: { 'nurse/adult_nurse': { asked: 3, matched: 1 } },
    });
    expect(round({ mentees, mentors, rules }).problem).toMatchObject({
      objectives: ['coverage', 'equity'],
      equity: { levels: [1], prior: rules.prior },
    });
  });

  it('never passes on a pair that its own rules forbid', () => {
    const faulty = (): MatchOutcome['allocation'] => ({
      ...outcome.allocation,
      mentorOf: Int32Array.of(1, -1, -1, -1),
    });
    expect(() => round({ mentees, mentors, solve: faulty })).toThrow(
      'The solver paired m1 and x2: The mentor has practised none of the gaps at the target stage or above.',
    );
  });
});

describe('A round with a baseline', () => {
  const mentees = [
    aMentee({ id: 'm1', background: 'ahp/physiotherapist' }),
    aMentee({ id: 'm2', background: 'ahp/dietitian' }),
    aMentee({ id: 'm3' }),
  ];
  const mentors = [aMentor({ capacity: 3 })];
  const baseline = new Map([
    ['physiotherapist', 20],
    ['dietitian', 5],
    ['orthoptist', 3],
    ['midwife', 40],
  ]);
  const { access, notices } = round({ mentees, mentors, baseline });

  it('shows ask rate and reach beside the access rate, as the counts they are made of', () => {
    expect(access.groups[0]).toEqual({
      path: 'ahp',
      title: 'Allied health professionals',
      inScope: 28,
      asked: 2,
      matched: 2,
      noEligibleMentor: 0,
      shortOfPlaces: 0,
      askRate: [2, 28],
      accessRate: [2, 2],
      reach: [2, 28],
      mentors: 0,
      places: 0,
    });
  });

  it('keeps those from whom nobody asked in sight', () => {
    expect(access.groups.find(({ path }) => path === 'midwife')).toEqual({
      path: 'midwife',
      title: 'Midwives',
      inScope: 40,
      asked: 0,
      matched: 0,
      noEligibleMentor: 0,
      shortOfPlaces: 0,
      askRate: [0, 40],
      reach: [0, 40],
      mentors: 0,
      places: 0,
    });
    expect(access.professions.map(({ path }) => path)).toContain('ahp/orthoptist');
  });

  it('gives no rate to a group of which it counts only a part', () => {
    const nurses = access.groups.find(({ path }) => path === 'nurse')!;
    expect(nurses).toMatchObject({ asked: 1, accessRate: [1, 1] });
    expect(nurses).not.toHaveProperty('askRate');
    expect(notices).toEqual([]);
  });

  it('says so where more people asked than it counts', () => {
    const small = new Map([['dietitian', 0]]);
    expect(round({ mentees, mentors, baseline: small }).notices).toContainEqual({
      code: 'baseline_too_small',
      sentence: 'Dietitians: 1 asked, more than the 0 whom the baseline counts.',
    });
  });
});

describe('A round after others', () => {
  const prior = { nurse: { asked: 4, matched: 1 }, 'ahp/orthoptist': { asked: 2, matched: 2 } };
  const { access } = round({
    mentees: [aMentee(), aMentee({ id: 'm2', languages: ['cy'] })],
    mentors: [aMentor()],
    rules: checkRules({ prior }),
  });

  it('shows prior access and the rate that evenness compared beside the rate of this round', () => {
    expect(access.groups).toEqual([
      {
        ...{ path: 'nurse', title: 'Nurses', asked: 2, matched: 1, noEligibleMentor: 1, shortOfPlaces: 0 },
        ...{ accessRate: [1, 2], prior: prior.nurse, rateWithPrior: [2, 6], mentors: 1, places: 1 },
      },
    ]);
  });

  it('keeps those in sight who asked before, and gives no prior to a row that has none', () => {
    const [orthoptists, nurses] = access.professions;
    expect(orthoptists).toMatchObject({ path: 'ahp/orthoptist', asked: 0, rateWithPrior: [2, 2] });
    expect(nurses).toMatchObject({ path: 'nurse/adult_nurse', accessRate: [1, 2] });
    expect(nurses).not.toHaveProperty('prior');
    expect(nurses).not.toHaveProperty('rateWithPrior');
  });
});

describe('A round that can match nobody, or need not choose, is a valid one that says so', () => {
  it('nobody at all', () => {
    const outcome = round({});
    expect(codes(outcome)).toEqual(['no_mentees', 'no_mentors']);
    expect(outcome).toMatchObject({
      matches: [],
      unmatched: [],
      totals: { asked: 0, matched: 0, mentors: 0, places: 0 },
    });
  });

  it('nobody offers', () => {
    const outcome = round({ mentees: [aMentee()] });
    expect(codes(outcome)).toEqual(['no_mentors']);
    expect(outcome.unmatched[0]?.code).toBe('no_mentors');
  });

  it('nobody asks', () => {
    expect(codes(round({ mentors: [aMentor()] }))).toEqual(['no_mentees']);
  });

  it('no pair is eligible', () => {
    const outcome = round({ mentees: [aMentee({ languages: ['cy'] })], mentors: [aMentor()] });
    expect(codes(outcome)).toEqual(['no_eligible_pair']);
    expect(outcome.unmatched[0]?.code).toBe('no_eligible_mentor');
  });

  it.each([
    [1, 2, 'Mentors offer 2 places and 1 person asks: at least 1 place stays free.'],
    [1, 3, 'Mentors offer 3 places and 1 person asks: at least 2 places stay free.'],
    [2, 4, 'Mentors offer 4 places and 2 people ask: at least 2 places stay free.'],
  ])('more places than people: %i to %i', (asked, capacity, sentence) => {
    const mentees = Array.from({ length: asked }, (_, at) => aMentee({ id: `m${at}` }));
    expect(round({ mentees, mentors: [aMentor({ capacity })] }).notices).toEqual([
      { code: 'more_places_than_people', sentence },
    ]);
  });
});

describe('A round is refused', () => {
  it('with every fault at once, each naming what it is about', () => {
    expect(
      problemsOf({
        mentees: [aMentee({ waitingSince: '2026-10-02' }), aMentee({ waitingSince: '2026-02-30' })],
        mentors: [aMentor(), aMentor({ capacity: 2 })],
        rules: checkRules({ prior: { 'ahp/astronaut': { asked: 1, matched: 0 } } }),
      }),
    ).toEqual([
      'mentees: the id mentee stands there twice',
      'mentors: the id mentor stands there twice',
      'mentee mentee: waiting since "2026-10-02" is no day up to the day of the round, 2026-10-01',
      'mentee mentee: waiting since "2026-02-30" is no day up to the day of the round, 2026-10-01',
      'prior: "ahp/astronaut" is no professional group or profession of the catalogue',
    ]);
  });

  it('on a day that is none', () => {
    expect(problemsOf({ onDate: '2026-13-01' })).toEqual([
      'the day of the round: "2026-13-01" is no day written as YYYY-MM-DD',
    ]);
  });
});
