import { solve } from '@evenhand/allocation';
import {
  checkRules,
  explainRound,
  matchPeople,
  type MatchOutcome,
  type RoundExplanation,
} from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { outcomeSummary } from './outcome-summary';

const TOLD = { notices: ['One thing.'], files: ['out/matches.csv'] };

function round(rules: Parameters<typeof checkRules>[0] = {}): MatchOutcome {
  return matchPeople({
    mentees: [
      aMentee({ id: 'ana', name: 'Ana Ford', email: 'ana@example.org', waitingSince: '2026-11-10' }),
      aMentee({ id: 'ben', name: 'Ben Ford', background: 'ahp/dietitian', gaps: ['SE-3.3'] }),
    ],
    mentors: [aMentor({ id: 'max', name: 'Max Holt', email: 'max@example.org', capacity: 2 })],
    catalogue: healthAndCare,
    rules: checkRules(rules),
    baseline: new Map([['dietitian', 4]]),
    onDate: '2026-11-20',
    solve,
  });
}

function explained(outcome: MatchOutcome): RoundExplanation {
  const { problem } = outcome;
  return explainRound({ outcome, problem, rules: checkRules({}), catalogue: healthAndCare, solve });
}

describe('an outcome for machines', () => {
  const outcome = round({ seed: 'spring' });
  const explanation = explained(outcome);
  const text = outcomeSummary(outcome, explanation, TOLD);

  it('is one JSON document on one line', () => {
    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it('holds the totals, what was reached, access by group and profession, the gaps that nobody offers', () => {
    const ahp = {
      ...{ inScope: 4, asked: 1, matched: 0, noEligibleMentor: 1, shortOfPlaces: 0, mentors: 0, places: 0 },
      ...{ askRate: [1, 4], accessRate: [0, 1], reach: [0, 4] },
    };
    const nurse = {
      ...{
        asked: 1,
        matched: 1,
        noEligibleMentor: 0,
        shortOfPlaces: 0,
        accessRate: [1, 1],
        mentors: 1,
        places: 2,
      },
    };
    expect(JSON.parse(text)).toEqual({
      asked: 2,
      matched: 1,
      mentors: 1,
      places: 2,
      priority: 10,
      score: outcome.matches[0]!.score,
      rates: {
        '1': [
          [0, 1],
          [1, 1],
        ],
        '2': [
          [0, 1],
          [1, 1],
        ],
      },
      groups: [
        { path: 'ahp', title: 'Allied health professionals', ...ahp },
        { path: 'nurse', title: 'Nurses', ...nurse },
      ],
      professions: [
        { path: 'ahp/dietitian', title: 'Dietitians', ...ahp },
        { path: 'nurse/adult_nurse', title: 'Adult nurses', ...nurse },
      ],
      gapsNobodyOffers: [
        { topic: 'SE-3.3', title: 'Manage with civility and compassion', stage: '2', mentees: 1 },
      ],
      bottlenecks: [],
      recruitment: {
        targets: [{ ...explanation.targets[0], reason: 'no_eligible_mentor', without: 1 }],
        solves: { used: 1, affordable: 18 },
      },
      seed: 'spring',
      ...TOLD,
    });
  });

  it('has no rates, and says so, where equity is no objective', () => {
    const withoutEquity = round({ objectives: ['coverage', 'score'] });
    expect(JSON.parse(outcomeSummary(withoutEquity, explained(withoutEquity), TOLD))).toMatchObject({
      rates: null,
    });
  });

  it('holds the bottlenecks, and what those who are proposed to be recruited would change', () => {
    const short = matchPeople({
      mentees: ['ana', 'ben', 'cai'].map((id) => aMentee({ id })),
      ...{ mentors: [aMentor({ id: 'max' })], catalogue: healthAndCare, rules: checkRules({}) },
      ...{ onDate: '2026-11-20', solve },
    });
    expect(JSON.parse(outcomeSummary(short, explained(short), TOLD))).toMatchObject({
      bottlenecks: [
        { people: 3, places: 1, mentors: 1, without: 2, groups: [{ path: 'nurse', without: 2 }] },
      ],
      recruitment: {
        targets: [
          {
            reason: 'shortage',
            bottleneck: 0,
            effects: [
              { mentors: 1, more: 1 },
              { mentors: 2, more: 2 },
            ],
          },
        ],
      },
    });
  });

  it('names no person', () => {
    expect(text).not.toMatch(/"(ana|ben|max)"|Ford|Holt|@/);
  });
});
