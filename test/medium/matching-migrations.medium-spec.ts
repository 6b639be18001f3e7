import { createDataSource, migrate, pendingMigrations, revert } from '@evenhand/persistence';
import { Client } from 'pg';
import { usePostgres } from '../harness/postgres';
import { optionsOf } from './matching-database';

const postgres = usePostgres();

describe('Migrations', () => {
  it('go up, down and up again, and leave the same tables behind', async () => {
    const url = await postgres.createDatabase();
    const empty = await schemaOf(url);
    const told: string[] = [];
    const names = await migrate(optionsOf(url), (line) => told.push(line));
    const first = await schemaOf(url);
    expect(told).toEqual(names.map((name) => `applied ${name}`));
    expect(first.length).toBeGreaterThan(empty.length + 50);

    expect(await revert(optionsOf(url), 1_000)).toEqual([...names].reverse());
    // What is left is the list of migrations, which is how the database knows that none has run.
    expect((await schemaOf(url)).filter((line) => !/\bmigration/.test(line))).toEqual(empty);

    expect(await migrate(optionsOf(url))).toEqual(names);
    expect(await schemaOf(url)).toEqual(first);
    expect(await migrate(optionsOf(url))).toEqual([]);
  }, 60_000);

  it('go back one by one, the newest first', async () => {
    const url = await postgres.createDatabase();
    const names = await migrate(optionsOf(url));
    for (const name of [...names].reverse()) {
      const before = await schemaOf(url);
      expect(await revert(optionsOf(url), 1)).toEqual([name]);
      const without = await schemaOf(url);
      expect(without).not.toEqual(before);
    }
    expect(await revert(optionsOf(url), 1)).toEqual([]);
  }, 60_000);

  it('run once when several processes start at once', async () => {
    const url = await postgres.createDatabase();
    const done = await Promise.all(Array.from({ length: 4 }, () => migrate(optionsOf(url))));
    const [all] = done.filter((names) => names.length > 0);
    expect(done.filter((names) => names.length > 0)).toHaveLength(1);
    const source = await createDataSource(optionsOf(url)).initialize();
    try {
      expect(await pendingMigrations(source)).toEqual([]);
      await revert(optionsOf(url), 2);
      expect(await pendingMigrations(source)).toEqual(all?.slice(-2));
      await revert(optionsOf(url), 1_000);
      expect(await pendingMigrations(source)).toEqual(all);
    } finally {
      await source.destroy();
    }
  }, 60_000);

  it('are all pending in an empty database', async () => {
    const source = await createDataSource(optionsOf(await postgres.createDatabase())).initialize();
    try {
      expect(await pendingMigrations(source)).toEqual(source.migrations.map(({ name }) => name));
    } finally {
      await source.destroy();
    }
  });
});

/** All that makes up a schema, as PostgreSQL itself writes it down: one line each, sorted. */
async function schemaOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      with ours as (select oid, nspname as name from pg_namespace
        where nspname !~ '^pg_' and nspname <> 'information_schema')
      select format('column %s.%s.%s %s %s %s default %s %s', c.table_schema, c.table_name, c.column_name,
        c.ordinal_position, c.data_type, c.is_nullable, c.column_default, c.is_identity) as line
      from information_schema.columns c where c.table_schema in (select name from ours)
      union all
      select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace in (select oid from ours)
      union all
      select 'index ' || indexdef from pg_indexes where schemaname in (select name from ours)
      union all
      select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all
      select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace in (select oid from ours)
      union all
      select format('policy %s on %s %s %s %s', polname, polrelid::regclass, polcmd,
        pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy
      union all
      select format('rows of %s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity)
      from pg_class where relkind = 'r' and relnamespace in (select oid from ours)
      union all
      select format('grant %s on %s to %s', privilege_type, table_name, grantee)
      from information_schema.role_table_grants where table_schema in (select name from ours)
      union all
      select format('grant on %s.%s %s', attrelid::regclass, attname, attacl) from pg_attribute
      where cardinality(attacl) > 0 and attrelid in (
        select oid from pg_class where relkind = 'r' and relnamespace in (select oid from ours))
      union all
      select format('sequence %s %s', sequencename, data_type) from pg_sequences
      where schemaname in (select name from ours)
      union all
      select 'type ' || typname from pg_type where typnamespace in (select oid from ours) and typtype in ('e', 'd')
      order by line`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}
