#!/usr/bin/env bash
# Makes the roles of the database and the users as whom programs sign in, each with a password of its own. The image of
# PostgreSQL runs it when it makes the database; by hand it is run once, as a superuser, and does no harm a second time:
#   POSTGRES_USER=… POSTGRES_DB=… SERVER_DATABASE_PASSWORD=… … docker/database-users.sh
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set server="$SERVER_DATABASE_PASSWORD" \
  --set worker="$WORKER_DATABASE_PASSWORD" \
  --set migrations="$MIGRATIONS_DATABASE_PASSWORD" \
  --set jobs="$QUEUE_DATABASE_PASSWORD" <<'SQL'
select format('create role %I nologin', wanted) from unnest(array[
  'evenhand_owner', 'evenhand_app', 'evenhand_sign_in', 'evenhand_matcher', 'evenhand_auditor', 'evenhand_queue'
]) wanted where to_regrole(wanted) is null \gexec

select format('create role %I', wanted) from unnest(array[
  'evenhand_server', 'evenhand_worker', 'evenhand_migrations', 'evenhand_jobs'
]) wanted where to_regrole(wanted) is null \gexec

alter role evenhand_server login password :'server';
alter role evenhand_worker login password :'worker';
alter role evenhand_migrations login password :'migrations';
alter role evenhand_jobs login password :'jobs';

grant evenhand_app to evenhand_server;
grant evenhand_sign_in to evenhand_server with inherit false, set true;
grant evenhand_matcher to evenhand_worker;
grant evenhand_owner to evenhand_migrations;
grant evenhand_queue to evenhand_jobs;

grant usage, create on schema public to evenhand_owner;
select format('grant create on database %I to evenhand_owner, evenhand_queue', current_database()) \gexec
SQL
