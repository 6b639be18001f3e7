import { DomainError } from '@evenhand/kernel';

/**
 * The group roles of the database, none of which signs in. Programs sign in as users that are members of one: `owner`
 * has the tables and migrates, `app` is the server and the commands, `signIn` is the server while it finds out who
 * somebody is, `matcher` the worker, `auditor` counts and sees no row, `queue` has the tables of the queue alone.
 */
export const DATABASE_ROLES = {
  owner: 'evenhand_owner',
  app: 'evenhand_app',
  signIn: 'evenhand_sign_in',
  matcher: 'evenhand_matcher',
  auditor: 'evenhand_auditor',
  queue: 'evenhand_queue',
} as const;

const NAMES = Object.values(DATABASE_ROLES);
/** The tables in which jobs wait, where the queue is in the same database. */
const QUEUE_SCHEMA = 'bullmq';
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Makes the group roles where they are missing, lets their owner make tables in this database, and hands over to it what
 * an earlier version made under another name. Nothing happens where all that is done: then a user that may do little
 * else can migrate.
 *
 * @param query runs one statement on the database, as who migrates
 * @throws DomainError `database.roles-missing` where this user may not do it and nobody has done it before
 */
export async function prepareRoles(query: (sql: string) => Promise<unknown>): Promise<void> {
  try {
    await query(PREPARE);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new DomainError(
      'database.roles-missing',
      `DATABASE_URL: this user cannot make ready the roles ${NAMES.join(', ')} (${message ?? code}): an administrator of the database does it once, with docker/database-users.sql.`,
    );
  }
}

const PREPARE = `
do $$
declare
  wanted text;
  statement text;
begin
  foreach wanted in array array['${NAMES.join("', '")}'] loop
    if to_regrole(wanted) is null then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        -- Roles are the whole server's: another of its databases was quicker.
        null;
      end;
    end if;
  end loop;
  if not pg_has_role('${DATABASE_ROLES.owner}', 'member') then
    execute format('grant ${DATABASE_ROLES.owner} to %I', current_user);
  end if;
  if not has_schema_privilege('${DATABASE_ROLES.owner}', 'public', 'create') then
    grant usage, create on schema public to ${DATABASE_ROLES.owner};
  end if;
  -- The queue makes its schema itself, and so do migrations.
  foreach wanted in array array['${DATABASE_ROLES.owner}', '${DATABASE_ROLES.queue}'] loop
    if not has_database_privilege(wanted, current_database(), 'create') then
      execute format('grant create on database %I to %I', current_database(), wanted);
    end if;
  end loop;
  for statement in
    select format('alter table %s owner to ${DATABASE_ROLES.owner}', oid::regclass) from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relowner <> '${DATABASE_ROLES.owner}'::regrole and pg_has_role(relowner, 'member')
    union all
    select format('alter function %s owner to ${DATABASE_ROLES.owner}', oid::regprocedure) from pg_proc
      where pronamespace = 'public'::regnamespace
        and proowner <> '${DATABASE_ROLES.owner}'::regrole and pg_has_role(proowner, 'member')
        and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    union all
    select format('alter schema %I owner to ${DATABASE_ROLES.queue}', nspname) from pg_namespace
      where nspname = '${QUEUE_SCHEMA}' and nspowner <> '${DATABASE_ROLES.queue}'::regrole
    union all
    select format('alter table %s owner to ${DATABASE_ROLES.queue}', pg_class.oid::regclass)
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = '${QUEUE_SCHEMA}' and relkind = 'r' and relowner <> '${DATABASE_ROLES.queue}'::regrole
    union all
    select format('alter routine %s owner to ${DATABASE_ROLES.queue}', pg_proc.oid::regprocedure)
      from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname = '${QUEUE_SCHEMA}' and proowner <> '${DATABASE_ROLES.queue}'::regrole
  loop
    execute statement;
  end loop;
end $$`;
