// Measures an equity report over 200,000 people and 24 months, from the database to the sections, in a process of its own,
// beside the time that PostgreSQL takes to read the same rows once.
//
//   npm run bench:equity                       a table
//   npm run -s bench:equity -- --json          one JSON document
//   npm run bench:equity -- --people 20000
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';

const apps = fileURLToPath(new URL('../../dist/apps/', import.meta.url));
const require = createRequire(import.meta.url);
const { Client } = require('pg');
const { startEmbeddedPostgres } = require(join(apps, 'embedded/src/postgres/embedded-postgres.js'));
const { makeDatabaseUsers } = require(join(apps, 'embedded/src/postgres/database-users.js'));
const { programmeStatements } = require('./instances/equity-programme.cjs');

const { values } = parseArgs({
  options: { people: { type: 'string', default: '200000' }, json: { type: 'boolean', default: false } },
});
if (!/^[1-9]\d{2,6}$/.test(values.people)) {
  console.error('bench: --people takes a number from 100 up');
  process.exit(2);
}
const people = Number(values.people);
const LAST_DAY = '2026-10-01';
/** What a report reads of each person. */
const READ = [
  ...['person', 'post', 'mentor_profile', 'mentee_profile'],
  ...['mentoring_request', 'run_pseudonym', 'proposal', 'mentoring_relationship'],
];

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), log: () => {} });
let report;
try {
  report = await measure();
} finally {
  await postgres.stop();
}
console.log(values.json ? JSON.stringify(report) : asTable(report));
process.exit(0);

async function measure() {
  const urls = await makeDatabaseUsers(postgres.url);
  const migrated = spawnSync(process.execPath, [join(apps, 'cli/src/main.js'), 'migrate'], {
    env: { ...process.env, DATABASE_URL: urls.migrations },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(`bench: cannot migrate: ${migrated.stderr}`);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const programmeId = randomUUID();
  await client.query(`insert into programme (id, name, state, version) values ($1, 'bench', 'open', 1)`, [
    programmeId,
  ]);
  for (const [sql, given] of programmeStatements({
    programmeId,
    people,
    organisations: 200,
    lastDay: LAST_DAY,
  })) {
    await client.query(sql, given);
  }
  await client.query('vacuum analyze');
  const scanMs = await scanned(client);
  await client.end();
  const made = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('measure-equity-report.cjs', import.meta.url)),
      urls.worker,
      urls.auditor,
      programmeId,
      LAST_DAY,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`bench: no report was made: ${made.stderr}`);
  return { machine, people, scanMs, ...JSON.parse(made.stdout) };
}

/** One sequential scan of each table, every row of it formed. */
async function scanned(client) {
  await client.query('set max_parallel_workers_per_gather = 0');
  await client.query('set enable_indexscan = off');
  await client.query('set enable_indexonlyscan = off');
  const begun = performance.now();
  for (const table of READ) await client.query(`select count(${table}::text) from ${table}`);
  return Math.round(performance.now() - begun);
}

function asTable({ scanMs, countMs, gateMs, totalMs, peakMb, sections }) {
  const lines = [
    [`equity report over ${people} people, 24 months`, `${(totalMs / 1000).toFixed(1)} s`],
    ['  read and counted', `${(countMs / 1000).toFixed(1)} s`],
    [`  through the gate, and ${sections} sections made`, `${(gateMs / 1000).toFixed(1)} s`],
    ['  most memory', `${peakMb} MB`],
    ['PostgreSQL reads the same rows once', `${(scanMs / 1000).toFixed(1)} s`],
  ];
  return lines.map(([what, figure]) => `${what.padEnd(52)} ${figure.padStart(8)}`).join('\n');
}
