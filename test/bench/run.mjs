// Measures the engine on invented programmes of growing size, and the whole job from CSV files at 5,000 × 2,000.
// Beside each stands the floor, measured in the same run: scoring every pair once, which no exact engine can avoid.
//
//   npm run bench                                     a table
//   npm run -s bench -- --only 5000x2000 --json       one JSON document
//   npm run -s bench -- --runs 5                      medians of five runs (3 by default)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';
import { writeProgramme } from './programme.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const SIZES = ['200x100', '1000x400', '5000x2000'];
/** The size at which the whole job, from files to files, is measured too. */
const FROM_FILES = '5000x2000';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});
const runs = Number(values.runs);
const sizes = values.only === undefined ? SIZES : [values.only];
if (!Number.isInteger(runs) || runs < 1 || sizes.some((size) => !/^[1-9]\d*x[1-9]\d*$/.test(size))) {
  console.error('bench: --only takes a size such as 5000x2000, --runs a whole number from 1');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const instances = sizes.map(measure);
const report = {
  machine,
  instances,
};
console.log(values.json ? JSON.stringify(report) : asTable(report));

function measure(name) {
  const [mentees, mentors] = name.split('x').map(Number);
  writeProgramme(folder, mentees, mentors);
  progress(`${name}: floor and engine`);
  const engine = Array.from({ length: runs }, () => inProcessOfItsOwn('measure-engine.cjs', [folder]));
  const [first] = engine;
  const median = (pick) => engine.map(pick).sort((a, b) => a - b)[engine.length >> 1];
  const instance = {
    name,
    mentees: first.mentees,
    mentors: first.mentors,
    pairs: first.pairs,
    floor: { wallMs: median((run) => run.floorMs) },
    ours: {
      wallMs: median((run) => run.solveMs),
      cpuMs: median((run) => run.solveCpuMs),
      peakMb: median((run) => run.peakMb),
      threads: 1,
    },
    peers: [],
  };
  if (name === FROM_FILES || values.only === name) {
    progress(`${name}: from files to files`);
    instance.fromFiles = measureCommand();
  }
  progress('');
  return instance;
}

/** Runs a script of this folder alone in a process, so that memory and warmth are its own. */
function inProcessOfItsOwn(script, words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, script), ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${script} ended with ${status}: ${stderr}`);
  }
  return JSON.parse(stdout);
}

/** The whole of `evenhand match`: reading, checking, judging, solving, explaining, writing. */
function measureCommand() {
  const measured = Array.from({ length: runs }, () => {
    const memory = join(folder, 'memory.json');
    const words = [
      'match',
      '--mentees',
      'mentees.csv',
      '--mentors',
      'mentors.csv',
      '--out',
      'outcome',
      '--json',
    ];
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', join(here, 'report-memory.cjs'), join(dist, 'apps', 'cli', 'src', 'main.js'), ...words],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, EVENHAND_BENCH_MEMORY: memory } },
    );
    if (status !== 0) {
      throw new Error(`evenhand match ended with ${status}: ${stderr}`);
    }
    const wallMs = Math.round(performance.now() - started);
    return { wallMs, peakMb: JSON.parse(readFileSync(memory, 'utf8')).peakMb };
  });
  return measured.sort((a, b) => a.wallMs - b.wallMs)[measured.length >> 1];
}

function asTable({ machine, instances }) {
  const rows = [
    ['instance', 'pairs', 'floor ms', 'solve ms', '× floor', 'CPU ms', 'peak MB', 'CSV to CSV s', 'peak MB'],
    ...instances.map(({ name, pairs, floor, ours, fromFiles }) => [
      name,
      pairs,
      floor.wallMs,
      ours.wallMs,
      (ours.wallMs / floor.wallMs).toFixed(1),
      ours.cpuMs,
      ours.peakMb,
      fromFiles ? (fromFiles.wallMs / 1000).toFixed(1) : '',
      fromFiles ? fromFiles.peakMb : '',
    ]),
  ].map((row) => row.map(String));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padStart(widths[column])).join('  '));
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians of ${runs}`,
    'floor: every pair scored once, by the same scorer, in the same process',
    '',
    ...lines,
  ].join('\n');
}

function progress(text) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K${text}`);
  }
}
