import { solve } from '@evenhand/allocation';
import type { Mentee, Mentor } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import fc from 'fast-check';
import { mentorsOfProfile } from '../domain/recruitment/mentor-profile';
import { DEFAULT_RULES } from '../domain/rules';
import { affordableSolves, explainRound, MOST_TARGETS, type RoundExplanation } from './explain-round';
import { type MatchInput, type MatchOutcome, matchPeople, type Solve } from './match-people';

type People = Pick<MatchInput, 'mentees' | 'mentors'>;

function matched(people: People, solver: Solve = solve): MatchOutcome {
  return matchPeople({
    ...people,
    ...{ catalogue: healthAndCare, rules: DEFAULT_RULES, onDate: '2026-10-01', solve: solver },
  });
}

function explained(
  outcome: MatchOutcome,
  more: Partial<Parameters<typeof explainRound>[0]> = {},
): RoundExplanation {
  return explainRound({
    ...{ outcome, problem: outcome.problem, catalogue: healthAndCare, rules: DEFAULT_RULES, solve },
    ...more,
  });
}

/** How many of each group path are matched. */
function matchedByPath(outcome: MatchOutcome): Record<string, number> {
  const { groups, professions } = outcome.access;
  return Object.fromEntries([...groups, ...professions].map(({ path, matched: count }) => [path, count]));
}

const backgrounds = ['nurse/adult_nurse', 'ahp/dietitian', 'ahp/radiographer', 'doctor/psychiatrist'];
const topics = ['SE-1.1', 'MP-1.1', 'DA-1.1', 'DA-3.3'];
const background = fc.constantFrom(
  ...backgrounds.filter((path) => healthAndCare.profession(path.split('/')[1]!)),
);

const menteeParts = fc.record({
  background,
  gaps: fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1, maxLength: 3 }),
  targetStage: fc.constantFrom('2', '3'),
  languages: fc.constantFrom(['en'], ['cy', 'en'], ['cy']),
  peer: fc.boolean(),
  waitingSince: fc.constantFrom('2026-05-01', '2026-09-01'),
});

const mentorParts = fc.record({
  background,
  stage: fc.constantFrom('2', '3', '4'),
  strengths: fc.uniqueArray(fc.constantFrom(...topics.map((topic) => `${topic}@3`)), {
    minLength: 1,
    maxLength: 2,
  }),
  capacity: fc.integer({ min: 0, max: 2 }),
});

const people: fc.Arbitrary<{ mentees: Mentee[]; mentors: Mentor[] }> = fc.record({
  mentees: fc
    .array(menteeParts, { minLength: 1, maxLength: 14 })
    .map((all) => all.map((parts, at) => aMentee({ id: `m${at}`, ...parts }))),
  mentors: fc
    .array(mentorParts, { maxLength: 4 })
    .map((all) => all.map((parts, at) => aMentor({ id: `x${at}`, ...parts }))),
});

describe('A round that is explained', () => {
  it('has in every bottleneck all places taken, and one person without a match for each place too few', () => {
    fc.assert(
      fc.property(people, (each) => {
        const outcome = matched(each);
        const { bottlenecks } = explained(outcome, { solves: 0 });
        const short = outcome.unmatched.filter(({ code }) => code === 'places_taken');
        for (const { people: sharing, places, without, groups, professions, within } of bottlenecks) {
          expect(without).toBe(sharing - places);
          for (const rows of [groups, professions]) {
            expect(rows.reduce((sum, row) => sum + row.people, 0)).toBe(sharing);
            expect(rows.reduce((sum, row) => sum + row.without, 0)).toBe(without);
          }
          expect(within === undefined || bottlenecks[within]!.without > without).toBe(true);
        }
        const widest = bottlenecks.filter(({ within }) => within === undefined);
        expect(widest.reduce((sum, { without }) => sum + without, 0)).toBeGreaterThanOrEqual(short.length);
      }),
      { numRuns: 60 },
    );
  });

  it('proposes no kind of mentor twice', () => {
    fc.assert(
      fc.property(people, (each) => {
        const { targets } = explained(matched(each), { solves: 0 });
        const profiles = targets.map(({ profile }) => JSON.stringify(profile));
        expect(new Set(profiles).size).toBe(profiles.length);
      }),
    );
  });

  it('promises of recruited mentors what a fresh round with them gives, to the person', () => {
    fc.assert(
      fc.property(people, (each) => {
        const outcome = matched(each);
        const before = matchedByPath(outcome);
        for (const { profile, effects } of explained(outcome).targets) {
          for (const { mentors: count, more, groups, professions } of effects) {
            const fresh = matched({
              mentees: each.mentees,
              mentors: [...each.mentors, ...mentorsOfProfile(profile, count, new Set())],
            });
            const after = matchedByPath(fresh);
            expect(more).toBe(fresh.totals.matched - outcome.totals.matched);
            const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
            expect(
              [...groups, ...professions].map((change) => [change.path, change.before, change.after]).sort(),
            ).toEqual(changed.map((path) => [path, before[path], after[path]]).sort());
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same in whatever order people are handed in', () => {
    fc.assert(
      fc.property(people, ({ mentees, mentors }) => {
        const reversed = matched({ mentees: [...mentees].reverse(), mentors: [...mentors].reverse() });
        expect(explained(reversed, { solves: 3 })).toEqual(
          explained(matched({ mentees, mentors }), { solves: 3 }),
        );
      }),
      { numRuns: 30 },
    );
  });

  describe('where one mentor has too few places, and somebody speaks another language', () => {
    const outcome = matched({
      mentees: [
        ...['a', 'b', 'c', 'd'].map((id) => aMentee({ id })),
        aMentee({ id: 'e', languages: ['cy'] }),
        aMentee({ id: 'f', gaps: ['DA-3.3'] }),
      ],
      mentors: [aMentor()],
    });
    const { targets, solves } = explained(outcome);

    it('proposes whom to recruit, those who would help most people first', () => {
      expect(targets.map(({ reason, without }) => [reason, without])).toEqual([
        ['shortage', 3],
        ['no_eligible_mentor', 2],
        ['gap_nobody_offers', 1],
      ]);
      expect(targets.map(({ sentences }) => sentences[0])).toEqual([
        '3 of those without a match in bottleneck 1 aim for stage 2.',
        '2 people aim for stage 2, and no mentor with a place is eligible for them.',
        '1 person asks about DA-3.3 Actively share good practice at stage 2, which no mentor with a place has practised ' +
          'there; 1 of them is without a match.',
      ]);
    });

    it('computes the effect of 1, 3 and 5 mentors, and of no more than are needed', () => {
      expect(targets.map(({ effects }) => effects.map(({ mentors, more }) => [mentors, more]))).toEqual([
        [
          [1, 1],
          [3, 3],
        ],
        [
          [1, 1],
          // The profile is what most of them ask for, and the two ask for nothing alike.
          [2, 1],
        ],
        [[1, 1]],
      ]);
      expect(targets[0]!.effects[1]!.sentence).toBe(
        '3 mentors like this let 3 more people be matched, raise Nurses from 17% to 67%, and cost no professional group a ' +
          'match. By profession, more are matched of Adult nurses from 17% to 67%. No profession loses a match.',
      );
      expect(solves).toEqual({ used: 5, affordable: 18 });
    });

    it('keeps to the solves that can be afforded: every target its largest number first', () => {
      const few = explained(outcome, { solves: 4 });
      expect(few.targets.map(({ effects }) => effects.map(({ mentors }) => mentors))).toEqual([
        [1, 3],
        [2],
        [1],
      ]);
      expect(few.solves).toEqual({ used: 4, affordable: 4 });
    });

    it('reports before each solve how far it has come', () => {
      const reported: string[] = [];
      explained(outcome, {
        solves: 2,
        onProgress: ({ done, total }) => reported.push(`${done} of ${total}`),
      });
      expect(reported).toEqual(['0 of 2', '1 of 2']);
    });

    it('says what one more place with each mentor could bring', () => {
      expect(explained(outcome, { solves: 0 }).placeWorth).toMatchObject([{ gain: 'coverage' }]);
    });
  });

  it('proposes no more than so many kinds of mentor', () => {
    const mentees = topics.flatMap((topic, at) =>
      ['2', '3', '4'].map((targetStage) =>
        aMentee({ id: `m${at}-${targetStage}`, gaps: [topic], targetStage }),
      ),
    );
    expect(explained(matched({ mentees, mentors: [] })).targets).toHaveLength(MOST_TARGETS);
  });

  it('gives a recruited mentor an id that nobody has or names', () => {
    const outcome = matched({
      mentees: [
        aMentee({ id: 'recruit-1', exclude: ['recruit-2'] }),
        aMentee({ id: 'b', lineManager: 'recruit-3' }),
        aMentee({ id: 'recruit-4', consent: false }),
      ],
      mentors: [],
    });
    const added: string[] = [];
    const watching: Solve = (problem) => {
      added.push(...problem.mentors.map(({ id }) => id));
      return solve(problem);
    };
    explained(outcome, { solve: watching, solves: 1 });
    expect(added).toEqual(['recruit-5', 'recruit-6']);
  });

  it.each([-1, 0.5, NaN])('is refused with %d solves', (solves) => {
    expect(() => explained(matched({ mentees: [], mentors: [] }), { solves })).toThrow(
      `The number of solves is a whole number from 0 on, not ${solves}`,
    );
  });
});

describe('How often a round is solved anew', () => {
  it.each([
    [0, 18],
    [213_013, 18],
    [1_500_000, 4],
    [5_460_546, 1],
    [6_000_001, 0],
  ])('with %i pairs is %i times at most', (pairs, solves) => {
    expect(affordableSolves(pairs)).toBe(solves);
  });
});
