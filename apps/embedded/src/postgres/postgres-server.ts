import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@evenhand/kernel';
import type { ClusterPlace } from './cluster-place';
import { freePort } from './free-port';
import { dataOf } from './make-cluster';
import { programAt } from './postgres-programs';
import { ownMark, seeProcess, stillRuns } from './seen-process';
import { spawnedAs } from './server-account';

/** How long a server is given after each signal: everybody is sent away, then work is dropped, then nothing is asked. */
const ENDINGS = [
  ['SIGINT', 8_000],
  ['SIGQUIT', 8_000],
  ['SIGKILL', 4_000],
] as const;

/** How long processes that a killed server left behind may take to notice it. */
const PATIENCE = 15_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // Nobody needs the socket, and its path may not be longer than 107 bytes.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The details of an error quote the row that caused it, and rows are about people.
  log_error_verbosity: 'terse',
};
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** A server that accepts connections. */
export interface Server {
  readonly port: number;
  readonly processId: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** How a server is wished for. */
export interface ServerWish {
  readonly durable: boolean;
  /** Any that is free where it is not given. */
  readonly port: number | undefined;
  readonly log: (line: string) => void;
}

/**
 * Starts the server of a cluster, once no other uses it.
 * @throws DomainError `postgres.already-running`, `postgres.not-started`
 */
export async function startServer(
  place: ClusterPlace,
  { durable, port: wished, log }: ServerWish,
): Promise<Server> {
  const patientUntil = Date.now() + PATIENCE;
  for (;;) {
    await clearTheWay(place, log);
    const port = wished ?? (await freePort());
    // Of its own until this server has won the cluster: another start may be about to win it.
    const logFile = join(place.home, `postgres.${randomUUID()}.log`);
    const settings = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), port: String(port) };
    const child = launch(place, settings, logFile);
    const processId = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child.pid!));
    });
    const runs = () => child.exitCode === null && child.signalCode === null;
    if (await becomesReady(place, processId, runs, log)) {
      const ended = new Promise<void>((resolve) =>
        runs() ? child.once('exit', () => resolve()) : resolve(),
      );
      renameSync(logFile, join(place.home, 'postgres.log'));
      return { port, processId, ended, stop: () => end(processId, runs) };
    }
    const reason = lastWords(logFile);
    rmSync(logFile);
    // The port was taken in between, another start was quicker, or processes of a killed server are about to end.
    const passes = /TCP\/IP sockets|lock file|pre-existing shared memory/.test(reason);
    if (!passes || Date.now() > patientUntil) {
      throw new DomainError(
        'postgres.not-started',
        `The database server in ${place.home} does not start: ${reason}`,
      );
    }
    await pause(200);
  }
}

function launch(
  place: ClusterPlace,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): ChildProcess {
  // PostgreSQL guards its folder itself, against a second server too. Its name says who started it: when that one is gone,
  // nobody will stop this server but the next start.
  const named = { ...settings, cluster_name: `evenhand-${ownMark()}` };
  const options = Object.entries(named).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'wx', 0o600);
  const child = spawn(programAt(place.programs, 'postgres'), ['-D', dataOf(place), ...options], {
    ...spawnedAs(place.account),
    // Ctrl-C is for whoever started the server, who stops it after those who still use it.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function becomesReady(
  place: ClusterPlace,
  processId: number,
  runs: () => boolean,
  log: (line: string) => void,
): Promise<boolean> {
  let sayNext = Date.now() + 5_000;
  while (runs()) {
    const claim = claimOf(place);
    if (claim?.processId === processId && claim.status === 'ready') return true;
    if (Date.now() > sayNext) {
      log('The database server is still getting ready; after a crash it first recovers …');
      sayNext += 10_000;
    }
    await pause(20);
  }
  return false;
}

/** Ends a server that an earlier start left behind, and refuses to touch one that somebody still uses. */
async function clearTheWay(place: ClusterPlace, log: (line: string) => void): Promise<void> {
  const claim = claimOf(place);
  if (claim === undefined) return;
  const seen = seeProcess(claim.processId);
  if (!seen?.command.includes(`-D ${claim.folder} `)) {
    // A dead server's claim PostgreSQL sees through itself, unless its process id was given to somebody else.
    if (process.platform !== 'win32' && isTaken(claim.processId))
      rmSync(join(dataOf(place), 'postmaster.pid'));
    return;
  }
  const owner = /cluster_name=evenhand-(\d+-\d+)/.exec(seen.command)?.[1];
  if (owner === undefined || stillRuns(owner)) {
    const process = owner === undefined ? claim.processId : Number.parseInt(owner, 10);
    throw new DomainError(
      'postgres.already-running',
      `Evenhand is already running on ${place.home} (process ${process}).`,
    );
  }
  log(`Stopping the database server that an earlier start left behind (process ${claim.processId}) …`);
  await end(claim.processId, () => stillRuns(seen.mark));
}

async function end(processId: number, runs: () => boolean): Promise<void> {
  for (const [signal, milliseconds] of ENDINGS) {
    if (!runs()) return;
    try {
      process.kill(processId, signal);
    } catch {
      // It ended between the question and the signal.
    }
    for (const until = Date.now() + milliseconds; runs() && Date.now() < until;) await pause(20);
  }
}

/** What `postmaster.pid` says: which process has the cluster, in which folder, and how far it is. */
function claimOf(place: ClusterPlace): { processId: number; folder: string; status: string } | undefined {
  try {
    const lines = readFileSync(join(dataOf(place), 'postmaster.pid'), 'utf8').split('\n');
    const processId = Number(lines[0]);
    return processId > 0 ? { processId, folder: lines[1] ?? '', status: lines[7]?.trim() ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

function isTaken(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

/** Why a server ended that never was ready. */
function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  const fatal = lines.findLast((line) => /(FATAL|PANIC|ERROR):/.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') || 'it did not say why';
}
