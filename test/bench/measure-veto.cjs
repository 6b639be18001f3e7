// Measures how long it takes to match anew after one pair was ruled out, beside solving everything again.
//
//   node test/bench/measure-veto.cjs 20000x7000
//   node test/bench/measure-veto.cjs 5000x2000 --vetoes 500     so many pairs, spread over everybody; 200 if not said
//   node test/bench/measure-veto.cjs 5000x2000 --json
//
// Each pair is ruled out of the same matching and the veto taken back, and then all of them one after the other.
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { faultIn, problemNamed } = require('./instances/instance.cjs');
const { cpuSince, median, milliseconds } = require('./milliseconds.cjs');
const { peakMemoryMb } = require('./peak-memory.cjs');
const dist = join(__dirname, '..', '..', 'dist', 'libs');
const { amendable, reoptimise, solve } = require(join(dist, 'allocation', 'index.js'));

/** The first few are taken back unmeasured, until the search is compiled. */
const WARM_UP = 50;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vetoes: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const fault =
  faultIn(name) ??
  (/^[1-9]\d{0,3}$/.test(values.vetoes) ? undefined : '--vetoes takes a whole number from 1 to 9999');
if (fault !== undefined) {
  console.error(`measure-veto: ${fault}`);
  process.exit(2);
}
const measured = measure();
console.log(values.json ? JSON.stringify(measured) : inLines(measured));

function measure() {
  const problem = problemNamed(name);
  const [solveMs, result] = timed(() => solve(problem));
  const [beginMs, matching] = timed(() => amendable(problem, result));
  const matched = [...result.mentorOf.keys()].filter((mentee) => result.mentorOf[mentee] !== -1);
  const spread = (count) =>
    matched.filter(
      (_, at) => Math.floor((at * count) / matched.length) > Math.floor(((at - 1) * count) / matched.length),
    );
  const veto = (mentee) => matching.forbid([mentee, matching.current.allocation.mentorOf[mentee]]);
  const alone = (mentee) => {
    const cpu = process.cpuUsage();
    const [ms, found] = timed(() => veto(mentee));
    const cpuMs = cpuSince(cpu);
    matching.undo();
    return { ms, cpuMs, found };
  };

  spread(WARM_UP).forEach(alone);
  const mentees = spread(Number(values.vetoes));
  const vetoes = mentees.map(alone);
  const kept = vetoes.filter(({ found }) => found.countsKept);
  // Once everything has to be solved again, so it has after every further decision.
  const inTurn = [];
  for (const mentee of mentees) {
    const { allocation, countsKept } = matching.current;
    if (countsKept && allocation.mentorOf[mentee] !== -1) inTurn.push(timed(() => veto(mentee))[0]);
  }

  const [first] = mentees;
  const [reoptimiseMs, again] = timed(() =>
    reoptimise(problem, result.mentorOf, { pinned: [], forbidden: [[first, result.mentorOf[first]]] }),
  );
  if (String(again.allocation.mentorOf) !== String(vetoes[0].found.allocation.mentorOf)) {
    throw new Error('the matching is not the one that is found when everything is solved again');
  }
  return {
    name,
    vetoes: vetoes.length,
    countsKept: kept.length,
    solveMs: milliseconds(solveMs),
    beginMs: milliseconds(beginMs),
    alone: {
      ...quantiles(kept.map(({ ms }) => ms)),
      cpuMs: milliseconds(median(kept.map(({ cpuMs }) => cpuMs))),
    },
    inTurn: quantiles(inTurn),
    reoptimiseMs: milliseconds(reoptimiseMs),
    peakMb: peakMemoryMb(),
  };
}

function timed(work) {
  const started = performance.now();
  const done = work();
  return [performance.now() - started, done];
}

function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => milliseconds(sorted[Math.floor(part * (sorted.length - 1))]);
  return { medianMs: milliseconds(median(times)), p95Ms: at(0.95), longestMs: at(1) };
}

function inLines({ vetoes, countsKept, solveMs, beginMs, alone, inTurn, reoptimiseMs, peakMb }) {
  const took = ({ medianMs, p95Ms, longestMs }) =>
    `median ${medianMs} ms, 95 of 100 within ${p95Ms} ms, longest ${longestMs} ms`;
  return [
    ['solve', `${solveMs} ms`],
    ['begin', `${beginMs} ms, once`],
    [
      'one veto',
      `${took(alone)}; median CPU ${alone.cpuMs} ms; ${countsKept} of ${vetoes} with all counts kept`,
    ],
    ['in turn', took(inTurn)],
    ['reoptimise', `${reoptimiseMs} ms, the same matching`],
    ['memory', `peak ${peakMb} MB`],
  ]
    .map(([what, figure]) => `${what.padEnd(12)} ${figure}`)
    .join('\n');
}
