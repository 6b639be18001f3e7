import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '@evenhand/kernel';
import { type PostgresPrograms, runnablePrograms } from './postgres-programs';
import { canEnter, type ServerAccount, serverAccount } from './server-account';

/** Where root puts what an account must reach that cannot enter the folder of the clone. */
const SHELF = '/var/lib/evenhand';

/** Where a cluster lives and who runs it. */
export interface ClusterPlace {
  /** The folder of the cluster: its data, its password, its log. */
  readonly home: string;
  readonly programs: PostgresPrograms;
  /** Undefined: whoever runs this. */
  readonly account: ServerAccount | undefined;
}

/**
 * The data lies in `dataFolder`. Only for root, whose server runs as another account, it can have to lie elsewhere; a note
 * beside `dataFolder` then says where.
 */
export function placeFor(
  dataFolder: string,
  programs: PostgresPrograms,
  log: (line: string) => void,
): ClusterPlace {
  mkdirSync(dirname(dataFolder), { recursive: true });
  const wished = join(realpathSync(dirname(dataFolder)), basename(dataFolder));
  const home = process.geteuid?.() === 0 ? reachableHome(wished, log) : wished;
  const account = serverAccount(home);
  return { home, account, programs: runnablePrograms(programs, account, SHELF) };
}

function reachableHome(wished: string, log: (line: string) => void): string {
  const note = `${wished}.is-elsewhere.txt`;
  const elsewhere = join(SHELF, createHash('sha256').update(wished).digest('hex').slice(0, 16));
  if (existsSync(note) && existsSync(elsewhere)) {
    log(`The database is kept in ${elsewhere}.`);
    return elsewhere;
  }
  const account = serverAccount(wished);
  const reachable = account !== undefined && canEnter(account, dirname(wished));
  if (reachable) {
    rmSync(note, { force: true });
    return wished;
  }
  const name = account?.name ?? '';
  if (existsSync(join(wished, 'data'))) {
    throw new DomainError(
      'postgres.data-folder-not-reachable',
      `The account ${name}, which owns the database in ${wished}, can no longer enter that folder: allow it to (chmod o+x on the folders above).`,
    );
  }
  mkdirSync(SHELF, { recursive: true });
  chmodSync(SHELF, 0o755);
  // Without the note this is the data of an earlier clone at the same path. It is not ours to delete, nor to show.
  if (existsSync(elsewhere)) renameSync(elsewhere, `${elsewhere}.before-${Date.now()}`);
  writeFileSync(note, `The database of ${wished} is kept in\n${elsewhere}\n`);
  log(
    `The database is kept in ${elsewhere}: the account ${name} that runs it, since PostgreSQL never runs as root, cannot enter ${dirname(wished)}.`,
  );
  return elsewhere;
}
