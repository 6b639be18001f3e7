import fc from 'fast-check';
import { type Objective, OBJECTIVES, type PriorAccess, TOP_PRIORITY, TOP_SCORE } from '../problem';
import type { ProblemValue } from './problem-value';

/** Groups with professions under them, groups without any, and one profession code that two groups share. */
const GROUPS = [
  ['ahp'],
  ['ahp', 'dietitian'],
  ['ahp', 'technician'],
  ['ahp', 'paramedic'],
  ['pharmacist', 'technician'],
  ['pharmacist'],
  ['nurse', 'adult'],
  ['nurse'],
  ['midwife'],
  // Read as a member of a plain object, this one would be there without having been put there.
  ['constructor'],
] as const;

/** Every legal sub-sequence of the objectives. */
export const OBJECTIVE_LISTS: readonly (readonly Objective[])[] = OBJECTIVES.reduce<Objective[][]>(
  (lists, objective) => [...lists, ...lists.map((list) => [...list, objective])],
  [[]],
).filter((list) => list.length > 0 && (!list.includes('equity') || list.includes('coverage')));

/** Numbers to draw from: one alone, a few neighbours or many different ones, so that all, much or little ties. */
function arbitraryPalette(top: number): fc.Arbitrary<number[]> {
  return fc.oneof(
    fc.array(fc.integer({ min: 0, max: top }), { minLength: 1, maxLength: 1 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: top }), { minLength: 5, maxLength: 40 }),
  );
}

const arbitraryPrior: fc.Arbitrary<PriorAccess> = fc
  .tuple(fc.oneof(fc.nat(12), fc.nat(1_000_000_000)), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([asked, share]) => ({ asked, matched: Math.floor(asked * share) }));

const arbitraryEquity: fc.Arbitrary<ProblemValue['equity']> = fc.record({
  levels: fc.constantFrom([1], [1, 2]),
  prior: fc.dictionary(fc.constantFrom(...GROUPS.map((group) => group.join('/')), 'nobody'), arbitraryPrior, {
    maxKeys: 6,
    noNullPrototype: true,
  }),
});

/**
 * A problem in which prior access makes up for the size of groups, so that all have asked alike: a place can then go from
 * one group to another and leave the sorted rates what they are.
 */
export function tradingProblem(mostMentees: number, mostMentors: number): fc.Arbitrary<ProblemValue> {
  return fc
    .tuple(arbitraryProblem(mostMentees, mostMentors), fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }))
    .map(([value, matched]) => {
      const asked = new Map<string, number>();
      for (const { group } of value.mentees) {
        const [first] = group;
        for (const path of new Set([first!, group.join('/')])) {
          asked.set(path, (asked.get(path) ?? 0) + 1);
        }
      }
      const prior = [...asked].map(([path, now], at) => {
        const before = value.mentees.length - now;
        return [path, { asked: before, matched: Math.min(before, matched[at]!) }] as const;
      });
      return { ...value, equity: { ...value.equity, prior: Object.fromEntries(prior) } };
    });
}

/** A problem of at most so many people, rich in ties, in groups of equal size and in people who compete for few places. */
export function arbitraryProblem(mostMentees: number, mostMentors: number): fc.Arbitrary<ProblemValue> {
  return fc
    .record({
      menteeCount: fc.integer({ min: 1, max: mostMentees }),
      mentorCount: fc.integer({ min: 1, max: mostMentors }),
      groups: fc.subarray([...GROUPS], { minLength: 1 }),
      priorities: arbitraryPalette(TOP_PRIORITY),
      scores: arbitraryPalette(TOP_SCORE),
      tenthsEligible: fc.integer({ min: 1, max: 10 }),
    })
    .chain(({ menteeCount, mentorCount, groups, priorities, scores, tenthsEligible }) =>
      fc.record({
        format: fc.constant('evenhand.problem/1' as const),
        seed: fc.nat(9999).map((number) => `seed-${number}`),
        mentees: fc
          .array(fc.record({ group: fc.constantFrom(...groups), priority: fc.constantFrom(...priorities) }), {
            minLength: menteeCount,
            maxLength: menteeCount,
          })
          .map((mentees) => mentees.map((mentee, place) => ({ id: `m${place}`, ...mentee }))),
        mentors: fc
          .array(fc.nat(3), { minLength: mentorCount, maxLength: mentorCount })
          .map((capacities) => capacities.map((capacity, place) => ({ id: `x${place}`, capacity }))),
        edges: fc
          .array(fc.record({ tenth: fc.nat(9), score: fc.constantFrom(...scores) }), {
            minLength: menteeCount * mentorCount,
            maxLength: menteeCount * mentorCount,
          })
          .map((cells) =>
            cells.flatMap(({ tenth, score }, cell) =>
              tenth < tenthsEligible
                ? [[Math.floor(cell / mentorCount), cell % mentorCount, score] as const]
                : [],
            ),
          ),
        objectives: fc.constantFrom(...OBJECTIVE_LISTS),
        equity: arbitraryEquity,
      }),
    );
}

/**
 * A problem in which all want the same: mentors differ far more than what two mentees think of one. The best few of
 * each person are then not enough to match everybody, and what is best hangs on pairs that look poor.
 */
export function contestedProblem(mostMentees: number, mostMentors: number): fc.Arbitrary<ProblemValue> {
  return arbitraryProblem(mostMentees, mostMentors).map((value) => {
    const step = Math.floor(TOP_SCORE / value.mentors.length);
    return {
      ...value,
      mentors: value.mentors.map(({ id }) => ({ id, capacity: 1 })),
      edges: value.edges.map(
        ([mentee, mentor, score]) => [mentee, mentor, mentor * step + (score % Math.min(step, 7))] as const,
      ),
    };
  });
}
