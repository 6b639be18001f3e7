-- Makes the roles of the database and the users as whom programs sign in, each with a password of its own. The image of
-- PostgreSQL runs it when it makes the database; by hand an administrator of the database runs it with psql:
--   SERVER_DATABASE_PASSWORD=… … psql --dbname evenhand --file docker/database-users.sql
-- It does no harm a second time, and changes nothing where a password is not set.
\set ON_ERROR_STOP on
\getenv server SERVER_DATABASE_PASSWORD
\getenv worker WORKER_DATABASE_PASSWORD
\getenv auditor AUDITOR_DATABASE_PASSWORD
\getenv migrations MIGRATIONS_DATABASE_PASSWORD
\getenv jobs QUEUE_DATABASE_PASSWORD

begin;

do $$
declare
  wanted text;
begin
  foreach wanted in array array[
    'evenhand_owner', 'evenhand_app', 'evenhand_sign_in', 'evenhand_matcher', 'evenhand_auditor', 'evenhand_queue',
    'evenhand_server', 'evenhand_worker', 'evenhand_counts', 'evenhand_migrations', 'evenhand_jobs'
  ] loop
    if to_regrole(wanted) is null then
      execute format('create role %I nologin', wanted);
    end if;
  end loop;
  execute format('grant create on database %I to evenhand_owner, evenhand_queue', current_database());
end $$;

alter role evenhand_server login password :'server';
alter role evenhand_worker login password :'worker';
alter role evenhand_counts login password :'auditor';
alter role evenhand_migrations login password :'migrations';
alter role evenhand_jobs login password :'jobs';

grant evenhand_app to evenhand_server;
-- The server becomes it for a statement, and has none of its rights otherwise.
grant evenhand_sign_in to evenhand_server with inherit false, set true;
grant evenhand_matcher to evenhand_worker;
grant evenhand_auditor to evenhand_counts;
grant evenhand_owner to evenhand_migrations;
grant evenhand_queue to evenhand_jobs;

grant usage, create on schema public to evenhand_owner;

commit;
