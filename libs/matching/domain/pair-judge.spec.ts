import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mentee, Mentor, Person } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import fc from 'fast-check';
import { explainPair } from './explanation';
import { MentorRanks } from './mentor-ranks';
import { PairJudge } from './pair-judge';
import { checkRules, CRITERIA, DEFAULT_RULES, type MatchingRules } from './rules';

const topics = healthAndCare.topics.map(({ code }) => code);
const stages = healthAndCare.content.stages.map(({ code }) => code);
const backgrounds = healthAndCare.content.professions.map(({ group, code }) => `${group}/${code}`);
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

// Few topics, places and languages, so that pairs often have something in common.
const topic = fc.constantFrom(...topics.slice(0, 4), 'T1.1', 'T2.1');
const stage = fc.constantFrom(...stages);
const likeness = fc.constantFrom('same', 'different', 'any');
const person = {
  background: fc.constantFrom(...backgrounds),
  organisation: fc.constantFrom('Northfield', 'Southfield'),
  region: fc.constantFrom('london', 'midlands'),
  stage,
  languages: fc.uniqueArray(fc.constantFrom('en', 'cy'), { minLength: 1 }),
  mode: fc.constantFrom('either', 'either', 'in_person', 'remote'),
  accessibility: fc.subarray(['step_free']),
  exclude: fc.subarray(ids, { maxLength: 1 }),
  lineManager: fc.constantFrom(...ids, 'nobody', 'nobody', 'nobody'),
  peer: fc.boolean(),
  consent: fc.constantFrom(true, true, true, false),
} as const;

const menteeParts = fc.record({
  ...person,
  targetStage: stage,
  gaps: fc
    .uniqueArray(fc.tuple(topic, fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 5,
      selector: ([code]) => code,
    })
    .map((gaps) => gaps.map(([code, size]) => `${code}:${size}`)),
  preferProfession: likeness,
  preferOrganisation: likeness,
});
const mentorParts = fc.record({
  ...person,
  strengths: fc.array(
    fc.tuple(topic, stage).map(([code, at]) => `${code}@${at}`),
    { maxLength: 6 },
  ),
  capacity: fc.integer({ min: 0, max: 3 }),
  protectedHours: fc.integer({ min: 0, max: 20 }).map((quarters) => quarters / 4),
});
const mentee = menteeParts.map((parts) => aMentee({ id: 'a', ...parts }));
const mentor = mentorParts.map((parts) => aMentor({ id: 'b', ...parts }));

/** Weights as a coordinator could set them: any that leave gap cover the largest. */
const weights = fc.array(fc.integer({ min: 0, max: 1100 }), { minLength: 8, maxLength: 8 }).map((others) => {
  const sum = others.reduce((so, weight) => so + weight, 0);
  const entries = CRITERIA.slice(1).map((criterion, at) => [criterion, others[at]] as const);
  return checkRules({ weights: { gap_cover: 10_000 - sum, ...Object.fromEntries(entries) } }).weights;
});

function judgeOf(
  one: Mentee,
  other: Mentor,
  rules: Pick<MatchingRules, 'weights' | 'floor'> = { weights: DEFAULT_RULES.weights, floor: 0 },
): PairJudge {
  return new PairJudge({ mentees: [one], mentors: [other], catalogue: healthAndCare }, rules);
}

function judged(one: Mentee, other: Mentor): { score: number; points: Int32Array } {
  const points = new Int32Array(CRITERIA.length);
  return { score: judgeOf(one, other).judge(0, 0, points), points };
}

describe('Whatever the people and whatever the weights', () => {
  it('the score is the sum of the points, and each criterion earns from 0 to its weight', () => {
    fc.assert(
      fc.property(mentee, mentor, weights, (one, other, given) => {
        const points = new Int32Array(CRITERIA.length);
        const score = judgeOf(one, other, { weights: given, floor: 0 }).judge(0, 0, points);
        fc.pre(score >= 0);
        expect(points.reduce((sum, each) => sum + each, 0)).toBe(score);
        CRITERIA.forEach((criterion, at) => {
          expect(points[at]).toBeGreaterThanOrEqual(0);
          expect(points[at]).toBeLessThanOrEqual(given[criterion]);
        });
      }),
    );
  });

  it('the explanation shows exactly what the judge decided', () => {
    fc.assert(
      fc.property(mentee, mentor, (one, other) => {
        const { score, points } = judged(one, other);
        const explanation = explainPair(judgeOf(one, other), 0, 0);
        expect(explanation.eligible).toBe(score >= 0);
        if (explanation.eligible) {
          expect(explanation.score).toBe(score);
          expect(explanation.points.map((each) => each.points)).toEqual([...points]);
          expect(explanation.gaps.some(({ cover }) => cover === 'whole')).toBe(true);
        }
      }),
    );
  });

  it('a row holds the eligible mentors in ascending order with the scores that judging one by one gives', () => {
    fc.assert(
      fc.property(mentee, fc.array(mentorParts, { maxLength: 6 }), (one, parts) => {
        const mentors = parts.map((each, j) => aMentor({ ...each, id: ids[j]! }));
        const judge = new PairJudge({ mentees: [one], mentors, catalogue: healthAndCare }, DEFAULT_RULES);
        const indices = new Int32Array(mentors.length);
        const scores = new Int32Array(mentors.length);
        const count = judge.row(0, indices, scores);
        const points = new Int32Array(CRITERIA.length);
        const oneByOne = mentors
          .map((_, j) => [j, judge.judge(0, j, points)] as const)
          .filter(([, score]) => score >= 0);
        expect(Array.from(indices.subarray(0, count), (j, at) => [j, scores[at]])).toEqual(oneByOne);
      }),
    );
  });

  it('a mentor ranks after those alone who are eligible and score more', () => {
    fc.assert(
      fc.property(mentee, fc.array(mentorParts, { minLength: 1, maxLength: 6 }), (one, parts) => {
        const mentors = parts.map((each, j) => aMentor({ ...each, id: ids[j]! }));
        const judge = new PairJudge({ mentees: [one], mentors, catalogue: healthAndCare }, DEFAULT_RULES);
        const ranks = new MentorRanks(judge);
        const points = new Int32Array(CRITERIA.length);
        const eligible = mentors.map((_, j) => judge.judge(0, j, points)).filter((score) => score >= 0);
        for (const score of eligible) {
          expect(ranks.of(0, score)).toEqual({
            mentorRank: 1 + eligible.filter((other) => other > score).length,
            eligibleMentors: eligible.length,
          });
        }
      }),
    );
  });

  it('the order in which people are handed in changes no score', () => {
    const crowd = fc.tuple(
      fc.array(menteeParts, { minLength: 1, maxLength: 4 }),
      fc.array(mentorParts, { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(crowd, ([asking, offering]) => {
        const mentees = asking.map((parts, i) => aMentee({ ...parts, id: ids[i]! }));
        const mentors = offering.map((parts, j) => aMentor({ ...parts, id: ids[j + 2]! }));
        const scores = (one: readonly Mentee[], other: readonly Mentor[]): Record<string, number> => {
          const judge = new PairJudge(
            { mentees: one, mentors: other, catalogue: healthAndCare },
            DEFAULT_RULES,
          );
          const points = new Int32Array(CRITERIA.length);
          return Object.fromEntries(
            one.flatMap(({ id }, i) =>
              other.map((mentor, j) => [`${id} ${mentor.id}`, judge.judge(i, j, points)]),
            ),
          );
        };
        expect(scores([...mentees].reverse(), [...mentors].reverse())).toEqual(scores(mentees, mentors));
      }),
    );
  });

  it('it makes no difference on whose list an exclusion stands', () => {
    fc.assert(
      fc.property(menteeParts, mentorParts, (one, other) => {
        const listed = (mentee: readonly string[], mentor: readonly string[]): number =>
          judged(
            aMentee({ ...one, id: 'a', exclude: mentee }),
            aMentor({ ...other, id: 'b', exclude: mentor }),
          ).score;
        expect(listed(['b'], [])).toBe(listed([], ['a']));
        expect(listed(['b'], [])).toBeLessThan(0);
      }),
    );
  });

  it('a strength more never lowers gap cover, nor the score', () => {
    fc.assert(
      fc.property(mentee, mentorParts, topic, stage, (one, parts, code, at) => {
        const before = judged(one, aMentor({ id: 'b', ...parts }));
        const after = judged(
          one,
          aMentor({ id: 'b', ...parts, strengths: [...parts.strengths, `${code}@${at}`] }),
        );
        fc.pre(before.score >= 0);
        expect(after.points[0]).toBeGreaterThanOrEqual(before.points[0]!);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });

  it('a gap practised at a higher stage never lowers the score', () => {
    fc.assert(
      fc.property(mentee, mentorParts, fc.nat(), (one, parts, which) => {
        fc.pre(parts.strengths.length > 0);
        const raised = parts.strengths.map((strength, at) => {
          const [code = '', practisedAt = ''] = strength.split('@');
          return at === which % parts.strengths.length
            ? `${code}@${healthAndCare.stageAfter(practisedAt)}`
            : strength;
        });
        const before = judged(one, aMentor({ id: 'b', ...parts }));
        const after = judged(one, aMentor({ id: 'b', ...parts, strengths: raised }));
        fc.pre(before.score >= 0);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });

  it('a higher floor only ever takes pairs away', () => {
    fc.assert(
      fc.property(mentee, mentor, fc.integer({ min: 0, max: 10_000 }), (one, other, floor) => {
        const { score } = judged(one, other);
        fc.pre(score >= 0);
        const points = new Int32Array(CRITERIA.length);
        const floored = judgeOf(one, other, { weights: DEFAULT_RULES.weights, floor }).judge(0, 0, points);
        expect(floored >= 0).toBe(score >= floor);
      }),
    );
  });

  it('names, e-mail addresses and registration change nothing', () => {
    fc.assert(
      fc.property(mentee, mentor, fc.string(), (one, other, text) => {
        const renamed = <Someone extends Person>(someone: Someone): Someone => ({
          ...someone,
          name: text,
          email: text,
          background: { ...someone.background, registration: 'not_practising' },
        });
        expect(judged(renamed(one), renamed(other)).score).toBe(judged(one, other).score);
      }),
    );
  });

  it('protected characteristics change nothing, should anybody hand them in', () => {
    const characteristics = fc.record({
      sex: fc.string(),
      ethnicity: fc.string(),
      age: fc.nat(),
      disability: fc.boolean(),
    });
    fc.assert(
      fc.property(mentee, mentor, characteristics, characteristics, (one, other, hers, his) => {
        expect(judged({ ...one, ...hers }, { ...other, ...his })).toEqual(judged(one, other));
      }),
    );
  });
});

describe('The types of people and of matching', () => {
  const folders = [join(__dirname, '../../people/domain'), __dirname, join(__dirname, '../application')];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const members = sources.flatMap((source) =>
    Array.from(source.matchAll(/^\s*readonly (\w+)\??:/gm), ([, name]) => name!),
  );

  it('have no member for a protected characteristic', () => {
    expect(members).toEqual(expect.arrayContaining(['background', 'posts', 'languages', 'stage']));
    expect(
      members.filter((name) =>
        /^(age|birth|sex|gender|ethnic|race|nationalit|religi|belief|disab|pregnan|matern|marri|marital|civilPartner)/i.test(
          name,
        ),
      ),
    ).toEqual([]);
  });
});
