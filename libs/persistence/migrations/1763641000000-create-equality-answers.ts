import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people say of themselves so that they are counted, in a schema of its own. Row-level security shows each person's
 * to that person alone, whatever else a statement reaches; who matches has no right to the schema at all; and counts come
 * from one function, which an auditor's role may call.
 */
export class CreateEqualityAnswers1763641000000 implements MigrationInterface {
  readonly name = 'CreateEqualityAnswers1763641000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, LOCKS, COUNTS, GRANTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

/**
 * Somebody consented or objects, never both; answers hang on the consent and go with it, whichever way it goes. Which
 * answers a question has is checked before: a refusal of the database would repeat them.
 */
const TABLES = `
create schema equality;

create table equality.standing (
  person_id uuid primary key references public.person on delete cascade,
  kind text not null check (kind in ('consented', 'objected')),
  since timestamptz(3) not null,
  unique (person_id, kind)
);

create table equality.answer (
  person_id uuid not null,
  kind text not null default 'consented' check (kind = 'consented'),
  question text not null check (question ~ '^[a-z_]{1,40}$'),
  answer text not null,
  primary key (person_id, question),
  foreign key (person_id, kind) references equality.standing (person_id, kind) on delete cascade
);
`;

const LOCKS = ['standing', 'answer']
  .map(
    (table) => `
alter table equality.${table} enable row level security, force row level security;
create policy own on equality.${table}
  using (person_id = any ((select coalesce(nullif(current_setting('evenhand.self', true), ''), '{}'))::uuid[]));`,
  )
  .join('');

/** The owner, as whom it counts, may read answers for that and change none. */
const COUNTS = `
create policy counted on equality.answer for select to evenhand_owner using (true);

create function equality.counts(programme uuid, question text)
  returns table (answer text, people bigint) language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  said text := coalesce(current_setting('evenhand.reach', true), '');
begin
  -- Who is in the programme is looked up in rows that nobody need reach who counts them.
  perform set_config('evenhand.reach', 'all', true);
  return query
    select given.answer, count(*) from equality.answer given
    join public.person on person.id = given.person_id
    where person.programme_id = counts.programme and given.question = counts.question
    group by given.answer order by given.answer;
  perform set_config('evenhand.reach', said, true);
end $$;
`;

const GRANTS = `
grant usage on schema equality to evenhand_app, evenhand_auditor;
grant select, insert, update, delete on equality.standing to evenhand_app;
grant select, insert, delete on equality.answer to evenhand_app;
revoke all on function equality.counts from public;
grant execute on function equality.counts to evenhand_auditor;
`;

const DOWN = `
drop function equality.counts;
drop table equality.answer, equality.standing;
drop schema equality;
`;
