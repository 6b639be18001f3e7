// Measures one solve of the people in a folder, and the floor beside it, and prints both as JSON.
const { join } = require('node:path');
const dist = join(__dirname, '..', '..', 'dist', 'libs');
const { solve } = require(join(dist, 'allocation', 'index.js'));
const { readCsvTable } = require(join(dist, 'files', 'index.js'));
const { DEFAULT_RULES, matchPeople } = require(join(dist, 'matching', 'index.js'));
const { readPeople } = require(join(dist, 'people', 'index.js'));
const { healthAndCare } = require(join(dist, 'taxonomy', 'index.js'));

const [, , folder] = process.argv;
const people = readPeople({
  mentees: readCsvTable(join(folder, 'mentees.csv')),
  mentors: readCsvTable(join(folder, 'mentors.csv')),
  catalogue: healthAndCare,
});

let measured;
matchPeople({
  ...people,
  catalogue: healthAndCare,
  rules: DEFAULT_RULES,
  onDate: '2026-11-01',
  solve(problem, options) {
    const floor = scoreEveryPair(problem);
    const cpu = process.cpuUsage();
    const started = performance.now();
    const allocation = solve(problem, options);
    const solveMs = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    measured = {
      mentees: problem.mentees.length,
      mentors: problem.mentors.length,
      ...floor,
      solveMs: Math.round(solveMs),
      solveCpuMs: Math.round((user + system) / 1000),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    return allocation;
  },
});
console.log(JSON.stringify(measured));

/** Twice, since the first time also compiles the scorer; the second is the floor. */
function scoreEveryPair({ mentees, mentors, pairs }) {
  const row = new Int32Array(mentors.length);
  const scores = new Int32Array(mentors.length);
  let count = 0;
  let floorMs = 0;
  for (let round = 0; round < 2; round++) {
    count = 0;
    const started = performance.now();
    for (let mentee = 0; mentee < mentees.length; mentee++) {
      count += pairs.row(mentee, row, scores);
    }
    floorMs = performance.now() - started;
  }
  return { pairs: count, floorMs: Math.max(1, Math.round(floorMs)) };
}
