import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { DomainError } from '@evenhand/kernel';

/** The system account that a PostgreSQL program runs as. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** How to spawn a program of PostgreSQL: as that account, in a folder which every account can enter. */
export function spawnedAs(account: ServerAccount | undefined) {
  // PostgreSQL reads PGPORT, PGDATA and their like, which are meant for somebody's other server.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const env = { ...Object.fromEntries(kept), LC_ALL: 'C' };
  return account === undefined ? { env } : { env, cwd: '/', uid: account.uid, gid: account.gid };
}

/**
 * The account to run PostgreSQL as, which refuses to run as root; undefined where whoever runs this will do. Files that
 * exist already keep the account they belong to. No account is made: every usual system has one of these two.
 */
export function serverAccount(existingData: string): ServerAccount | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  const owner = statSync(existingData, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0)
    return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };

  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const account = ['postgres', 'nobody']
    .map((name) => accounts.find((known) => known.name === name && known.uid > 0))
    .find((known) => known !== undefined);
  if (account === undefined) {
    throw new DomainError(
      'postgres.no-account',
      'PostgreSQL does not run as root, and this system has no account "postgres" or "nobody" to run it as: start Evenhand as another user.',
    );
  }
  return account;
}

/** Whether the account can enter a folder, which takes every folder above it too. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    ...spawnedAs(account),
    stdio: 'ignore',
  });
  return status === 0;
}
