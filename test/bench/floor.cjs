const { cpuSince, median, milliseconds } = require('./milliseconds.cjs');

/** Rows are read until the scorer is compiled for speed, but not for ever. */
const WARM_UP_MS = 500;
/** Short passes are taken again for a median: a pass of a millisecond alone says little. */
const PASSES = 3;
const LONG_PASS_MS = 2000;

/** The floor: what it takes to ask for every pair's score once, which no exact engine can avoid. */
function measureFloor({ mentees, mentors, pairs }) {
  const row = new Int32Array(mentors.length);
  const scores = new Int32Array(mentors.length);
  const pass = (longestMs) => {
    let count = 0;
    const cpu = process.cpuUsage();
    const started = performance.now();
    for (let mentee = 0; mentee < mentees.length && performance.now() - started < longestMs; mentee++) {
      count += pairs.row(mentee, row, scores);
    }
    return { count, wallMs: performance.now() - started, cpuMs: cpuSince(cpu) };
  };
  for (let spentMs = 0; spentMs < WARM_UP_MS;) {
    spentMs += Math.max(1, pass(WARM_UP_MS - spentMs).wallMs);
  }
  const passes = [pass(Infinity)];
  while (passes.length < PASSES && passes[0].wallMs < LONG_PASS_MS) {
    passes.push(pass(Infinity));
  }
  const medianOf = (member) => milliseconds(median(passes.map((each) => each[member])));
  return { pairs: passes[0].count, floor: { wallMs: medianOf('wallMs'), cpuMs: medianOf('cpuMs') } };
}

module.exports = { measureFloor };
