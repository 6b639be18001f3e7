import { InputRefused } from '@evenhand/kernel';
import { OBJECTIVE_LISTS } from '../oracle/arbitrary-problem';
import { OBJECTIVES } from '../problem';
import { parseProblem } from './problem-file';

/** Two mentees, three mentors, two pairs. */
function smallProblem() {
  return {
    format: 'evenhand.problem/1',
    seed: '2026-autumn',
    mentees: [
      { id: 'm1', group: ['ahp', 'physiotherapist'], priority: 12 },
      { id: 'm2', group: ['nurse'], priority: 0 },
    ],
    mentors: [
      { id: 'x1', capacity: 2 },
      { id: 'x2', capacity: 0 },
      { id: 'x3', capacity: 1 },
    ],
    edges: [
      [1, 2, 10000],
      [0, 0, 8125],
      [1, 0, 0],
    ],
    objectives: ['coverage', 'equity', 'priority', 'score'],
    equity: {
      levels: [1, 2],
      prior: { ahp: { asked: 40, matched: 22 }, 'ahp/physiotherapist': { asked: 9, matched: 9 } },
    },
  };
}

/** The small problem with other members. */
function withMembers(members: object): unknown {
  return { ...smallProblem(), ...members };
}

/** Every line of the refusal, without the name of the file; nothing where the problem is taken. */
function refusal(value: unknown): readonly string[] {
  try {
    parseProblem(value, 'problem.json');
    return [];
  } catch (error) {
    const { problems } = error as InputRefused;
    expect(error).toBeInstanceOf(InputRefused);
    return problems.map((line) => line.replace(/^problem\.json: /, ''));
  }
}

function withMentee(members: object): unknown {
  return withMembers({ mentees: [{ id: 'm1', group: ['ahp'], ...members }, smallProblem().mentees[1]] });
}

function withMentor(members: object): unknown {
  const [, ...others] = smallProblem().mentors;
  return withMembers({ mentors: [{ id: 'x1', capacity: 2, ...members }, ...others] });
}

function withEdge(edge: unknown): unknown {
  return withMembers({ edges: [[0, 0, 1], edge] });
}

describe('a problem file', () => {
  it('is taken over with its pairs by mentee and mentor', () => {
    const { pairs, ...problem } = parseProblem(smallProblem(), 'problem.json');
    const { seed, mentees: people, mentors: leaders, objectives, equity } = smallProblem();
    expect(problem).toEqual({ seed, mentees: people, mentors: leaders, objectives, equity });
    const mentors = new Int32Array(3);
    const scores = new Int32Array(3);
    expect(pairs.count).toBe(3);
    expect(pairs.row(0, mentors, scores)).toBe(1);
    expect([mentors[0], scores[0]]).toEqual([0, 8125]);
    expect(pairs.row(1, mentors, scores)).toBe(2);
    expect([...mentors.subarray(0, 2), ...scores.subarray(0, 2)]).toEqual([0, 2, 0, 10000]);
  });

  it('may leave out priority, objectives and equity', () => {
    const { format, seed, mentors } = smallProblem();
    const least = { format, seed, mentors, mentees: [{ id: 'm1', group: ['ahp'] }], edges: [] };
    const problem = parseProblem(least, 'problem.json');
    expect(problem.mentees).toEqual([{ id: 'm1', group: ['ahp'], priority: 0 }]);
    expect(problem.objectives).toEqual(OBJECTIVES);
    expect(problem.equity).toEqual({ levels: [1, 2], prior: {} });
    expect(parseProblem({ ...least, equity: { levels: [1] } }, 'problem.json').equity.levels).toEqual([1]);
  });

  it('may hold nobody', () => {
    expect(refusal(withMembers({ mentees: [], mentors: [], edges: [] }))).toEqual([]);
  });

  it.each(OBJECTIVE_LISTS.map((list) => [list.join(', '), list]))('may ask for %s', (_, objectives) => {
    expect(parseProblem(withMembers({ objectives }), 'problem.json').objectives).toEqual(objectives);
  });

  it('gives no prior to a group that has none, whatever the group is called', () => {
    const { equity } = parseProblem(withMentee({ group: ['constructor'] }), 'problem.json');
    expect(equity.prior.constructor).toBeUndefined();
  });

  it('tells every fault at once, each in a line that starts with the name of the file', () => {
    const broken = withMembers({
      seed: '',
      mentees: [{ id: 'm1', group: ['ahp'], priority: 1.5 }],
      edges: [[0, 9, 0.5]],
    });
    expect(() => parseProblem(broken, 'autumn.json')).toThrow(
      new InputRefused([
        'autumn.json: seed: "" is not a text of 1 to 200 characters',
        'autumn.json: mentees[0].priority: 1.5 is not a whole number of days',
        'autumn.json: edges[0]: mentor 9 is not there: there are 3',
        'autumn.json: edges[0]: score 0.5 is not a whole number from 0 to 10000',
      ]),
    );
    expect(refusal(broken)).toHaveLength(4);
  });

  it('tells the first hundred faults and counts the others', () => {
    const lines = refusal(withMembers({ edges: Array.from({ length: 250 }, () => [7, 0, 1]) }));
    expect(lines).toHaveLength(101);
    expect(lines[99]).toBe('edges[99]: mentee 7 is not there: there are 2');
    expect(lines[100]).toBe('and 150 more');
  });
});

describe.each<[what: string, value: unknown, lines: string[]]>([
  ['a list', [], ['a problem is an object, not a list']],
  ['nothing', null, ['a problem is an object, not null']],
  [
    'an object without members',
    {},
    ['format', 'seed', 'mentees', 'mentors', 'edges'].map((member) => `"${member}" is missing`),
  ],
  [
    'another format',
    withMembers({ format: 'evenhand.problem/2', seed: 3 }),
    ['format: "evenhand.problem/2" is not "evenhand.problem/1"'],
  ],
  ['an unknown member', withMembers({ quota: 1 }), ['unknown member "quota"']],
  ['an unknown member of a mentee', withMentee({ sex: 'f' }), ['mentees[0]: unknown member "sex"']],
  ['an unknown member of a mentor', withMentor({ places: 2 }), ['mentors[0]: unknown member "places"']],
  [
    'an unknown member of equity',
    withMembers({ equity: { weight: 1 } }),
    ['equity: unknown member "weight"'],
  ],
  [
    'an unknown member of a prior',
    withMembers({ equity: { prior: { ahp: { asked: 1, matched: 1, met: 1 } } } }),
    ['equity.prior["ahp"]: unknown member "met"'],
  ],
  [
    'an own member __proto__',
    JSON.parse(JSON.stringify(smallProblem()).replace('{', '{"__proto__":{"seed":"s"},')),
    ['unknown member "__proto__"'],
  ],
  [
    'a mentee with an own member __proto__',
    withMembers({
      mentees: [JSON.parse('{"id":"m1","group":["ahp"],"__proto__":{}}'), smallProblem().mentees[1]],
    }),
    ['mentees[0]: unknown member "__proto__"'],
  ],
  [
    'a prior for __proto__',
    withMembers({ equity: { prior: JSON.parse('{"__proto__":{"asked":1,"matched":1}}') as unknown } }),
    ['equity.prior: "__proto__" is neither a group nor group/profession'],
  ],
  ['a seed that is a number', withMembers({ seed: 7 }), ['seed: 7 is not a text of 1 to 200 characters']],
  [
    'a seed beyond 200 characters',
    withMembers({ seed: 'a'.repeat(201) }),
    [`seed: "${'a'.repeat(60)}…" is not a text of 1 to 200 characters`],
  ],
  [
    'a seed with half a character',
    withMembers({ seed: 'a\ud800' }),
    ['seed: it holds half of a surrogate pair, which is no character'],
  ],
  ['mentees that are no list', withMembers({ mentees: {} }), ['mentees: an object is not a list']],
  ['mentors that are no list', withMembers({ mentors: 'x1' }), ['mentors: "x1" is not a list']],
  ['edges that are no list', withMembers({ edges: 3 }), ['edges: 3 is not a list']],
  [
    'a mentee that is no object',
    withMembers({ mentees: ['m1', smallProblem().mentees[1]] }),
    ['mentees[0]: "m1" is not an object'],
  ],
  ['a mentee without a group', withMentee({ group: undefined }), ['mentees[0]: "group" is missing']],
  ['a mentor without a capacity', withMentor({ capacity: undefined }), ['mentors[0]: "capacity" is missing']],
  [
    'an id with a space',
    withMentee({ id: 'm 1' }),
    ['mentees[0].id: "m 1" is not an id: 1 to 64 letters, digits, dots, underscores or hyphens'],
  ],
  [
    'an id of 65 letters',
    withMentor({ id: 'x'.repeat(65) }),
    [
      `mentors[0].id: "${'x'.repeat(60)}…" is not an id: 1 to 64 letters, digits, dots, underscores or hyphens`,
    ],
  ],
  [
    'an id that is a number',
    withMentor({ id: 5 }),
    ['mentors[0].id: 5 is not an id: 1 to 64 letters, digits, dots, underscores or hyphens'],
  ],
  [
    'two mentees of one id',
    withMentee({ id: 'm2' }),
    ['mentees[1].id: "m2" is already the id of mentees[0]'],
  ],
  [
    'two mentors of one id',
    withMentor({ id: 'x3' }),
    ['mentors[2].id: "x3" is already the id of mentors[0]'],
  ],
  [
    'a group that is a text',
    withMentee({ group: 'ahp' }),
    ['mentees[0].group: "ahp" is not [group] or [group, profession]'],
  ],
  [
    'a path of no elements',
    withMentee({ group: [] }),
    ['mentees[0].group: a list of 0 is not [group] or [group, profession]'],
  ],
  [
    'a path of three elements',
    withMentee({ group: ['a', 'b', 'c'] }),
    ['mentees[0].group: a list of 3 is not [group] or [group, profession]'],
  ],
  [
    'a profession with a slash',
    withMentee({ group: ['ahp', 'a/b'] }),
    ['mentees[0].group[1]: "a/b" is not a code: 1 to 64 letters, digits, dots, underscores or hyphens'],
  ],
  [
    'a group without a name',
    withMentee({ group: [''] }),
    ['mentees[0].group[0]: "" is not a code: 1 to 64 letters, digits, dots, underscores or hyphens'],
  ],
  [
    'a group called __proto__',
    withMentee({ group: ['__proto__'] }),
    ['mentees[0].group[0]: "__proto__" is not a code: 1 to 64 letters, digits, dots, underscores or hyphens'],
  ],
  [
    'a priority in half days',
    withMentee({ priority: 1.5 }),
    ['mentees[0].priority: 1.5 is not a whole number of days'],
  ],
  [
    'a priority below 0',
    withMentee({ priority: -1 }),
    ['mentees[0].priority: -1 is not between 0 and 1000000'],
  ],
  [
    'a priority that is NaN',
    withMentee({ priority: NaN }),
    ['mentees[0].priority: NaN is not a whole number of days'],
  ],
  [
    'a priority that is null',
    withMentee({ priority: null }),
    ['mentees[0].priority: null is not a whole number of days'],
  ],
  [
    'a priority as text',
    withMentee({ priority: '4' }),
    ['mentees[0].priority: "4" is not a whole number of days'],
  ],
  [
    'a priority above the top',
    withMentee({ priority: 1_000_001 }),
    ['mentees[0].priority: 1000001 is not between 0 and 1000000'],
  ],
  [
    'a capacity below 0',
    withMentor({ capacity: -2 }),
    ['mentors[0].capacity: -2 is not between 0 and 1000000'],
  ],
  [
    'an endless capacity',
    withMentor({ capacity: Infinity }),
    ['mentors[0].capacity: Infinity is not a whole number of places'],
  ],
  [
    'a capacity above the top',
    withMentor({ capacity: 1_000_001 }),
    ['mentors[0].capacity: 1000001 is not between 0 and 1000000'],
  ],
  [
    'an edge from a mentee who is not there',
    withEdge([2, 0, 1]),
    ['edges[1]: mentee 2 is not there: there are 2'],
  ],
  [
    'an edge to a mentor who is not there',
    withEdge([0, 3, 1]),
    ['edges[1]: mentor 3 is not there: there are 3'],
  ],
  ['an edge with an index below 0', withEdge([0, -1, 1]), ['edges[1]: mentor -1 is not there: there are 3']],
  [
    'an edge between ids',
    withEdge(['m1', 'x1', 1]),
    ['edges[1]: mentee "m1" is not there: there are 2', 'edges[1]: mentor "x1" is not there: there are 3'],
  ],
  [
    'a score of 10,001',
    withEdge([0, 1, 10_001]),
    ['edges[1]: score 10001 is not a whole number from 0 to 10000'],
  ],
  ['a score of 0.5', withEdge([0, 1, 0.5]), ['edges[1]: score 0.5 is not a whole number from 0 to 10000']],
  ['a score below 0', withEdge([0, 1, -1]), ['edges[1]: score -1 is not a whole number from 0 to 10000']],
  [
    'a score that is NaN',
    withEdge([0, 1, NaN]),
    ['edges[1]: score NaN is not a whole number from 0 to 10000'],
  ],
  ['an edge without a score', withEdge([0, 1]), ['edges[1]: a list is not [mentee, mentor, score]']],
  ['an edge that is an object', withEdge({}), ['edges[1]: an object is not [mentee, mentor, score]']],
  [
    'an edge listed twice',
    withEdge([0, 0, 2]),
    ['edges[1]: mentee 0 and mentor 0 are already paired in edges[0]'],
  ],
  [
    'an edge listed twice behind a broken one',
    withMembers({
      edges: [
        [9, 0, 1],
        [1, 2, 3],
        [0, 0, 1],
        [1, 2, 3],
      ],
    }),
    [
      'edges[0]: mentee 9 is not there: there are 2',
      'edges[3]: mentee 1 and mentor 2 are already paired in edges[1]',
    ],
  ],
  [
    'no objective',
    withMembers({ objectives: [] }),
    ['objectives: at least one is needed of coverage, equity, priority, score'],
  ],
  [
    'objectives that are no list',
    withMembers({ objectives: 'score' }),
    ['objectives: "score" is not a list'],
  ],
  [
    'an unknown objective',
    withMembers({ objectives: ['coverage', 'speed'] }),
    ['objectives[1]: "speed" is no objective: coverage, equity, priority, score'],
  ],
  [
    'objectives in another order',
    withMembers({ objectives: ['score', 'coverage'] }),
    ['objectives: they come in the order coverage, equity, priority, score, each at most once'],
  ],
  [
    'an objective twice',
    withMembers({ objectives: ['score', 'score'] }),
    ['objectives: they come in the order coverage, equity, priority, score, each at most once'],
  ],
  [
    'equity without coverage',
    withMembers({ objectives: ['equity'] }),
    ['objectives: equity needs coverage before it'],
  ],
  ['equity that is no object', withMembers({ equity: [] }), ['equity: a list is not an object']],
  [
    'level 2 alone',
    withMembers({ equity: { levels: [2] } }),
    ['equity.levels: [2] is neither [1] nor [1,2]'],
  ],
  ['no level', withMembers({ equity: { levels: [] } }), ['equity.levels: [] is neither [1] nor [1,2]']],
  [
    'three levels',
    withMembers({ equity: { levels: [1, 2, 3] } }),
    ['equity.levels: a list is neither [1] nor [1,2]'],
  ],
  [
    'a level as text',
    withMembers({ equity: { levels: ['1'] } }),
    ['equity.levels: ["1"] is neither [1] nor [1,2]'],
  ],
  [
    'prior that is no object',
    withMembers({ equity: { prior: [] } }),
    ['equity.prior: a list is not an object'],
  ],
  [
    'prior for a path of three elements',
    withMembers({ equity: { prior: { 'a/b/c': { asked: 0, matched: 0 } } } }),
    ['equity.prior: "a/b/c" is neither a group nor group/profession'],
  ],
  [
    'prior without matches',
    withMembers({ equity: { prior: { 'ahp/podiatrist': { asked: 3 } } } }),
    ['equity.prior["ahp/podiatrist"]: "matched" is missing'],
  ],
  [
    'more prior matches than requests',
    withMembers({ equity: { prior: { ahp: { asked: 3, matched: 4 } } } }),
    ['equity.prior["ahp"]: 4 matched is more than 3 asked'],
  ],
  [
    'prior beyond a thousand million',
    withMembers({ equity: { prior: { ahp: { asked: 1_000_000_001, matched: 0.5 } } } }),
    [
      'equity.prior["ahp"].asked: 1000000001 is not between 0 and 1000000000',
      'equity.prior["ahp"].matched: 0.5 is not a whole number',
    ],
  ],
])('%s', (_, value, lines) => {
  it('is refused in exact words', () => {
    expect(refusal(value)).toEqual(lines);
  });
});

describe('a file beyond the limits', () => {
  it('with six million pairs is refused with the number, and with nothing else', () => {
    const edges = new Array<unknown>(6_000_000).fill([9, 9, 9]);
    expect(refusal(withMembers({ edges, seed: 0 }))).toEqual([
      'edges: there are 6,000,000; a problem file holds at most 5,000,000',
    ]);
  });

  it('with too many people is refused with their numbers', () => {
    const people = new Array<unknown>(100_001).fill({});
    expect(refusal(withMembers({ mentees: people, mentors: people }))).toEqual([
      'mentees: there are 100,001; a problem file holds at most 100,000',
      'mentors: there are 100,001; a problem file holds at most 100,000',
    ]);
  });

  it('names one fault, not every pair, where nobody is listed', () => {
    expect(refusal(withMembers({ mentors: undefined }))).toEqual(['"mentors" is missing']);
  });
});

describe('the quotas of a problem file', () => {
  const floor = { name: 'North West', mentees: ['m2', 'm1'], atLeast: 1 };

  function withQuotas(...quotas: unknown[]): unknown {
    return withMembers({ quotas });
  }

  it('name mentees by id and are taken over by index', () => {
    const { quotas } = parseProblem(withQuotas(floor), 'problem.json');
    expect(quotas).toEqual([{ name: 'North West', mentees: [1, 0], atLeast: 1 }]);
    expect(parseProblem(smallProblem(), 'problem.json')).not.toHaveProperty('quotas');
  });

  it.each<[what: string, quotas: unknown, ...lines: string[]]>([
    ['no list', {}, 'quotas: an object is not a list'],
    ['an empty list', [], 'quotas: at least one is needed, or the member is left out'],
    ['no object', ['North West'], 'quotas[0]: "North West" is not an object'],
    [
      'missing and unknown members',
      [{ title: 'N' }],
      'quotas[0]: "name" is missing',
      'quotas[0]: "mentees" is missing',
      'quotas[0]: "atLeast" is missing',
      'quotas[0]: unknown member "title"',
    ],
    [
      'a name of two lines',
      [{ ...floor, name: 'North\nWest' }],
      'quotas[0].name: "North\\nWest" is not a line of 1 to 100 characters',
    ],
    ['a name twice', [floor, floor], 'quotas[1].name: "North West" is already the name of quotas[0]'],
    [
      'no mentee',
      [{ ...floor, mentees: [], atLeast: 0 }],
      'quotas[0].mentees: at least one mentee is needed',
    ],
    [
      'a mentee who is not there',
      [{ ...floor, mentees: ['m1', 'm9', 7] }],
      'quotas[0].mentees[1]: "m9" is not the id of a mentee',
      'quotas[0].mentees[2]: 7 is not the id of a mentee',
    ],
    [
      'a mentee twice',
      [{ ...floor, mentees: ['m1', 'm2', 'm1'] }],
      'quotas[0].mentees[2]: "m1" is already mentees[0]',
    ],
    [
      'more than there are',
      [{ ...floor, atLeast: 3 }],
      'quotas[0].atLeast: 3 is not between 0 and 2, the number of its mentees',
    ],
    [
      'less than none',
      [{ ...floor, atLeast: -1 }],
      'quotas[0].atLeast: -1 is not between 0 and 2, the number of its mentees',
    ],
    [
      'half a person',
      [{ ...floor, atLeast: 0.5 }],
      'quotas[0].atLeast: 0.5 is not a whole number of mentees',
    ],
    [
      'a number in words',
      [{ ...floor, atLeast: '1' }],
      'quotas[0].atLeast: "1" is not a whole number of mentees',
    ],
  ])('are refused with %s', (_, quotas, ...lines) => {
    expect(refusal(withMembers({ quotas }))).toEqual(lines);
  });

  it('are refused where there are too many to be meant', () => {
    const quotas = Array.from({ length: 1001 }, (_, place) => ({ ...floor, name: `floor ${place}` }));
    expect(refusal(withMembers({ quotas }))).toEqual([
      'quotas: there are 1,001; a problem file holds at most 1,000',
    ]);
  });
});
