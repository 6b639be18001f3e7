import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people may ask of what is held on them: to have it corrected, and erased. A decision on somebody outlives them: its
 * link to them may go, and so may the words about them, and nothing in it ever becomes something else. What is over knows
 * since when, so that it can be removed in its time.
 */
export class AllowErasure1763641200000 implements MigrationInterface {
  readonly name = 'AllowErasure1763641200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [CORRECTIONS, DECISIONS, OVER]) await runner.query(statements);
  }

  /** Refused once anybody was erased from a pool: nobody could say any more whom a decision was about. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const CORRECTIONS = `
create table correction_request (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null references person on delete cascade,
  field text not null check (field in ('reference', 'email', 'line_manager')),
  wanted text not null check (char_length(wanted) between 1 and 320),
  state text not null check (state in ('open', 'corrected', 'refused')),
  asked_at timestamptz(3) not null,
  settled_at timestamptz(3),
  answer text check (char_length(answer) between 1 and 2000),
  version integer not null check (version >= 1),
  constraint correction_request_settled check ((state = 'open') = (settled_at is null)),
  constraint correction_request_reason check (state <> 'refused' or answer is not null)
);
create unique index correction_request_once on correction_request (person_id, field) where state = 'open';
create index correction_request_newest on correction_request (programme_id, asked_at desc, id desc);
create index correction_request_of_person on correction_request (person_id);
`;

/** `Erased.` takes the place of words that are gone, here and in the repository that takes them. */
const DECISIONS = `
alter table talent_pool_decision
  alter column member_id drop not null,
  drop constraint talent_pool_decision_pool_id_member_id_fkey,
  add constraint talent_pool_decision_member foreign key (pool_id, member_id)
    references talent_pool_member (pool_id, id) on delete set null (member_id);

create function keep_talent_pool_decision() returns trigger language plpgsql as $$
begin
  if (new.id, new.pool_id, new.outcome, new.decided_at, new.decider_role, new.criteria_version)
      is distinct from (old.id, old.pool_id, old.outcome, old.decided_at, old.decider_role, old.criteria_version)
    or new.member_id is distinct from old.member_id and new.member_id is not null
    or new.decider_person_id is distinct from old.decider_person_id and new.decider_person_id is not null
    or new.reason is distinct from old.reason and new.reason <> 'Erased.' then
    raise exception 'talent_pool_decision stays as it was written' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

drop trigger talent_pool_decision_is_kept on talent_pool_decision;
create trigger talent_pool_decision_is_kept before delete or truncate on talent_pool_decision
  for each statement execute function keep_talent_pool_record();
create trigger talent_pool_decision_stays before update on talent_pool_decision
  for each row execute function keep_talent_pool_decision();
`;

const OVER = `
alter table mentoring_request add column over_since timestamptz(3);
update mentoring_request set over_since = now() where state in ('withdrawn', 'expired');

create function note_end_of_request() returns trigger language plpgsql as $$
begin
  new.over_since := case when new.state in ('withdrawn', 'expired') then coalesce(new.over_since, now()) end;
  return new;
end $$;
create trigger mentoring_request_ends before insert or update of state on mentoring_request
  for each row execute function note_end_of_request();
create index mentoring_request_over on mentoring_request (over_since) where over_since is not null;
create index proposal_closed_at on proposal (closed_at) where closed_at is not null;
`;

const DOWN = `
drop index proposal_closed_at, mentoring_request_over;
drop trigger mentoring_request_ends on mentoring_request;
drop function note_end_of_request;
alter table mentoring_request drop column over_since;

drop trigger talent_pool_decision_stays on talent_pool_decision;
drop trigger talent_pool_decision_is_kept on talent_pool_decision;
create trigger talent_pool_decision_is_kept before update or delete or truncate on talent_pool_decision
  for each statement execute function keep_talent_pool_record();
drop function keep_talent_pool_decision;
alter table talent_pool_decision
  alter column member_id set not null,
  drop constraint talent_pool_decision_member,
  add constraint talent_pool_decision_pool_id_member_id_fkey foreign key (pool_id, member_id)
    references talent_pool_member (pool_id, id);

drop table correction_request;
`;
