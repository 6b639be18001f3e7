import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, type Lock, locked, own, programme, unlocked } from '../row-locks';

/**
 * What follows from a match, and who opens doors for whom. Every pair that is confirmed by now has begun, as far as
 * anybody said: its mentoring is starting.
 *
 * A place is free once mentoring is completed or ended, and neither is ever taken back: who counted it as free was right.
 */
export class CreateMentoring1763641700000 implements MigrationInterface {
  readonly name = 'CreateMentoring1763641700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, FILL, OVER, PLACES]) await runner.query(statements);
    for (const lock of LOCKS) await runner.query(locked(lock));
    for (const statements of [SEEN, GRANTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
    for (const lock of [...LOCKS].reverse()) await runner.query(unlocked(lock));
    await runner.query('drop table championing, mentoring_relationship');
  }
}

const TABLES = `
create table mentoring_relationship (
  id uuid primary key,
  programme_id uuid not null references programme,
  proposal_id uuid not null references proposal on delete cascade,
  request_id uuid not null references mentoring_request on delete cascade,
  mentee_id uuid not null references person on delete cascade,
  mentor_id uuid not null references person on delete cascade,
  state text not null check (state in ('starting', 'active', 'paused', 'completed', 'ended')),
  began_at timestamptz(3) not null,
  first_met_at date,
  paused_at timestamptz(3),
  completed_at timestamptz(3),
  ended_at timestamptz(3),
  mentee_says text check (mentee_says in ('yes', 'partly', 'no')),
  mentee_said_at timestamptz(3),
  mentor_says text check (mentor_says in ('yes', 'partly', 'no')),
  mentor_said_at timestamptz(3),
  -- Whether it helped with the gap is for whose gap it is to say; in part is help.
  helped boolean generated always as (mentee_says <> 'no') stored,
  rematch_asked_at timestamptz(3),
  version integer not null check (version >= 1),
  constraint mentoring_relationship_of_proposal unique (proposal_id),
  constraint mentoring_relationship_two_people check (mentee_id <> mentor_id),
  constraint mentoring_relationship_met check (
    case state when 'starting' then first_met_at is null when 'ended' then true else first_met_at is not null end),
  constraint mentoring_relationship_paused check ((state = 'paused') = (paused_at is not null)),
  constraint mentoring_relationship_completed check ((state = 'completed') = (completed_at is not null)),
  constraint mentoring_relationship_ended check ((state = 'ended') = (ended_at is not null)),
  constraint mentoring_relationship_feedback check (
    num_nonnulls(mentee_says, mentee_said_at) in (0, 2) and num_nonnulls(mentor_says, mentor_said_at) in (0, 2)),
  constraint mentoring_relationship_feedback_after_meeting check (
    first_met_at is not null or num_nonnulls(mentee_says, mentor_says) = 0),
  constraint mentoring_relationship_rematch check (rematch_asked_at is null or state = 'ended')
);
create index mentoring_relationship_newest on mentoring_relationship (programme_id, began_at desc, id desc);
create index mentoring_relationship_of_request on mentoring_relationship (request_id);
create index mentoring_relationship_of_mentee on mentoring_relationship (mentee_id);
create index mentoring_relationship_of_mentor on mentoring_relationship (mentor_id);

create table championing (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null references person on delete cascade,
  champion_person_id uuid references person on delete set null,
  state text not null check (state in ('named', 'put_forward', 'taken_up')),
  named_at timestamptz(3) not null,
  put_forward_for text check (char_length(put_forward_for) between 1 and 200),
  put_forward_at date,
  taken_up_at timestamptz(3),
  version integer not null check (version >= 1),
  constraint championing_two_people check (person_id <> champion_person_id),
  constraint championing_put_forward check (
    num_nonnulls(put_forward_for, put_forward_at) = case state when 'named' then 0 else 2 end),
  constraint championing_taken_up check ((state = 'taken_up') = (taken_up_at is not null))
);
create unique index championing_once on championing (person_id, champion_person_id) where state = 'named';
create index championing_newest on championing (programme_id, named_at desc, id desc);
create index championing_of_person on championing (person_id);
create index championing_of_champion on championing (champion_person_id);
`;

const FILL = `
insert into mentoring_relationship
  (id, programme_id, proposal_id, request_id, mentee_id, mentor_id, state, began_at, version)
select gen_random_uuid(), programme_id, proposal.id, request_id, mentee_id, mentor_id, 'starting', closed_at, 1
from proposal join matching_round on matching_round.id = round_id
where proposal.state = 'confirmed';
`;

const OVER = `
create trigger mentoring_relationship_stays_over before update of state on mentoring_relationship for each row
  when (old.state in ('completed', 'ended') and new.state <> old.state)
  execute function refuse_change();
`;

// A confirmed proposal of which nothing is known uses its place: what is missing never makes more places than there are.
const PLACES = `
create or replace function places_in_use(mentor uuid, but_for uuid) returns bigint language sql volatile as $$
  select count(*) from proposal
  where mentor_id = mentor and id is distinct from but_for
    and (state = 'offered' or state = 'confirmed' and not exists (
      select from mentoring_relationship
      where proposal_id = proposal.id and mentoring_relationship.state in ('completed', 'ended')));
$$;
`;

const LOCKS: readonly Lock[] = [
  {
    table: 'mentoring_relationship',
    read: [EVERYTHING, programme('programme_id'), own('mentee_id'), own('mentor_id')],
    write: [EVERYTHING, programme('programme_id'), own('mentee_id'), own('mentor_id')],
  },
  {
    table: 'championing',
    read: [EVERYTHING, programme('programme_id'), own('person_id'), own('champion_person_id')],
    write: [EVERYTHING, own('person_id'), own('champion_person_id')],
  },
];

/** A person and the champion whom they named see each other's cards. */
const SEEN = `
create function reach.championed() returns setof uuid language sql stable rows 10
  set search_path = pg_catalog, public, pg_temp as $$
    select champion_person_id from championing where person_id = any (reach.persons())
    union select person_id from championing where champion_person_id = any (reach.persons())
$$;
create policy may_read_of_championing on person for select using (id in (select reach.championed()));
`;

const GRANTS = `
grant select, insert, update, delete on mentoring_relationship, championing to evenhand_app;
-- What works for everybody counts places, and whose mentoring is over uses none.
grant select on mentoring_relationship to evenhand_matcher;
`;

const DOWN = `
drop policy may_read_of_championing on person;
drop function reach.championed;
create or replace function places_in_use(mentor uuid, but_for uuid) returns bigint language sql volatile as $$
  select count(*) from proposal
  where mentor_id = mentor and state in ('offered', 'confirmed') and id is distinct from but_for;
$$;
drop trigger mentoring_relationship_stays_over on mentoring_relationship;
`;
