import { type Catalogue, catalogueForSector, healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import fc from 'fast-check';
import { pairKey, type PeopleToPair } from '../compiled-people';
import { ELIGIBILITY_RULES, type EligibilityRule } from '../eligibility-rule';
import { PairJudge, ruleBroken } from '../pair-judge';
import { checkRules, CRITERIA, type MatchingRules } from '../rules';
import { RowReader } from './row-reader';

/** A sector with more stages than health and care, of which two are reached by a transition. */
const ladder = catalogueForSector({
  ...{ code: 'ladder', title: 'A long ladder', version: '1' },
  sources: [{ code: 'own', title: 'Own', publisher: 'Nobody', published: '2026' }],
  stages: Array.from({ length: 9 }, (_, nth) => ({
    ...{ code: `s${nth}`, title: `Rung number ${nth}.`, description: 'A rung.', source: 'own' },
  })),
  areas: [{ code: 'A', title: 'Area', description: 'All of it.', source: 'own' }],
  standards: [{ code: 'A-1', title: 'Standard', area: 'A' }],
  competencies: Array.from({ length: 5 }, (_, nth) => ({
    ...{ code: `A-1.${nth + 1}`, title: `Climbing ${nth}`, standard: 'A-1', descriptors: {} },
  })),
});

// Few topics, places and languages, so that pairs often have something in common and profiles are often the same.
const ORGANISATIONS = ['Northfield', 'Southfield', ' NORTHFIELD'];
const REGIONS = ['london', 'midlands', 'north_west'];
const NEEDS = ['step_free', 'captions'];
const menteeIds = ['a', 'b', 'c', 'd', 'e'];
const mentorIds = ['a', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10'];
const everybody = [...menteeIds, ...mentorIds.slice(1)];

function personParts({ content }: Catalogue) {
  const stage = fc.constantFrom(...content.stages.map(({ code }) => code));
  const post = fc.record({
    organisation: fc.constantFrom(...ORGANISATIONS),
    region: fc.constantFrom(...REGIONS),
    stage,
  });
  const [{ code: first, group } = { code: '', group: '' }] = content.professions;
  const near = content.professions.find((each) => each.group === group && each.code !== first) ?? {
    code: first,
  };
  const far = content.professions.find((each) => each.group !== group)!;
  return {
    background: fc.constantFrom(`${group}/${first}`, `${group}/${near.code}`, `${far.group}/${far.code}`),
    organisation: fc.constantFrom(...ORGANISATIONS),
    region: fc.constantFrom(...REGIONS),
    stage,
    otherPosts: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(post) }),
    languages: fc.constantFrom(['en'], ['en'], ['en', 'cy'], ['cy', 'en'], ['pl', 'en'], ['cy']),
    mode: fc.constantFrom('either', 'either', 'in_person', 'remote'),
    exclude: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(everybody, { minLength: 1, maxLength: 2 }) },
    ),
    lineManager: fc.constantFrom(...everybody, ...Array<string>(20).fill('nobody')),
    peer: fc.boolean(),
    consent: fc.constantFrom(...Array<boolean>(12).fill(true), false),
    active: fc.constantFrom(...Array<boolean>(12).fill(true), false),
  } as const;
}

function topicsOf(catalogue: Catalogue): string[] {
  const codes = catalogue.topics.map(({ code }) => code);
  return catalogue === healthAndCare ? [...codes.slice(0, 4), 'T1.1', 'T2.1'] : codes;
}

function menteeParts(catalogue: Catalogue) {
  const stages = catalogue.content.stages.map(({ code }) => code);
  return fc.record({
    ...personParts(catalogue),
    accessibility: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(NEEDS) },
    ),
    targetStage: fc.constantFrom(...stages),
    gaps: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...topicsOf(catalogue)), fc.integer({ min: 1, max: 4 })), {
        minLength: 1,
        maxLength: 5,
        selector: ([code]) => code,
      })
      .map((gaps) => gaps.map(([code, size]) => `${code}:${size}`)),
    preferProfession: fc.constantFrom('same', 'different', 'any'),
    preferOrganisation: fc.constantFrom('same', 'different', 'any'),
  });
}

function mentorParts(catalogue: Catalogue) {
  const stages = catalogue.content.stages.map(({ code }) => code);
  return fc.record({
    ...personParts(catalogue),
    accessibility: fc.subarray(NEEDS),
    strengths: fc.array(
      fc
        .tuple(fc.constantFrom(...topicsOf(catalogue)), fc.constantFrom(...stages))
        .map(([code, at]) => `${code}@${at}`),
      { minLength: 0, maxLength: 8 },
    ),
    capacity: fc.integer({ min: 0, max: 3 }),
    protectedHours: fc.integer({ min: 0, max: 20 }).map((quarters) => quarters / 4),
  });
}

const somePairs = fc
  .array(fc.tuple(fc.constantFrom(...menteeIds), fc.constantFrom(...mentorIds)), { maxLength: 4 })
  .map((pairs) => new Set(pairs.map(([mentee, mentor]) => pairKey(mentee, mentor))));

/** People of either sector, somebody in both roles among them, some of whom may not be paired again. */
const people: fc.Arbitrary<PeopleToPair> = fc.constantFrom(healthAndCare, ladder).chain((catalogue) =>
  fc.record({
    catalogue: fc.constant(catalogue),
    mentees: fc
      .array(menteeParts(catalogue), { maxLength: menteeIds.length })
      .map((parts) => parts.map((each, i) => aMentee({ ...each, id: menteeIds[i]! }))),
    mentors: fc
      .array(mentorParts(catalogue), { maxLength: mentorIds.length, size: 'max' })
      .map((parts) => parts.map((each, j) => aMentor({ ...each, id: mentorIds[j]! }))),
    earlierPairs: somePairs,
    decidedAgainst: somePairs,
  }),
);

/** Rules as a coordinator could set them, weights of nothing and floors at both ends among them. */
const rules: fc.Arbitrary<Pick<MatchingRules, 'weights' | 'floor'>> = fc.record({
  weights: fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1100 })), { minLength: 8, maxLength: 8 })
    .map((others) => {
      const entries = CRITERIA.slice(1).map((criterion, at) => [criterion, others[at]!] as const);
      const gapCover = 10_000 - others.reduce((sum, weight) => sum + weight, 0);
      return checkRules({ weights: { gap_cover: gapCover, ...Object.fromEntries(entries) } }).weights;
    }),
  floor: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1000, max: 7000 }) },
    { weight: 1, arbitrary: fc.constantFrom(1, 9999, 10_000) },
  ),
});

type Pair = readonly [mentor: number, score: number];

/** The row as the plain judge sees it, pair by pair. */
function judgedRow(judge: PairJudge, mentee: number): Pair[] {
  const points = new Int32Array(CRITERIA.length);
  return judge.people.mentors
    .map((_, mentor) => [mentor, judge.judge(mentee, mentor, points)] as const)
    .filter(([, score]) => score >= 0);
}

function readRow(count: (mentors: Int32Array, scores: Int32Array) => number, mentorCount: number): Pair[] {
  const mentors = new Int32Array(mentorCount).fill(-7);
  const scores = new Int32Array(mentorCount).fill(-7);
  return Array.from(
    mentors.subarray(0, count(mentors, scores)),
    (mentor, at) => [mentor, scores[at]!] as const,
  );
}

function rowOf(reader: RowReader | PairJudge, mentee: number, mentorCount: number): Pair[] {
  return readRow((mentors, scores) => reader.row(mentee, mentors, scores), mentorCount);
}

const price = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -9000, max: 500 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 50), max: 2 ** 50 }) },
  { weight: 1, arbitrary: fc.constantFrom(-(2 ** 50), 2 ** 50) },
);
const prices = fc
  .array(price, { minLength: mentorIds.length, maxLength: mentorIds.length })
  .map((list) => Float64Array.from(list));
const least = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3000, max: 9000 }) },
  { weight: 1, arbitrary: fc.constant(-Infinity) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 50), max: 2 ** 50 }) },
  { weight: 1, arbitrary: fc.constantFrom(-(2 ** 50), 2 ** 50, 2 ** 50 + 5000) },
);

const manyRuns = { numRuns: 200 };

describe('Whatever the people and the rules', () => {
  it('a row holds the mentors whom the plain judge finds eligible, ascending, with its scores', () => {
    fc.assert(
      fc.property(people, rules, (given, by) => {
        const judge = new PairJudge(given, by);
        given.mentees.forEach((_, mentee) => {
          expect(rowOf(judge, mentee, given.mentors.length)).toEqual(judgedRow(judge, mentee));
        });
      }),
      manyRuns,
    );
  });

  it('a row at prices holds those whose score and price are more than what is asked, and no other', () => {
    fc.assert(
      fc.property(
        people,
        rules,
        prices,
        fc.array(least, { minLength: 1, maxLength: 8 }),
        (given, by, at, asked) => {
          const judge = new PairJudge(given, by);
          const byPrice = judge.priced(at.slice(0, given.mentors.length));
          given.mentees.forEach((_, mentee) => {
            const row = judgedRow(judge, mentee);
            for (const limit of asked) {
              const above = readRow(
                (mentors, scores) => byPrice.rowAbove(mentee, limit, mentors, scores),
                given.mentors.length,
              );
              expect(above.sort(([a], [b]) => a - b)).toEqual(
                row.filter(([mentor, score]) => score + at[mentor]! > limit),
              );
            }
          });
        },
      ),
      manyRuns,
    );
  });

  it('a row at prices is exact among many mentors of the same standing, of whom the dearest come first', () => {
    const crowd = mentorParts(healthAndCare).chain((alike) =>
      fc.array(mentorParts(healthAndCare), { minLength: 12, maxLength: 40, size: 'max' }).map((each) =>
        each.map(({ strengths, region, background, organisation }, j) =>
          aMentor({
            ...{ ...alike, otherPosts: [], languages: ['en'], mode: 'either', consent: true, active: true },
            ...{ id: `m${j}`, stage: '3', strengths, region, background, organisation },
          }),
        ),
      ),
    );
    let cut = 0;
    fc.assert(
      fc.property(
        menteeParts(healthAndCare),
        crowd,
        rules,
        fc.array(fc.integer({ min: -9000, max: 0 }), { minLength: 40, maxLength: 40, size: 'max' }),
        fc.integer({ min: -4000, max: 9000 }),
        (parts, mentors, by, at, limit) => {
          const stages = { stage: '1', targetStage: '2', consent: true, active: true };
          const mentees = [aMentee({ ...parts, ...stages, languages: ['en'], accessibility: [], id: 'a' })];
          const judge = new PairJudge({ mentees, mentors, catalogue: healthAndCare }, by);
          const byPrice = judge.priced(Float64Array.from(mentors, (_, j) => at[j]!));
          const above = readRow((js, scores) => byPrice.rowAbove(0, limit, js, scores), mentors.length);
          const row = judgedRow(judge, 0);
          expect(above.sort(([a], [b]) => a - b)).toEqual(
            row.filter(([mentor, score]) => score + at[mentor]! > limit),
          );
          cut += above.length > 0 && above.length < row.length ? 1 : 0;
        },
      ),
      manyRuns,
    );
    expect(cut).toBeGreaterThan(manyRuns.numRuns / 10);
  });

  it('a row at prices that just reach, or just miss, what is asked is exact', () => {
    fc.assert(
      fc.property(people, rules, prices, (given, by, at) => {
        const judge = new PairJudge(given, by);
        const byPrice = judge.priced(at.slice(0, given.mentors.length));
        given.mentees.forEach((_, mentee) => {
          for (const [mentor, score] of judgedRow(judge, mentee)) {
            const found = (limit: number): Pair[] =>
              readRow(
                (mentors, scores) => byPrice.rowAbove(mentee, limit, mentors, scores),
                given.mentors.length,
              );
            const reached = score + at[mentor]!;
            expect(found(reached - 1)).toContainEqual([mentor, score]);
            expect(found(reached)).not.toContainEqual([mentor, score]);
          }
        });
      }),
      manyRuns,
    );
  });

  it('what was read before changes no row, with prices or without', () => {
    fc.assert(
      fc.property(
        people,
        rules,
        prices,
        fc.array(fc.tuple(fc.nat(), fc.boolean())),
        (given, by, at, order) => {
          fc.pre(given.mentees.length > 0);
          const judge = new PairJudge(given, by);
          const byPrice = judge.priced(at.slice(0, given.mentors.length));
          for (const [which, priced] of order) {
            const mentee = which % given.mentees.length;
            const read = priced
              ? readRow(
                  (mentors, scores) => byPrice.rowAbove(mentee, -Infinity, mentors, scores),
                  given.mentors.length,
                )
              : rowOf(judge, mentee, given.mentors.length);
            expect(read.sort(([a], [b]) => a - b)).toEqual(judgedRow(judge, mentee));
          }
        },
      ),
    );
  });

  it('a reader made of a copy of the numbers alone reads the same rows', () => {
    fc.assert(
      fc.property(people, rules, (given, by) => {
        const judge = new PairJudge(given, by);
        const reader = new RowReader(structuredClone(judge.rows));
        given.mentees.forEach((_, mentee) => {
          expect(rowOf(reader, mentee, given.mentors.length)).toEqual(judgedRow(judge, mentee));
        });
      }),
    );
  });

  it('the order in which people are handed in changes no score', () => {
    fc.assert(
      fc.property(people, rules, (given, by) => {
        const scores = (each: PeopleToPair): Record<string, number> => {
          const judge = new PairJudge(each, by);
          return Object.fromEntries(
            each.mentees.flatMap(({ id }, mentee) =>
              rowOf(judge, mentee, each.mentors.length).map(([mentor, score]) => [
                pairKey(id, each.mentors[mentor]!.id),
                score,
              ]),
            ),
          );
        };
        const turned = {
          ...given,
          mentees: [...given.mentees].reverse(),
          mentors: [...given.mentors].reverse(),
        };
        expect(scores(turned)).toEqual(scores(given));
      }),
    );
  });
});

describe('The people of these properties', () => {
  const samples = fc.sample(fc.tuple(people, rules), { numRuns: 400, seed: 1 });
  const judgements = samples.flatMap(([given, by]) => {
    const judge = new PairJudge(given, by);
    const points = new Int32Array(CRITERIA.length);
    return given.mentees.flatMap((_, mentee) =>
      given.mentors.map((_, mentor) => judge.judge(mentee, mentor, points)),
    );
  });

  it('are eligible for each other often enough', () => {
    expect(judgements.filter((judged) => judged >= 0).length).toBeGreaterThan(judgements.length / 20);
  });

  it.each(ELIGIBILITY_RULES)('often break the rule %s before any other', (rule) => {
    const first = judgements
      .filter((judged) => judged < 0)
      .map((judged): EligibilityRule => ruleBroken(judged));
    expect(first.filter((each) => each === rule).length).toBeGreaterThan(20);
  });
});

describe('Rows cannot be read', () => {
  it('of somebody with more gaps than a person can choose', () => {
    const gaps = healthAndCare.topics.slice(0, 6).map(({ code }) => code);
    const mentees = [aMentee({ id: 'a' }), aMentee({ id: 'b', gaps })];
    const judge = new PairJudge({ mentees, mentors: [aMentor()], catalogue: healthAndCare }, checkRules({}));
    expect(() => judge.rows).toThrow('mentee 1: 6 gaps, but a person has at most 5');
  });
});
