import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '@evenhand/kernel';
import type { ClusterPlace } from './cluster-place';
import { programAt } from './postgres-programs';
import { ownMark, stillRuns } from './seen-process';
import { spawnedAs } from './server-account';

/** The superuser of the cluster and the database of the product have the same name. */
export const NAME = 'evenhand';

/** The folder of a cluster's own files. */
export function dataOf({ home }: ClusterPlace): string {
  return join(home, 'data');
}

/** The generated password of the superuser. */
export function passwordOf({ home }: ClusterPlace): string {
  return readFileSync(join(home, 'password'), 'utf8').trim();
}

/**
 * Makes the cluster unless it is there. It is made under another name, so that one which bears its name is complete.
 * @throws DomainError `postgres.other-version`, `postgres.not-a-data-folder`, `postgres.not-made`
 */
export async function makeCluster(
  place: ClusterPlace,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> {
  removeLeftovers(place.home);
  if (existsSync(place.home) && readdirSync(place.home).length > 0) {
    refuseStrange(place);
    return;
  }
  log('Making the database (once) …');
  const making = mkdtempSync(`${place.home}.making-${ownMark()}-`);
  try {
    await fill(making, place, durable);
    renameSync(making, place.home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another start was quicker; who of the two may use the cluster is settled when its server starts.
    if (!existsSync(dataOf(place))) throw error;
  }
}

/** Removes what a start that was killed left half made. */
function removeLeftovers(home: string): void {
  const start = `${basename(home)}.making-`;
  for (const name of readdirSync(dirname(home)).filter((found) => found.startsWith(start))) {
    const mark = /^\d+-\d+/.exec(name.slice(start.length))?.[0] ?? '';
    if (stillRuns(mark)) continue;
    // initdb outlives its killed parent by a moment, in which it still adds files.
    rmSync(join(dirname(home), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

function refuseStrange(place: ClusterPlace): void {
  const versionFile = join(dataOf(place), 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(place.home, 'password'))) {
    throw new DomainError(
      'postgres.not-a-data-folder',
      `${place.home} holds something else than a database of Evenhand: move it away, or start with another data folder.`,
    );
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  const needed = String(Number.parseInt(place.programs.version, 10));
  if (found !== needed) {
    throw new DomainError(
      'postgres.other-version',
      `The database in ${place.home} was made by PostgreSQL ${found}, and this is PostgreSQL ${needed}: export it with the Evenhand that made it, or move the folder away to begin anew.`,
    );
  }
}

async function fill(making: string, { account, programs }: ClusterPlace, durable: boolean): Promise<void> {
  const password = join(making, 'password');
  writeFileSync(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [making, password]) chownSync(path, account.uid, account.gid);
  }
  await initialise(
    programAt(programs, 'initdb'),
    [
      `--pgdata=${join(making, 'data')}`,
      `--username=${NAME}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of words and the same upper case on every system, whatever locales it has.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ],
    spawnedAs(account),
  );
}

function initialise(program: string, args: string[], as: ReturnType<typeof spawnedAs>): Promise<void> {
  return new Promise((resolve, reject) => {
    const initdb = spawn(program, args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    initdb.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    initdb.on('error', reject);
    initdb.on('close', (code) => {
      const reason =
        said.split('\n').find((line) => /(error|FATAL|PANIC):/.test(line)) ??
        `initdb ended with ${code ?? 'a signal'}`;
      if (code === 0) resolve();
      else reject(new DomainError('postgres.not-made', `The database could not be made: ${reason.trim()}`));
    });
  });
}
