import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { WORST_CASES } = require('./instances/worst-cases.cjs');
const { partsOf } = require('./instances/instance.cjs');

/** What was measured, for people to read. */
export function asTables({ machine, runs, instances, failures }) {
  const compared = instances.filter(({ peers }) => peers.length > 0);
  const worst = instances.filter(({ name }) => partsOf(name).worst !== undefined);
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians of ${runs}`,
    '',
    'Floor: every pair scored once, by the same scorer, in the same process. Solve: every objective.',
    ...table([ENGINE_HEADINGS, ...instances.map(engineRow)]),
    ...(compared.length > 0
      ? [
          '',
          'Sum of scores alone, since the other solvers know no other objective; pairs already in memory.',
          ...table([PEER_HEADINGS, ...compared.flatMap(peerRows)]),
        ]
      : []),
    ...instances.flatMap(fromFilesLines),
    ...(worst.length > 0 ? ['', ...worst.map(worstLine)] : []),
    ...failures.flatMap(({ name, sentence }) => ['', `${name} could not be measured: ${sentence}`]),
  ].join('\n');
}

const ENGINE_HEADINGS = [
  'instance',
  'pairs',
  'floor ms',
  'solve ms',
  '× floor',
  'floor CPU',
  'solve CPU',
  '× floor',
  'peak MB',
  'threads',
  'gap',
];

function engineRow({ name, pairs, floor, ours }) {
  return [
    name,
    pairs.toLocaleString('en'),
    floor.wallMs,
    ours.wallMs,
    times(ours.wallMs, floor.wallMs),
    floor.cpuMs,
    ours.cpuMs,
    times(ours.cpuMs, floor.cpuMs),
    ours.peakMb,
    ours.threads,
    ours.gap,
  ];
}

const PEER_HEADINGS = ['instance', 'solver', 'asked', 'ms', '× ours', 'CPU ms', 'peak MB', 'same sum'];

function peerRows({ name, scoreOnly, peers }) {
  const own = [
    name,
    'evenhand',
    'pair source',
    scoreOnly.wallMs,
    '1.0',
    scoreOnly.cpuMs,
    scoreOnly.peakMb,
    '',
  ];
  return [
    own,
    ...peers.map((peer) => [
      name,
      `${peer.name} ${peer.version}`,
      peer.asks,
      `${peer.timedOut ? '> ' : ''}${peer.wallMs}`,
      `${peer.timedOut ? '> ' : ''}${times(peer.wallMs, scoreOnly.wallMs)}`,
      peer.cpuMs ?? '',
      peer.peakMb ?? '',
      peer.timedOut ? 'timed out' : peer.sameObjective ? 'yes' : 'NO',
    ]),
  ];
}

function fromFilesLines({ name, fromFiles }) {
  return fromFiles === undefined
    ? []
    : [
        '',
        `evenhand match, ${name}, CSV to CSV: ${(fromFiles.wallMs / 1000).toFixed(1)} s, ${fromFiles.peakMb} MB`,
      ];
}

function worstLine({ name }) {
  return `${name}: ${WORST_CASES[partsOf(name).worst].asks}`;
}

function times(measured, beside) {
  return (measured / beside).toFixed(1);
}

/** Words to the left, figures to the right. */
function table(rows) {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const isFigure = cells[0].map((_, column) => cells.some((row) => /^[\d.,]+$/.test(row[column])));
  return cells.map((row) =>
    row
      .map((cell, column) => (isFigure[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}
