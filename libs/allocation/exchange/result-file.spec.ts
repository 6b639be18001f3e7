import type { AllocationProblem, Certificate, CertifiedAllocation } from '../problem';
import { solveByFlow } from '../oracle/oracle';
import { problemSha256 } from './canonical-problem';
import { parseProblem } from './problem-file';
import { resultDocument, resultText } from './result-file';

const PROBLEM = {
  format: 'evenhand.problem/1',
  seed: 's',
  mentees: [
    { id: 'm2', group: ['nurse'], priority: 3 },
    { id: 'm10', group: ['ahp', 'dietitian'], priority: 4 },
    { id: 'm1', group: ['nurse'], priority: 5 },
  ],
  mentors: [
    { id: 'x1', capacity: 1 },
    { id: 'x2', capacity: 1 },
  ],
  edges: [
    [0, 0, 100],
    [1, 0, 20],
    [2, 1, 3],
  ],
  equity: { prior: { ahp: { asked: 3, matched: 1 } } },
};

const CERTIFICATE: Certificate = {
  levels: [[0, -1], []],
  groups: { nurse: [0, 0, 0, 0, 0, 0, 0] },
  professions: { 'nurse/': [0, 0, 0, 0, 0, 0, 0] },
  mentors: [[1, 0, -3, 0, 0, 0, 0]],
  tightSets: [{ level: 0, groups: ['nurse'], mentees: 2, unmatched: 1, mentors: 1, places: 1 }],
};
const solved = (problem: AllocationProblem): CertifiedAllocation => ({
  ...solveByFlow(problem),
  certificate: CERTIFICATE,
});

describe('a result file', () => {
  const problem = parseProblem(PROBLEM, 'problem');
  const allocation = solved(problem);

  it('lists the pairs by id, what they reach, the hash of the problem, the certificate and the engine', () => {
    expect(resultDocument(problem, allocation)).toEqual({
      format: 'evenhand.result/1',
      problemSha256: problemSha256(problem),
      assignments: [
        ['m1', 'x2'],
        ['m10', 'x1'],
      ],
      summary: {
        matched: 2,
        groups: {
          ahp: { asked: 1, matched: 1 },
          'ahp/dietitian': { asked: 1, matched: 1 },
          nurse: { asked: 2, matched: 1 },
        },
        rates: {
          '1': [
            [1, 2],
            [1, 2],
          ],
          '2': [[1, 1]],
        },
        priority: 9,
        score: 23,
        tie: allocation.tie,
      },
      certificate: CERTIFICATE,
      engine: 'evenhand-allocation/3',
    });
  });

  it('has no rates where equity is no objective', () => {
    const withoutEquity = parseProblem({ ...PROBLEM, objectives: ['coverage', 'score'] }, 'problem');
    const { summary } = resultDocument(withoutEquity, solved(withoutEquity));
    expect(Object.keys(summary as object)).toEqual(['matched', 'groups', 'priority', 'score', 'tie']);
  });

  it('is one line of canonical JSON', () => {
    expect(resultText(problem, allocation)).toBe(
      '{"assignments":[["m1","x2"],["m10","x1"]],' +
        '"certificate":{"groups":{"nurse":[0,0,0,0,0,0,0]},"levels":[[0,-1],[]],"mentors":[[1,0,-3,0,0,0,0]],' +
        '"professions":{"nurse/":[0,0,0,0,0,0,0]},"tightSets":[{"groups":["nurse"],"level":0,"mentees":2,"mentors":1,' +
        '"places":1,"unmatched":1}]},"engine":"evenhand-allocation/3","format":"evenhand.result/1",' +
        `"problemSha256":"${problemSha256(problem)}","summary":{"groups":{"ahp":{"asked":1,"matched":1},` +
        '"ahp/dietitian":{"asked":1,"matched":1},"nurse":{"asked":2,"matched":1}},"matched":2,"priority":9,' +
        `"rates":{"1":[[1,2],[1,2]],"2":[[1,1]]},"score":23,"tie":${allocation.tie}}}\n`,
    );
  });
});
