import { createRequire } from 'node:module';
import { measureCommand } from './measure-command.mjs';
import { inProcessOfItsOwn } from './process-of-its-own.mjs';

const require = createRequire(import.meta.url);
const { partsOf } = require('./instances/instance.cjs');
const { median } = require('./milliseconds.cjs');
const { installedVersion, PEERS } = require('./peers/peers.cjs');

/** The size at which the whole job, from files to files, is measured too. */
const FROM_FILES = '5000x2000';
/** Above so many pairs of mentee and mentor the others take hours, or more memory than there is. */
const MOST_FOR_PEERS = 400_000;
/** A peer that takes this long is not run again for a median. */
const LONG_RUN_MS = 10_000;

/** Everything that is measured on one instance. */
export function measureInstance(name, { runs, threads, peerLimitMs, progress }) {
  const { worst, mentees, mentors } = partsOf(name);
  progress(`${name}: floor and engine`);
  // Formulas are read too fast for a second thread to be of any use.
  const readers = worst === undefined ? ['--threads', String(threads)] : [];
  // Once is enough for a proof.
  const engine = repeat(runs, (run) =>
    inProcessOfItsOwn('measure-engine.cjs', [
      name,
      '--json',
      ...readers,
      ...(run === 0 ? [] : ['--no-proof']),
    ]),
  );
  const [{ pairs }] = engine;
  const instance = {
    name,
    mentees,
    mentors,
    pairs,
    floor: {
      wallMs: median(engine.map(({ floor }) => floor.wallMs)),
      cpuMs: median(engine.map(({ floor }) => floor.cpuMs)),
    },
    ours: { ...medians(engine), gap: engine[0].gap, threads: engine[0].threads, stages: engine[0].stages },
    peers: [],
  };
  if (worst === undefined && mentees * mentors <= MOST_FOR_PEERS) {
    Object.assign(instance, comparePeers(instance, { runs, peerLimitMs, progress }));
  }
  if (name === FROM_FILES) {
    progress(`${name}: from files to files`);
    instance.fromFiles = measureCommand(mentees, mentors, runs);
  }
  return instance;
}

/** The engine and its peers on the sum of scores alone, each with the pairs already in memory. */
function comparePeers({ name }, { runs, peerLimitMs, progress }) {
  progress(`${name}: sum of scores alone`);
  const words = [name, '--score-only', '--pairs-in-memory', '--no-floor', '--no-proof', '--json'];
  const engine = repeat(runs, () => inProcessOfItsOwn('measure-engine.cjs', words));
  const scoreOnly = { ...medians(engine), score: engine[0].score };
  const peers = Object.keys(PEERS).map((peer) => {
    progress(`${name}: ${peer}`);
    return measurePeer(peer, name, { runs, peerLimitMs, score: scoreOnly.score });
  });
  return { scoreOnly, peers };
}

function measurePeer(peer, name, { runs, peerLimitMs, score }) {
  const about = { name: peer, version: installedVersion(peer), asks: PEERS[peer].asks };
  const measured = [];
  do {
    const run = inProcessOfItsOwn('measure-peer.cjs', [peer, name], peerLimitMs);
    if (run === undefined) {
      return { ...about, wallMs: peerLimitMs, timedOut: true, peakMb: null, sameObjective: null };
    }
    measured.push(run);
  } while (measured.length < runs && measured[0].wallMs < LONG_RUN_MS);
  return { ...about, ...medians(measured), sameObjective: measured.every((run) => run.score === score) };
}

function repeat(runs, measure) {
  return Array.from({ length: runs }, (_, run) => measure(run));
}

function medians(measured) {
  const of = (member) => median(measured.map((run) => run[member]));
  return { wallMs: of('wallMs'), cpuMs: of('cpuMs'), peakMb: of('peakMb') };
}
