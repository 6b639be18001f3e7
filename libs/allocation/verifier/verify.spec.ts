import { parseProblem } from '../exchange/problem-file';
import { certifiedResult } from '../oracle/certified-result';
import { knownCases } from '../oracle/known-cases';
import type { Claim } from './claims';
import { verify } from './verify';
import { verifyDocuments } from './verify-documents';

const PRIOR = { asked: 3, matched: 1 };

/** Two of ahp and three nurses; four places, the two at x2 and the one at x1 too few for those who can have no other. */
const PROBLEM = {
  format: 'evenhand.problem/1',
  seed: 's',
  mentees: [
    { id: 'm1', group: ['ahp', 'dietitian'], priority: 5 },
    { id: 'm2', group: ['ahp', 'paramedic'], priority: 3 },
    { id: 'm3', group: ['nurse'], priority: 1 },
    { id: 'm4', group: ['nurse'], priority: 9 },
    { id: 'm5', group: ['nurse'], priority: 4 },
  ],
  mentors: [
    { id: 'x1', capacity: 1 },
    { id: 'x2', capacity: 2 },
    { id: 'x3', capacity: 1 },
  ],
  edges: [
    ...[[0, 0, 50], [0, 1, 70], [1, 1, 60], [1, 2, 1], [2, 0, 10]], // prettier-ignore
    ...[[3, 0, 20], [3, 1, 40], [4, 0, 90], [4, 1, 30]], // prettier-ignore
  ],
  equity: { prior: { ahp: PRIOR } },
};

const HASH = 'ead951a440f78a3d727b51fdac63ee0b31b995e40a0c39d6c71f50d7c490b46f';

interface ResultValue extends Record<string, unknown> {
  assignments: unknown[][];
  summary: Record<string, unknown> & {
    groups: Record<string, unknown>;
    rates: Record<number, unknown[]>;
  };
  certificate: {
    levels: number[][];
    groups: Record<string, number[]>;
    professions: Record<string, number[]>;
    mentors: number[][];
    tightSets: Record<string, unknown>[];
  };
}

function result(problem: unknown = PROBLEM): ResultValue {
  return certifiedResult(parseProblem(problem, 'problem')) as ResultValue;
}

describe('the best matching of a problem', () => {
  it.each(knownCases().filter(([, { mentees }]) => mentees.length <= 60))('is valid: %s', (_, value) => {
    expect(verifyDocuments(value, result(value))).toEqual({ valid: true });
  });

  it.each([
    ['no mentors', { ...PROBLEM, mentors: [], edges: [] }],
    ['no mentees', { ...PROBLEM, mentees: [], edges: [] }],
    ['no pairs', { ...PROBLEM, edges: [] }],
    ['no place', { ...PROBLEM, mentors: PROBLEM.mentors.map(({ id }) => ({ id, capacity: 0 })) }],
    ['no equity', { ...PROBLEM, objectives: ['coverage', 'priority'] }],
    ['one level', { ...PROBLEM, equity: { levels: [1] } }],
    ['names that look like numbers', { ...PROBLEM, equity: { prior: { 10: PRIOR, 9: PRIOR, Z: PRIOR } } }],
  ])('is valid with %s', (_, value) => {
    expect(verifyDocuments(value, result(value))).toEqual({ valid: true });
  });

  it('is valid whatever the price of a mentor on whom nothing depends', () => {
    const closed = { ...PROBLEM, mentors: [...PROBLEM.mentors, { id: 'closed', capacity: 0 }] };
    const other = result(closed);
    other.certificate.mentors[0]![2] = 12345;
    expect(verifyDocuments(closed, other)).toEqual({ valid: true });
  });

  it('needs the hash of its problem only where one is given', () => {
    const problem = parseProblem(PROBLEM, 'problem');
    const other = { ...result(), problemSha256: 'a'.repeat(64) };
    expect(verify(problem, other)).toEqual({ valid: true });
    expect(verify(problem, other, 'a'.repeat(64))).toEqual({ valid: true });
    expect(verify(problem, other, 'b'.repeat(64))).toMatchObject({ valid: false, claim: 'problem' });
  });
});

type Case = [change: string, sentence: string, change: (it: ResultValue) => unknown];

/** Every claim with what can be wrong about it. */
const BROKEN: readonly (readonly [claim: Claim, cases: readonly Case[]])[] = [
  [
    'shape',
    [
      [
        'no summary',
        'the result lacks a member: "summary"',
        (it) => delete (it as Record<string, unknown>)['summary'],
      ],
      ['a member of no use', 'the result has a member too many: "note"', (it) => (it['note'] = 1)],
      [
        'pairs that are no list',
        'assignments is an object, not a list',
        (it) => ((it as Record<string, unknown>)['assignments'] = {}),
      ],
      [
        'no rates',
        'summary lacks a member: "rates"',
        (it) => delete (it.summary as Record<string, unknown>)['rates'],
      ],
      [
        'a hash that is none',
        'problemSha256 is "x", not a SHA-256 in hexadecimal',
        (it) => (it['problemSha256'] = 'x'),
      ],
      ['an engine without a name', 'engine is 5, not a name', (it) => (it['engine'] = 5)],
    ],
  ],
  [
    'format',
    [
      [
        'another',
        'format is "evenhand.result/2", not "evenhand.result/1"',
        (it) => (it['format'] = 'evenhand.result/2'),
      ],
    ],
  ],
  [
    'problem',
    [
      [
        'the hash of another one',
        `the result answers the problem ${'0'.repeat(64)}; this one is ${HASH}`,
        (it) => (it['problemSha256'] = '0'.repeat(64)),
      ],
    ],
  ],
  [
    'assignments',
    [
      ['half a pair', 'assignments[0] is a list of 1, not of 2', (it) => it.assignments[0]!.pop()],
      [
        'a stranger',
        'assignments[0]: the problem has no mentee "m9"',
        (it) => (it.assignments[0]![0] = 'm9'),
      ],
      ['a number', 'assignments[1]: the problem has no mentor 7', (it) => (it.assignments[1]![1] = 7)],
      [
        'the last first',
        'assignments[1]: mentee m4 comes after m5, but they are sorted',
        (it) => it.assignments.reverse(),
      ],
      [
        'one person twice',
        'assignments[1]: mentee m1 is there twice',
        (it) => (it.assignments[1]![0] = 'm1'),
      ],
      [
        'people who cannot be paired',
        'm1 and x3 are matched, but are no eligible pair',
        (it) => (it.assignments[0]![1] = 'x3'),
      ],
    ],
  ],
  [
    'capacity',
    [['one too many', 'mentor x2 has 3 mentees and 2 places', (it) => (it.assignments[1]![1] = 'x2')]],
  ],
  [
    'counts',
    [
      ['of all', 'summary.matched is 5, but by the pairs it is 4', (it) => (it.summary['matched'] = 5)],
      [
        'of a group',
        'summary.groups.nurse.matched is 3, but by the pairs it is 2',
        (it) => (it.summary.groups['nurse'] = { asked: 3, matched: 3 }),
      ],
      [
        'a group of nobody',
        'summary.groups has a member too many: "x"',
        (it) => (it.summary.groups['x'] = PRIOR),
      ],
      [
        'a group left out',
        'summary.groups lacks a member: "ahp/dietitian"',
        (it) => delete it.summary.groups['ahp/dietitian'],
      ],
    ],
  ],
  [
    'rates',
    [
      [
        'not in lowest terms',
        'summary.rates.1[0][0] is 6, but by the pairs it is 3',
        (it) => (it.summary.rates[1]![0] = [6, 10]),
      ],
      [
        'the best first',
        'summary.rates.1[0][0] is 2, but by the pairs it is 3',
        (it) => it.summary.rates[1]!.reverse(),
      ],
      ['one left out', 'summary.rates.2 is a list of 1, not of 2', (it) => it.summary.rates[2]!.pop()],
    ],
  ],
  [
    'priority',
    [
      [
        'a text',
        'summary.priority is "21", but by the pairs it is 21',
        (it) => (it.summary['priority'] = '21'),
      ],
    ],
  ],
  [
    'score',
    [['nothing', 'summary.score is null, but by the pairs it is 201', (it) => (it.summary['score'] = null)]],
  ],
  [
    'tie',
    [
      [
        'one less',
        'summary.tie is 154812210, but by the pairs it is 154812211',
        (it) => (it.summary['tie'] = 154812210),
      ],
    ],
  ],
  [
    'certificate',
    [
      [
        'none',
        'the result has no certificate, so nothing shows that no matching is better',
        (it) => delete (it as Record<string, unknown>)['certificate'],
      ],
      [
        'null',
        'certificate is null, not an object',
        (it) => ((it as Record<string, unknown>)['certificate'] = null),
      ],
      [
        'half a level',
        'certificate.levels[0] is not rung, change, rung, change, and so on, without changes of 0',
        (it) => it.certificate.levels[0]!.pop(),
      ],
      [
        'a change of 0',
        'certificate.levels[0] is not rung, change, rung, change, and so on, without changes of 0',
        (it) => (it.certificate.levels[0]![1] = 0),
      ],
      [
        'a rung that is none',
        'certificate.levels[0][4] is 99, not a whole number from 5 to 7',
        (it) => (it.certificate.levels[0]![4] = 99),
      ],
      [
        'the last level first',
        'certificate.levels[1] does not come after the one before it',
        (it) => it.certificate.levels.reverse(),
      ],
      ['not the level of everybody', 'certificate.levels lacks []', (it) => it.certificate.levels.pop()],
      [
        'a level of nobody',
        'certificate.levels has one that is the level price of nobody',
        (it) => it.certificate.levels.push([0, 1]),
      ],
      [
        'a price for a stranger',
        'certificate.groups has a member too many: "x"',
        (it) => (it.certificate.groups['x'] = [0, 0, 0, 0, 0, 0, 0]),
      ],
      [
        'no price for a profession',
        'certificate.professions lacks a member: "nurse/"',
        (it) => delete it.certificate.professions['nurse/'],
      ],
      [
        'no price for a mentor',
        'certificate.mentors is a list of 2, not of 3',
        (it) => it.certificate.mentors.pop(),
      ],
      [
        'six numbers',
        'the price of "ahp" is a list of 6, not of 7',
        (it) => it.certificate.groups['ahp']!.pop(),
      ],
      [
        'a fraction',
        'the price of mentor x1[4] is 0.5, not a whole number from -2251799813685248 to 2251799813685248',
        (it) => (it.certificate.mentors[0]![4] = 0.5),
      ],
      [
        'a number too large to add up exactly',
        'the price of mentor x1[1] is 4503599627370496, not a whole number from -2251799813685248 to 2251799813685248',
        (it) => (it.certificate.mentors[0]![1] = 2 ** 52),
      ],
      [
        'a level that is not there',
        'the price of mentor x1[0] is 3, not a whole number from 0 to 2',
        (it) => (it.certificate.mentors[0]![0] = 3),
      ],
    ],
  ],
  [
    'groups',
    [
      [
        'coverage',
        'one more match for group "nurse" has a reduced cost of -1 in coverage',
        (it) => (it.certificate.groups['nurse']![0] = 2),
      ],
      [
        'priority',
        'one more match for group "nurse" has a reduced cost of -3 in priority',
        (it) => (it.certificate.groups['nurse']![1] = 3),
      ],
      [
        'level 1',
        'one more match for group "nurse" has a reduced cost of -1 in level 1',
        (it) => it.certificate.levels.slice(0, 2).forEach((level) => level[5]!++),
      ],
      [
        'level 2',
        'one more match for group "nurse" has a reduced cost of -1 in level 2',
        (it) => it.certificate.levels[0]!.push(7, 1),
      ],
    ],
  ],
  [
    'professions',
    [
      [
        'score',
        'one match fewer for profession "nurse/" has a reduced cost of -2 in score',
        (it) => (it.certificate.professions['nurse/']![2] = -2),
      ],
      [
        'coverage',
        'one more match for profession "nurse/" has a reduced cost of -1 in coverage',
        (it) => (it.certificate.professions['nurse/']![0] = 2),
      ],
    ],
  ],
  [
    'mentors',
    [
      [
        'a price that is too high',
        'one mentee fewer for mentor x3 has a reduced cost of -1 in score',
        (it) => (it.certificate.mentors[2]![2] = 1),
      ],
    ],
  ],
  [
    'mentees',
    [
      [
        'level 2',
        'another of "ahp/dietitian" in the place of mentee m1 has a reduced cost of -1 in level 2',
        (it) => (it.certificate.professions['ahp/dietitian']![0] = 1),
      ],
      [
        'priority',
        'another of "ahp/dietitian" in the place of mentee m1 has a reduced cost of -1 in priority',
        (it) => (it.certificate.mentors[1]![1] = -2),
      ],
      [
        'second tie',
        'another of "ahp/dietitian" in the place of mentee m1 has a reduced cost of -1 in second tie',
        (it) => it.certificate.professions['ahp/dietitian']![6]!++,
      ],
    ],
  ],
  [
    'pairs',
    [
      [
        'coverage',
        'the pair m5-x2 has a reduced cost of -1 in coverage',
        (it) => (it.certificate.mentors[1]![0] = 2),
      ],
      [
        'priority',
        'the pair m5-x2 has a reduced cost of -1 in priority',
        (it) => (it.certificate.mentors[0]![1] = -2),
      ],
      [
        'score',
        'the pair m3-x1 has a reduced cost of -10 in score',
        (it) => (it.certificate.mentors[0]![2] = 0),
      ],
      ['tie', 'the pair m3-x1 has a reduced cost of -1 in tie', (it) => it.certificate.mentors[0]![4]!++],
      [
        'second tie',
        'the pair m3-x1 has a reduced cost of -1 in second tie',
        (it) => it.certificate.mentors[0]![6]!++,
      ],
    ],
  ],
  [
    'tightSets',
    [
      ['none', 'certificate.tightSets is a list of 0, not of 1', (it) => it.certificate.tightSets.pop()],
      [
        'people',
        'certificate.tightSets[0].mentees is 5, but by the pairs it is 4',
        (it) => (it.certificate.tightSets[0]!['mentees'] = 5),
      ],
      [
        'places',
        'certificate.tightSets[0].places is 4, but by the pairs it is 3',
        (it) => (it.certificate.tightSets[0]!['places'] = 4),
      ],
      [
        'groups',
        'certificate.tightSets[0].groups[0] is "ahp", but by the pairs it is "nurse"',
        (it) => (it.certificate.tightSets[0]!['groups'] = ['ahp']),
      ],
    ],
  ],
];

describe.each(BROKEN)('a result is refused for its %s:', (claim, cases) => {
  it.each(cases)('%s: %s', (_, sentence, change) => {
    const changed = result();
    change(changed);
    expect(verifyDocuments(PROBLEM, changed)).toEqual({ valid: false, claim, sentence });
  });
});

describe('a free place', () => {
  it('has no price', () => {
    const roomy = { ...PROBLEM, mentors: PROBLEM.mentors.map(({ id }) => ({ id, capacity: 5 })) };
    const changed = result(roomy);
    changed.certificate.mentors[0]![4] = -1;
    expect(verifyDocuments(roomy, changed)).toEqual({
      valid: false,
      claim: 'mentors',
      sentence: 'one more mentee for mentor x1 has a reduced cost of -1 in tie',
    });
  });
});

describe('a problem with quotas', () => {
  it('has no result that could be checked, and says so', () => {
    const quotas = [{ name: 'North', mentees: [PROBLEM.mentees[0]!.id], atLeast: 1 }];
    expect(verifyDocuments({ ...PROBLEM, quotas }, result(PROBLEM))).toEqual({
      valid: false,
      claim: 'certificate',
      sentence: 'the problem has quotas, and a result under quotas has no certificate that could be checked',
    });
  });
});

describe('what is no result', () => {
  it.each([
    [null, 'the result is null, not an object'],
    ['valid', 'the result is "valid", not an object'],
    [[], 'the result is a list, not an object'],
    [{}, 'the result lacks a member: "format"'],
    [JSON.parse('{"__proto__": 1}'), 'the result lacks a member: "format"'],
    [undefined, 'the result is missing, not an object'],
  ])('%j is refused', (nonsense, sentence) => {
    expect(verifyDocuments(PROBLEM, nonsense)).toEqual({ valid: false, claim: 'shape', sentence });
  });

  it('is not asked what it is as a text', () => {
    const changed = { ...result(), format: { toString: 0 } };
    expect(verifyDocuments(PROBLEM, changed)).toEqual({
      valid: false,
      claim: 'format',
      sentence: 'format is an object, not "evenhand.result/1"',
    });
  });

  it('is quoted short and on one line', () => {
    const changed = { ...result(), format: `a\nb${'c'.repeat(500)}` };
    const { sentence } = verifyDocuments(PROBLEM, changed) as { sentence: string };
    expect(sentence).toBe(`format is "a\\nb${'c'.repeat(67)}…", not "evenhand.result/1"`);
  });

  it('may be nested deeper than calls can be', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const changed = { ...result(), assignments: JSON.parse(deep) as unknown };
    expect(verifyDocuments(PROBLEM, changed)).toMatchObject({ valid: false, claim: 'assignments' });
    const proof = { ...result().certificate, tightSets: JSON.parse(deep) as unknown };
    expect(verifyDocuments(PROBLEM, { ...result(), certificate: proof })).toMatchObject({
      valid: false,
      claim: 'tightSets',
    });
  });
});
