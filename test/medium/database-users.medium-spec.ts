import { DATABASE_ROLES, migrate } from '@evenhand/persistence';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { databaseUrls } from '../../apps/embedded/src/postgres/database-users';
import {
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../apps/embedded/src/postgres/embedded-postgres';
import { SERVER_START_MILLISECONDS, usePostgres } from '../harness/postgres';
import { keepProcess, letGoOfProcess, runFolder } from '../harness/run-folder';

const SCRIPT = readFileSync(join(__dirname, '..', '..', 'docker', 'database-users.sql'), 'utf8');
const PASSWORDS = ['SERVER', 'WORKER', 'AUDITOR', 'MIGRATIONS', 'QUEUE'].map(
  (name) => `${name}_DATABASE_PASSWORD`,
);
const USERS = ['server', 'worker', 'counts', 'migrations', 'jobs'].map((name) => `evenhand_${name}`);

/**
 * The statements of the script, as psql sends them: it puts what stands in the environment where the script names it, and
 * leaves alone what it does not find there.
 */
function sentByPsql(environment: Readonly<Record<string, string>>): string {
  const named = new Map(
    Array.from(SCRIPT.matchAll(/^\\getenv (\w+) (\w+)$/gm), ([, name, variable]) => [
      name!,
      environment[variable!],
    ]),
  );
  return SCRIPT.replace(/^\\.*$/gm, '').replace(/:'(\w+)'/g, (written, name: string) => {
    const value = named.get(name);
    return value === undefined ? written : `'${value.replace(/'/g, "''")}'`;
  });
}

async function asked<Row extends object>(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** What holds of roles and users in a database: who signs in, who is a member of what and how, and what each may make. */
function rights(url: string): Promise<object[]> {
  return asked(
    url,
    `select member.rolname, member.rolcanlogin, member.rolsuper, member.rolcreaterole, member.rolcreatedb,
      member.rolbypassrls,
      (select array_agg(role.rolname || ' ' || inherit_option || ' ' || set_option || ' ' || admin_option
        order by role.rolname) from pg_auth_members join pg_roles role on role.oid = roleid
        where pg_auth_members.member = member.oid) memberships,
      has_database_privilege(member.oid, current_database(), 'create') makes_schemas,
      has_schema_privilege(member.oid, 'public', 'create') makes_tables
    from pg_roles member where rolname = any($1) order by rolname`,
    [[...Object.values(DATABASE_ROLES), ...USERS]],
  );
}

describe('The script that makes the users of the database', () => {
  const embedded = usePostgres();
  let postgres: RunningPostgres;
  const environment = () => {
    const urls = databaseUrls(postgres.url);
    const { server, worker, auditor, migrations, queue } = urls;
    const passwords = [server, worker, auditor, migrations, queue].map((url) => new URL(url).password);
    return Object.fromEntries(PASSWORDS.map((name, index) => [name, passwords[index]!]));
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(runFolder(), 'users-'));
    chmodSync(folder, 0o755);
    postgres = await startEmbeddedPostgres({
      ...{ dataFolder: join(folder, 'postgres'), durable: false, log: () => undefined },
    });
    keepProcess(postgres.processId, 'SIGQUIT');
  }, SERVER_START_MILLISECONDS);

  afterAll(async () => {
    await postgres.stop();
    letGoOfProcess(postgres.processId);
  });

  it.each(PASSWORDS)('makes nobody where %s is not set', async (missing) => {
    const set = Object.fromEntries(Object.entries(environment()).filter(([name]) => name !== missing));
    await expect(asked(postgres.url, sentByPsql(set))).rejects.toMatchObject({ code: '42601' });
    expect(await rights(postgres.url)).toEqual([]);
  });

  it('gives each the rights that the embedded database gives them, however often it runs', async () => {
    await asked(postgres.url, sentByPsql(environment()));
    await asked(postgres.url, sentByPsql(environment()));
    const elsewhere = await embedded.createDatabase();
    await asked(elsewhere, `grant usage, create on schema public to ${DATABASE_ROLES.owner}`);
    const made = await rights(postgres.url);
    expect(made).toHaveLength(Object.keys(DATABASE_ROLES).length + USERS.length);
    expect(made).toEqual(await rights(elsewhere));
  });

  it('lets them migrate, serve, work and count, and no more', async () => {
    const { server, worker, auditor, migrations } = databaseUrls(postgres.url);
    await migrate({ url: migrations, poolSize: 2, applicationName: 'evenhand test' });
    const count = 'select * from equality.counts($1, $2)';
    const values = [randomUUID(), 'sex'];
    expect(await asked(auditor, count, values)).toEqual([]);
    for (const program of [server, worker, auditor]) {
      const denied =
        program === auditor
          ? ['select from person', 'select from equality.answer']
          : ['set role evenhand_owner'];
      for (const statement of denied) {
        await expect(asked(program, statement)).rejects.toMatchObject({ code: '42501' });
      }
    }
    for (const program of [server, worker]) {
      expect(await asked(program, 'select from person')).toEqual([]);
      await expect(asked(program, count, values)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
