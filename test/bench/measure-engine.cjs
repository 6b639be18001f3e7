// Measures one solve in a process of its own, and the floor beside it: every pair scored once, by the same scorer.
//
//   node test/bench/measure-engine.cjs 5000x2000                       what takes how long, stage by stage
//   node test/bench/measure-engine.cjs all-ties-600x300                the same of a worst case
//   node --cpu-prof test/bench/measure-engine.cjs 5000x2000 --no-floor --no-proof
//
//   --score-only        the sum of scores is the one objective
//   --pairs-in-memory   scored beforehand, as solvers that take a matrix have them
//   --threads 2         rows are read by so many threads
//   --no-floor          leaves the floor out, and with it what warms the scorer up
//   --no-proof          does not have the answer proven
//   --json              for the bench
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { measureFloor } = require('./floor.cjs');
const { faultIn, problemNamed } = require('./instances/instance.cjs');
const { peakMemoryMb } = require('./peak-memory.cjs');
const { provenGap } = require('./proven-gap.cjs');
const { statedMemoryMb } = require('./stated-memory.cjs');
const { cpuSince, milliseconds } = require('./milliseconds.cjs');
const dist = join(__dirname, '..', '..', 'dist', 'libs');
const { CompactPairs, solve } = require(join(dist, 'allocation', 'index.js'));
const { ReadAhead } = require(join(dist, 'read-ahead', 'index.js'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    threads: { type: 'string', default: '1' },
    'score-only': { type: 'boolean', default: false },
    'pairs-in-memory': { type: 'boolean', default: false },
    'no-floor': { type: 'boolean', default: false },
    'no-proof': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const fault =
  faultIn(name) ?? (/^[1-9]$/.test(values.threads) ? undefined : '--threads takes a number from 1 to 9');
if (fault !== undefined) {
  console.error(`measure-engine: ${fault}`);
  process.exit(2);
}
const measured = measure();
console.log(values.json ? JSON.stringify(measured) : inLines(measured));

function measure() {
  const problem = problemToSolve();
  if (values.threads !== '1') {
    problem.pairs = new ReadAhead(problem.pairs.rows, Number(values.threads));
    process.on('exit', () => problem.pairs.close());
  }
  const floor = values['no-floor'] ? {} : measureFloor(problem);
  const beforeMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const { answer, ...solved } = measureSolve(problem);
  const { length: mentees } = problem.mentees;
  const { length: mentors } = problem.mentors;
  const statedMb = statedMemoryMb(mentees, mentors, beforeMb);
  // Pairs that tie are held one by one, and an instance in which all do is not what is stated of.
  if (solved.peakMb > statedMb && !name.startsWith('all-ties')) {
    throw new Error(`the solve took ${solved.peakMb} MB, more than the ${statedMb} MB that are stated`);
  }
  return {
    name,
    mentees,
    mentors,
    ...floor,
    beforeMb,
    statedMb,
    ...solved,
    threads: Number(values.threads),
    matched: answer.matched,
    score: answer.score,
    ...(values['no-proof'] ? {} : measureProof(problem, answer)),
  };
}

function problemToSolve() {
  const problem = problemNamed(name);
  const { mentees, mentors } = problem;
  return {
    ...problem,
    ...(values['score-only'] ? { objectives: ['score'] } : {}),
    ...(values['pairs-in-memory']
      ? { pairs: CompactPairs.fromSource(problem.pairs, mentees.length, mentors.length) }
      : {}),
  };
}

/** A stage begins with the first step that is reported of it, and ends where another begins. */
function measureSolve(problem) {
  const stages = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  const answer = solve(problem, {
    onProgress({ stage }) {
      if (stages.at(-1)?.stage !== stage) stages.push({ stage, wall: performance.now(), cpu: cpuSince(cpu) });
    },
  });
  const end = { wall: performance.now(), cpu: cpuSince(cpu) };
  return {
    answer,
    wallMs: milliseconds(end.wall - started),
    cpuMs: milliseconds(end.cpu),
    peakMb: peakMemoryMb(),
    stages: stages.map((begun, at) => {
      const over = stages[at + 1] ?? end;
      return {
        stage: begun.stage,
        wallMs: milliseconds(over.wall - begun.wall),
        cpuMs: milliseconds(over.cpu - begun.cpu),
      };
    }),
  };
}

function measureProof(problem, answer) {
  const started = performance.now();
  const gap = provenGap(problem, answer);
  return { gap, proofMs: milliseconds(performance.now() - started) };
}

function inLines({ pairs, floor, beforeMb, statedMb, stages, matched, score, gap, ...solved }) {
  const took = ({ wallMs, cpuMs }) => `${wallMs} ms, CPU ${cpuMs} ms`;
  const rows = [
    ...stages.map((each) => [`  ${each.stage}`, took(each)]),
    ['solve', took(solved)],
    ['memory', `peak ${solved.peakMb} MB, ${beforeMb} MB before the solve, at most ${statedMb} MB stated`],
    ['answer', `${matched} matched, score ${score}${gap === 0 ? ', proven the best' : ''}`],
  ];
  if (floor !== undefined) {
    const timesFloor = (member) => (solved[member] / floor[member]).toFixed(2);
    rows.unshift(['floor', `${took(floor)}, for ${pairs} pairs`]);
    rows.push(['× floor', `${timesFloor('wallMs')}, CPU ${timesFloor('cpuMs')}`]);
  }
  return rows.map(([what, figure]) => `${what.padEnd(12)} ${figure}`).join('\n');
}
