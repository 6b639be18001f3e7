// The engine on its own: three people ask, two mentors have a place each. `npm run build` first.
const { parseProblem, RefutedResult, solve, verifiedResult } = require('../../dist/libs/allocation/index.js');

const problem = parseProblem(
  {
    format: 'evenhand.problem/1',
    seed: 'spring',
    mentees: [
      { id: 'ana', group: ['nurse'], priority: 40 },
      { id: 'ben', group: ['nurse'], priority: 90 },
      { id: 'cai', group: ['ahp', 'dietitian'], priority: 5 },
    ],
    mentors: [
      { id: 'xi', capacity: 1 },
      { id: 'yo', capacity: 1 },
    ],
    // Positions of mentee and mentor, and the score of the pair: cai suits nobody but xi.
    edges: [
      [0, 0, 9100],
      [0, 1, 6000],
      [1, 0, 8800],
      [1, 1, 5200],
      [2, 0, 4700],
    ],
    objectives: ['coverage', 'equity', 'priority', 'score'],
    equity: { levels: [1, 2], prior: {} },
  },
  'example',
);

const allocation = solve(problem);
allocation.mentorOf.forEach((mentor, mentee) =>
  console.log(`${problem.mentees[mentee].id}: ${mentor === -1 ? 'nobody' : problem.mentors[mentor].id}`),
);
for (const [group, { matched, asked }] of Object.entries(allocation.groups)) {
  console.log(`${group}: ${matched} of ${asked}`);
}
try {
  verifiedResult(problem, allocation);
  console.log('certificate valid');
} catch (error) {
  if (!(error instanceof RefutedResult)) throw error;
  console.log(error.sentence);
}
