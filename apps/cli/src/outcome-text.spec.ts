import { solve } from '@evenhand/allocation';
import {
  type AccessRow,
  DEFAULT_RULES,
  explainRound,
  type MatchOutcome,
  matchPeople,
} from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { outcomeText } from './outcome-text';

const NOBODY = matchPeople({
  mentees: [],
  mentors: [],
  catalogue: healthAndCare,
  rules: DEFAULT_RULES,
  onDate: '2026-11-20',
  solve,
});

function explained(outcome: MatchOutcome): Parameters<typeof outcomeText>[1] {
  return explainRound({
    ...{ outcome, problem: outcome.problem, catalogue: healthAndCare, rules: DEFAULT_RULES, solve },
  });
}

const NURSES: AccessRow = {
  ...{ path: 'nurse', title: 'Nurses', asked: 3, matched: 2, noEligibleMentor: 0, shortOfPlaces: 1 },
  ...{ mentors: 2, places: 4 },
};

function lines(
  parts: Partial<MatchOutcome>,
  told: Partial<Parameters<typeof outcomeText>[2]> = {},
): string[] {
  return outcomeText({ ...NOBODY, ...parts }, explained(NOBODY), { notices: [], files: [], ...told }).split(
    '\n',
  );
}

function groups(...rows: readonly AccessRow[]): Pick<MatchOutcome, 'access'> {
  return { access: { groups: rows, professions: [] } };
}

describe('an outcome in words', () => {
  it.each([
    [
      { asked: 40, matched: 31, mentors: 20, places: 33 },
      '40 people asked for a mentor: 31 matched. 20 mentors offered 33 places: 2 free.',
    ],
    [
      { asked: 1, matched: 1, mentors: 1, places: 1 },
      '1 person asked for a mentor: 1 matched. 1 mentor offered 1 place: 0 free.',
    ],
    [
      { asked: 0, matched: 0, mentors: 0, places: 0 },
      '0 people asked for a mentor: 0 matched. 0 mentors offered 0 places: 0 free.',
    ],
  ])('starts with the totals: %j', (totals, sentence) => {
    expect(lines({ totals })[0]).toBe(sentence);
  });

  it('lists every professional group in a table as wide as its words', () => {
    const doctors: AccessRow = {
      ...{ path: 'doctor', title: 'Doctors and dentists', mentors: 9, places: 12 },
      ...{ inScope: 1200, asked: 30, matched: 30, noEligibleMentor: 0, shortOfPlaces: 0 },
      ...{ askRate: [30, 1200], accessRate: [30, 30], reach: [30, 1200] },
    };
    expect(lines(groups(doctors, { ...NURSES, accessRate: [2, 3] })).slice(1, 8)).toEqual([
      '',
      'Professional group    Places  Asked  Matched  Ask rate  Access rate  Reach',
      '────────────────────  ──────  ─────  ───────  ────────  ───────────  ─────',
      'Doctors and dentists      12     30       30        3%         100%     3%',
      'Nurses                     4      3        2         –          67%      –',
      '',
      'Ask rate: asked of those in scope. Access rate: matched of those who asked. Reach: matched of those in scope.',
    ]);
  });

  it.each([
    [[0, 7], '0%'],
    [[1, 200], '1%'],
    [[1, 201], '0%'],
    [[1, 8], '13%'],
    [[1, 3], '33%'],
    [[199, 200], '100%'],
    [[198, 200], '99%'],
    [[7, 7], '100%'],
  ] as const)('rounds %j half up, to %s', (accessRate, percent) => {
    const row = lines(groups({ ...NURSES, accessRate }))[4]!;
    expect(row.split(/\s+/)).toEqual(['Nurses', '4', '3', '2', '–', percent, '–']);
  });

  it('shows a dash where a rate would be one of nobody, or of an unknown number', () => {
    expect(lines(groups(NURSES))[4]!.split(/\s+/)).toEqual(['Nurses', '4', '3', '2', '–', '–', '–']);
  });

  it('names the five gaps that most people ask about in vain, those of equal number in the order of the catalogue', () => {
    const gapsNobodyOffers = [1, 4, 2, 4, 3, 1].map((mentees, nth) => ({
      ...{ topic: `SE-${nth}`, title: `Topic ${nth}`, stage: '2', mentees },
    }));
    const text = lines({ gapsNobodyOffers });
    expect(text.slice(7, 13)).toEqual([
      'Nobody offers help with 6 gaps at the stage asked for; the most wanted:',
      '  SE-1 Topic 1 at stage 2: 4 asked',
      '  SE-3 Topic 3 at stage 2: 4 asked',
      '  SE-4 Topic 4 at stage 2: 3 asked',
      '  SE-2 Topic 2 at stage 2: 2 asked',
      '  SE-0 Topic 0 at stage 2: 1 asked',
    ]);
    expect(text.join()).not.toContain('SE-5');
  });

  it('names every profession from which nobody is matched, and how many no mentor could help', () => {
    const nobody: AccessRow = { ...NURSES, title: 'Orthoptists', matched: 0, noEligibleMentor: 2 };
    const none: AccessRow = { ...NURSES, title: 'Dietitians', asked: 0, matched: 0 };
    expect(lines({ access: { groups: [], professions: [NURSES, nobody, none] } }).slice(6, 9)).toEqual([
      '',
      'Professions without a single match:',
      '  Orthoptists: 3 asked, 2 without an eligible mentor',
    ]);
  });

  it('names the bottlenecks and whom to recruit, with what that would change', () => {
    const outcome = matchPeople({
      mentees: ['a', 'b', 'c'].map((id) => aMentee({ id })),
      mentors: [aMentor()],
      ...{ catalogue: healthAndCare, rules: DEFAULT_RULES, onDate: '2026-11-20', solve },
    });
    const text = outcomeText(outcome, explained(outcome), { notices: [], files: [] }).split('\n');
    expect(text.slice(8, 13)).toEqual([
      'Bottlenecks, those with most people without a match first:',
      '  3 people share 1 place with 1 mentor: 2 are without a match, and no other place can help them.',
      '',
      'Whom to recruit, and what it would change (the profiles are in report.html):',
      '  Stage 2, SE-1.1: 2 mentors like this let 2 more people be matched, raise Nurses from 33% to 100%, and cost no ' +
        'professional group a match. By profession, more are matched of Adult nurses from 33% to 100%. No profession ' +
        'loses a match.',
    ]);
  });

  it('ends with what should be noted and the files that were written', () => {
    const told = { notices: ['One thing.', 'Another.'], files: ['out/matches.csv', 'out/access.csv'] };
    expect(lines({}, told).slice(6)).toEqual([
      ...['', 'Note: One thing.', 'Note: Another.', ''],
      ...['certificate valid: by these rules no better matching is possible', ''],
      ...['Written:', '  out/matches.csv', '  out/access.csv', ''],
    ]);
  });

  it('says nothing of gaps or notes where there are none', () => {
    expect(lines({}).filter((line) => /^(Note|Nobody)/.test(line))).toEqual([]);
  });
});
