// Measures a round of 5,000 × 2,000 as the service runs it: people imported over HTTP, the round through the queue, solved
// by a worker, while somebody asks the server every 50 ms whether it lives. The peer in the same run is the command line
// on the same files (npm run bench), without a database, a queue or a server.
//
//   npm run bench:service                      a table
//   npm run -s bench:service -- --json         one JSON document
//   npm run bench:service -- --only 1000x400
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MACHINE, machineToken } from './machine-token.mjs';
import { machine } from './machine.mjs';
import { writeProgramme } from './programme.mjs';

const apps = fileURLToPath(new URL('../../dist/apps/', import.meta.url));
const require = createRequire(import.meta.url);
const { startEmbeddedPostgres } = require(join(apps, 'embedded/src/postgres/embedded-postgres.js'));
const { makeDatabaseUsers } = require(join(apps, 'embedded/src/postgres/database-users.js'));
const { ServiceClient } = require(join(apps, 'embedded/src/service/service-client.js'));

const { values } = parseArgs({
  options: { only: { type: 'string', default: '5000x2000' }, json: { type: 'boolean', default: false } },
});
if (!/^[1-9]\d*x[1-9]\d*$/.test(values.only)) {
  console.error('bench: --only takes a size such as 5000x2000');
  process.exit(2);
}
const [mentees, mentors] = values.only.split('x').map(Number);
const ASK_EVERY_MS = 50;

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
writeProgramme(folder, mentees, mentors);
const file = (name) => readFileSync(join(folder, name), 'utf8');

const running = [];
let report;
try {
  report = { machine, name: values.only, ...(await measure()), alone: commandAlone() };
} finally {
  for (const part of running.reverse()) await part.stop();
}
console.log(values.json ? JSON.stringify(report) : asTable(report));
process.exit(0);

async function measure() {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), log: () => {} });
  running.push(postgres);
  const urls = await makeDatabaseUsers(postgres.url);
  const provider = await machineToken();
  running.push(provider);
  const environment = {
    DATABASE_URL: urls.server,
    QUEUE_URL: urls.queue,
    OIDC_ISSUER: provider.issuer,
    REQUESTS_PER_ACCOUNT: '1000000',
    PORT: '0',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
  };
  command(['migrate'], { ...environment, DATABASE_URL: urls.migrations });
  command(['grant', '--role', 'coordinator', '--client', MACHINE], environment);
  const server = start('server', environment);
  const worker = start('worker', {
    ...environment,
    ...{ DATABASE_URL: urls.worker, AUDITOR_DATABASE_URL: urls.auditor },
  });
  const [{ address }] = await Promise.all([server.ready, worker.ready]);
  const service = new ServiceClient(address, provider.token);

  const importing = performance.now();
  const programmeId = (await service.post('programmes', { name: 'bench' })).id;
  await service.post('imports', { programmeId, mentees: file('mentees.csv'), mentors: file('mentors.csv') });
  const importMs = Math.round(performance.now() - importing);

  const made = await service.post('matching-rounds', { programmeId, name: 'bench' });
  const live = await askWhetherItLives(address);
  const started = performance.now();
  let round = await service.post(`matching-rounds/${made.id}/run`);
  const queuedMs = Math.round(performance.now() - started);
  const seen = new Set();
  while (round.state === 'queued' || round.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    round = await service.get(`matching-rounds/${made.id}`);
    seen.add(JSON.stringify(round.run.progress));
  }
  const roundMs = Math.round(performance.now() - started);
  const publishing = performance.now();
  await service.post(`matching-rounds/${made.id}/publish`);
  const publishMs = Math.round(performance.now() - publishing);
  const waits = await live.stop();
  if (round.state !== 'solved') throw new Error(`the round is ${round.state}: ${round.failure?.sentence}`);
  const { totals } = await service.get(`matching-rounds/${made.id}/access`);
  return {
    ...totals,
    importMs,
    queuedMs,
    roundMs,
    publishMs,
    progressSteps: seen.size,
    workerPeakMb: peakMb(worker),
    serverPeakMb: peakMb(server),
    live: { asked: waits.length, medianMs: at(waits, 0.5), worstMs: at(waits, 1) },
  };
}

/** Starts one of the programs; what it complains of is printed. */
function start(name, environment) {
  const child = spawn(process.execPath, [join(apps, name, 'src/main.js')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = once(child, 'exit');
  running.push({
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  });
  const tooSoon = ended.then(() => Promise.reject(new Error(`the ${name} ended before it was ready`)));
  const ready = Promise.race([once(child, 'message').then(([message]) => message), tooSoon]);
  tooSoon.catch(() => {});
  return { processId: child.pid, ready };
}

/** Runs the command `evenhand`. @returns what it printed */
function command(words, environment) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(apps, 'cli/src/main.js'), ...words], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * In a process of its own, so that our own waiting is not measured as the server's. Its first question, for which it loads
 * what it asks with, comes before anything is to be measured and is not counted.
 */
async function askWhetherItLives(address) {
  const script = `
    const waits = [];
    let going = true;
    process.stdin.on('end', () => (going = false)).resume();
    const ask = async () => {
      const answer = await fetch(process.argv[1] + '/health/live');
      await answer.text();
      if (!answer.ok) throw new Error(String(answer.status));
    };
    (async () => {
      await ask();
      console.log('asking');
      while (going) {
        const started = performance.now();
        await ask();
        waits.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, ${ASK_EVERY_MS}));
      }
      console.log(JSON.stringify(waits));
    })();`;
  const child = spawn(process.execPath, ['-e', script, address], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  let waits;
  lines.on('line', (line) => (waits = JSON.parse(line)));
  return {
    async stop() {
      child.stdin.end();
      await new Promise((resolve) => child.once('close', resolve));
      return waits.map((wait) => Math.round(wait * 10) / 10).sort((a, b) => a - b);
    },
  };
}

/** The most memory that a program held at once, its threads included; Linux alone tells. */
function peakMb({ processId }) {
  const told = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Math.round(Number(told[1]) / 1024);
}

function commandAlone() {
  const started = performance.now();
  const people = ['mentees', 'mentors'].flatMap((table) => [`--${table}`, join(folder, `${table}.csv`)]);
  command(['match', '--json', '--out', join(folder, 'outcome'), ...people], {});
  return { wallMs: Math.round(performance.now() - started) };
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function asTable(report) {
  const { asked, matched, live, alone } = report;
  return [
    `${report.machine.cpu}, ${report.machine.cores} cores, Node ${report.machine.node}`,
    `${report.name}: ${asked} asked, ${matched} matched`,
    '',
    `import over HTTP              ${seconds(report.importMs)}`,
    `freezing, until 202           ${seconds(report.queuedMs)}`,
    `round, from run to solved     ${seconds(report.roundMs)}   the command on the same files: ${seconds(alone.wallMs)}`,
    `publishing                    ${seconds(report.publishMs)}`,
    `progress steps seen           ${report.progressSteps}`,
    `most memory                   worker ${report.workerPeakMb} MB, server ${report.serverPeakMb} MB`,
    `/health/live                  asked ${live.asked} times: median ${live.medianMs} ms, worst ${live.worstMs} ms`,
  ].join('\n');
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
