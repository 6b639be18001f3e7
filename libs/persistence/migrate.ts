import type { DataSource } from 'typeorm';
import type { DatabaseOptions } from './data-source';
import { DATABASE_ROLES, prepareRoles } from './database-roles';
import { openDataSource } from './open-data-source';

/** Whoever migrates holds this lock of the database; the number means nothing to anybody else. */
const MIGRATION_LOCK = 1_763_640_000;

/**
 * Brings the tables up to this version of the program: migrations that have not run yet, one transaction each. Of several
 * processes that start at once one does it, and the others wait and find it done. The roles of the database are made
 * ready first.
 *
 * @param log is told the name of each migration that ran
 * @returns their names, the oldest first
 */
export function migrate(
  options: DatabaseOptions,
  log: (line: string) => void = () => undefined,
): Promise<string[]> {
  return alone(options, async (source) => {
    const done = await source.runMigrations({ transaction: 'each' });
    const names = done.map(({ name }) => name);
    for (const name of names) log(`applied ${name}`);
    return names;
  });
}

/**
 * Takes so many migrations back, the newest first, with everything that their tables hold.
 *
 * @returns their names; fewer than asked for where there were no more
 */
export function revert(options: DatabaseOptions, steps: number): Promise<string[]> {
  return alone(options, async (source) => {
    const names = (await executedMigrations(source)).reverse().slice(0, steps);
    for (let step = 0; step < names.length; step += 1) {
      await source.undoLastMigration({ transaction: 'each' });
    }
    return names;
  });
}

/** Names of the migrations that this program has and the database has not, the oldest first. */
export async function pendingMigrations(source: DataSource): Promise<string[]> {
  const executed = new Set(await executedMigrations(source));
  return source.migrations.flatMap(({ name }) => (name === undefined || executed.has(name) ? [] : [name]));
}

async function executedMigrations(source: DataSource): Promise<string[]> {
  const [{ migrated } = { migrated: false }] = await source.query<{ migrated: boolean }[]>(
    `select to_regclass('migration') is not null as migrated`,
  );
  if (!migrated) return [];
  const rows = await source.query<{ name: string }[]>('select name from migration order by id');
  return rows.map(({ name }) => name);
}

async function alone<Result>(
  options: DatabaseOptions,
  work: (source: DataSource) => Promise<Result>,
): Promise<Result> {
  const door = await openDataSource({ ...options, poolSize: 1, unhurried: true });
  const lock = door.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareRoles((sql) => lock.query(sql));
    return await asOwner(options, work);
  } finally {
    // With its connection the lock goes too, whatever happened.
    await lock.release();
    await door.destroy();
  }
}

/** Whoever migrates: what is made belongs to the owner of everything, whose migrations reach every row. */
async function asOwner<Result>(
  options: DatabaseOptions,
  work: (source: DataSource) => Promise<Result>,
): Promise<Result> {
  const { owner: role } = DATABASE_ROLES;
  const source = await openDataSource({ ...options, poolSize: 1, unhurried: true, reachesAll: true, role });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
