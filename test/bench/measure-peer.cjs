// Measures one solve by another solver, in a process of its own, and prints it as JSON.
//
//   node test/bench/measure-peer.cjs munkres 1000x400
const { faultIn, problemNamed } = require('./instances/instance.cjs');
const { cpuSince, milliseconds } = require('./milliseconds.cjs');
const { peakMemoryMb } = require('./peak-memory.cjs');
const { PEERS } = require('./peers/peers.cjs');

const [, , peer = '', name = ''] = process.argv;
const fault = Object.hasOwn(PEERS, peer)
  ? faultIn(name)
  : `"${peer}" is none of the solvers: ${Object.keys(PEERS).join(', ')}`;
if (fault !== undefined) {
  console.error(`measure-peer: ${fault}`);
  process.exit(2);
}

async function measure() {
  const solve = await PEERS[peer].prepare(problemNamed(name));
  const cpu = process.cpuUsage();
  const started = performance.now();
  const score = solve();
  const wallMs = milliseconds(performance.now() - started);
  const cpuMs = cpuSince(cpu);
  return { wallMs, cpuMs: milliseconds(cpuMs), peakMb: peakMemoryMb(), score };
}

measure().then(
  (measured) => console.log(JSON.stringify(measured)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
