import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log: events that only a function appends, each with the hash of the one before, and the pseudonyms under
 * which people and accounts stand in it. What is written stays: even the tables' owner is refused.
 */
export class CreateAuditLog1763640700000 implements MigrationInterface {
  readonly name = 'CreateAuditLog1763640700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, TRIGGERS, FUNCTIONS, READING]) await runner.query(statements);
  }

  /** Refused once anything is written: taking the log away is what it must not allow. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const TABLES = `
create table audit_event (
  seq bigint primary key check (seq >= 1),
  at timestamptz(3) not null,
  payload text not null,
  previous_sha256 text not null,
  sha256 text not null,
  -- What is searched for, taken from the payload.
  kind text not null,
  action text not null,
  programme_id uuid,
  actor_role text,
  -- The actor's pseudonym; null where a program acted by itself.
  actor uuid,
  subjects uuid[] not null
);
create index audit_event_of_kind on audit_event (kind, seq);
create index audit_event_about on audit_event using gin (subjects);

create table log_pseudonym (
  subject uuid primary key,
  pseudonym uuid not null unique
);
`;

const TRIGGERS = `
create function keep_audit_log() returns trigger language plpgsql as $$
begin
  raise exception '% stays as it was written', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_event_is_kept before update or delete or truncate on audit_event
  for each statement execute function keep_audit_log();
-- A link may go, when somebody is erased, and never lead to somebody else.
create trigger log_pseudonym_is_kept before update or truncate on log_pseudonym
  for each statement execute function keep_audit_log();
`;

/**
 * What readers need to know of rows that they do not reach: where the log ends, which is public, and of whoever acted where
 * they work, and no more. Of two programmes in which somebody works the organisation that comes first stands for both.
 */
const READING = `
create function audit_head() returns table (seq bigint, sha256 text) language sql stable
  security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.seq, e.sha256 from audit_event e order by e.seq desc limit 1;
  end;

create function organisations_of_actors(actors uuid[]) returns table (actor uuid, organisation text) language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  said text := coalesce(current_setting('evenhand.reach', true), '');
begin
  perform set_config('evenhand.reach', 'all', true);
  return query
    select link.pseudonym, min(organisation.name)
    from log_pseudonym link
      join person_account on person_account.account_id = link.subject
      join post on post.person_id = person_account.person_id and post.position = 0
      join organisation on organisation.id = post.organisation_id
    where link.pseudonym = any(actors)
    group by link.pseudonym;
  perform set_config('evenhand.reach', said, true);
end $$;
`;

/**
 * Whoever appends has a lock until the end of the transaction, so that events are numbered in the order in which they are
 * committed, without gaps. They have little left to do: others wait meanwhile. Pseudonyms are made before the lock is
 * taken, in one order, so that nobody who has it waits for somebody who wants it.
 */
const FUNCTIONS = `
create function audit_event_hash(seq bigint, at timestamptz, previous_sha256 text, payload text) returns text
  language sql stable set search_path = pg_catalog, public, pg_temp
  return encode(sha256(convert_to(concat_ws(E'\\n',
    seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), previous_sha256, payload), 'UTF8')), 'hex');

create function append_audit_events(payloads text[]) returns void language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_event;
  payload text;
  told jsonb;
begin
  perform pg_advisory_xact_lock(1763640700);
  select * into head from audit_event order by audit_event.seq desc limit 1;
  if head.seq is null then
    head.seq := 0;
    head.at := '-infinity';
    head.sha256 := repeat('0', 64);
  end if;
  foreach payload in array payloads loop
    told := payload::jsonb;
    head.previous_sha256 := head.sha256;
    head.seq := head.seq + 1;
    -- A clock that is put back does not put an event before another one.
    head.at := greatest(clock_timestamp(), head.at);
    head.payload := payload;
    head.sha256 := audit_event_hash(head.seq, head.at, head.previous_sha256, payload);
    head.kind := told ->> 'kind';
    head.action := told ->> 'action';
    head.programme_id := told ->> 'programme';
    head.actor_role := told #>> '{actor,role}';
    head.actor := case told #>> '{actor,kind}' when 'account' then told #>> '{actor,id}' end;
    head.subjects := array(select jsonb_array_elements_text(told -> 'subjects')::uuid);
    insert into audit_event values (head.*);
  end loop;
end $$;

create function pseudonyms_in_log(subjects uuid[]) returns setof log_pseudonym language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into log_pseudonym
    select one, gen_random_uuid() from unnest(subjects) one
    where not exists (select from log_pseudonym known where known.subject = one)
    order by one
    on conflict do nothing;
  return query select * from log_pseudonym where subject = any(subjects);
end $$;

create function forget_in_log(subjects uuid[]) returns void language sql
  security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    delete from log_pseudonym where subject = any(subjects);
  end;

revoke all on function append_audit_events, pseudonyms_in_log, forget_in_log from public;
`;

const DOWN = `
do $$ begin
  if exists (select from audit_event) then
    raise exception 'The audit log holds events, and is not taken back' using errcode = 'restrict_violation';
  end if;
end $$;
drop function organisations_of_actors, audit_head, forget_in_log, pseudonyms_in_log, append_audit_events, audit_event_hash;
drop table log_pseudonym, audit_event;
drop function keep_audit_log;
`;
