import { DATABASE_ROLES } from '@evenhand/persistence';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { makeDatabaseUsers } from '../../apps/embedded/src/postgres/database-users';
import { startEmbeddedPostgres } from '../../apps/embedded/src/postgres/embedded-postgres';
import { isFirst, keepProcess, runFolder } from './run-folder';

/** Long enough for a busy machine to start a server. */
export const SERVER_START_MILLISECONDS = 60_000;

/** A database whose copies tests begin with. */
export interface Template {
  /** Lower-case letters; the same name means the same content throughout the run. */
  readonly name: string;
  /** Fills an empty database, once in the run. It has to close its connections. */
  readonly fill: (url: string) => Promise<void>;
}

/** The server that all test files of the run share. */
export interface SharedPostgres {
  /** The url of a new database, empty or a copy of the template, which is dropped after the tests. */
  createDatabase(options?: { readonly template?: Template }): Promise<string>;
}

/** For the `describe` (or file) that calls this. The server is started by the first file that needs it. */
export function usePostgres(): SharedPostgres {
  let admin: Client;
  let adminUrl: string;
  const made: string[] = [];

  beforeAll(async () => {
    adminUrl = await sharedServer();
    admin = new Client({ connectionString: adminUrl });
    await admin.connect();
  }, SERVER_START_MILLISECONDS);

  afterAll(async () => {
    for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  return {
    async createDatabase({ template } = {}) {
      const name = newName();
      made.push(name);
      const from = template === undefined ? 'template1' : await filled(template, admin, adminUrl);
      await admin.query(`create database ${name} template ${from}`);
      // What may be done with a database is not copied with what is in it.
      await admin.query(
        `grant create on database ${name} to ${DATABASE_ROLES.owner}, ${DATABASE_ROLES.queue}`,
      );
      return urlOf(name, adminUrl);
    },
  };
}

/** The name of a template's database, which the first who asks for it fills while the others wait. */
async function filled({ name, fill }: Template, admin: Client, adminUrl: string): Promise<string> {
  const database = `template_${name}`;
  await admin.query('select pg_advisory_lock(hashtext($1))', [database]);
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) {
      const filling = newName();
      await admin.query(`create database ${filling}`);
      await fill(urlOf(filling, adminUrl));
      await admin.query(`alter database ${filling} rename to ${database}`);
    }
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [database]);
  }
  return database;
}

/** The admin url of the run's server. */
async function sharedServer(): Promise<string> {
  const outcome = join(runFolder(), 'postgres.json');
  if (isFirst('postgres')) {
    const found = await start().catch((error: unknown) => ({ failure: String(error) }));
    writeFileSync(`${outcome}.new`, JSON.stringify(found));
    renameSync(`${outcome}.new`, outcome);
  }
  while (!existsSync(outcome)) await pause(50);
  const { adminUrl, failure } = JSON.parse(readFileSync(outcome, 'utf8')) as {
    adminUrl?: string;
    failure?: string;
  };
  if (adminUrl === undefined) throw new Error(`The PostgreSQL of the tests did not start: ${failure ?? ''}`);
  return adminUrl;
}

async function start(): Promise<{ adminUrl: string }> {
  const { adminUrl, processId } = await startEmbeddedPostgres({
    dataFolder: join(runFolder(), 'postgres'),
    durable: false,
    log: () => undefined,
  });
  keepProcess(processId, 'SIGQUIT');
  // They are the whole server's, and every database that is made in it knows them.
  await makeDatabaseUsers(adminUrl);
  await makeUserOfTests(adminUrl);
  return { adminUrl };
}

const USER_OF_TESTS = 'evenhand_tests';

/** The same database as a test signs in that does both what a server does and what a worker does, and may no more. */
export function urlOfPrograms(adminUrl: string): string {
  return Object.assign(new URL(adminUrl), { username: USER_OF_TESTS, password: USER_OF_TESTS }).href;
}

async function makeUserOfTests(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { app, matcher, signIn } = DATABASE_ROLES;
  await client.query(
    `create role ${USER_OF_TESTS} login password '${USER_OF_TESTS}' in role ${app}, ${matcher};
    grant ${signIn} to ${USER_OF_TESTS} with inherit false, set true`,
  );
  await client.end();
}

function newName(): string {
  return `test_${randomBytes(6).toString('hex')}`;
}

function urlOf(database: string, adminUrl: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
}
