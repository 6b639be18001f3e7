import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests, rounds, runs and proposals, the jobs that follow from them, and the answers kept for callers who ask twice.
 *
 * What must hold under any concurrency stands here and not in the use cases: no mentor has more proposals than places, no
 * person more than one open request, and what was frozen or published stays as it is. Refusals of our own have codes of
 * our own: `EV001` no place left, `EV002` fewer places than are in use, `EV003` never changes.
 */
export class CreateMatching1763640100000 implements MigrationInterface {
  readonly name = 'CreateMatching1763640100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, INDEXES, PLACES, FROZEN, JOBS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const TABLES = `
create table matching_round (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null check (char_length(name) between 1 and 200),
  state text not null check (state in
    ('draft', 'queued', 'running', 'solved', 'published', 'discarded', 'cancelled', 'failed')),
  rules jsonb not null,
  scope jsonb not null,
  pseudonym_key text not null,
  attempt integer not null check (attempt >= 0),
  run_id uuid,
  failure jsonb,
  created_at timestamptz not null,
  rules_fixed_at timestamptz not null,
  published_at timestamptz,
  version integer not null check (version >= 1),
  constraint matching_round_failure check ((state = 'failed') = (failure is not null)),
  constraint matching_round_publication check ((state = 'published') = (published_at is not null))
);

create table matching_run (
  id uuid primary key,
  round_id uuid not null references matching_round,
  kind text not null check (kind in ('whole', 'refill')),
  attempt integer not null check (attempt >= 1),
  state text not null check (state in ('queued', 'running', 'solved', 'failed', 'cancelled')),
  deliveries integer not null check (deliveries >= 0),
  progress jsonb not null,
  failure jsonb,
  snapshot text not null,
  snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  solved_at timestamptz,
  outcome jsonb,
  result text,
  constraint matching_run_attempt unique (round_id, attempt),
  constraint matching_run_failure check ((state = 'failed') = (failure is not null)),
  constraint matching_run_solution check (
    num_nonnulls(outcome, result, solved_at) = case state when 'solved' then 3 else 0 end)
);

-- A round is queued together with its run, whichever of the two is written first.
alter table matching_round add constraint matching_round_run
  foreign key (run_id) references matching_run deferrable initially deferred;

create table mentoring_request (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null references person on delete cascade,
  state text not null check (state in
    ('draft', 'submitted', 'in_round', 'proposed', 'matched', 'withdrawn', 'expired')),
  first_submitted_on date,
  round_id uuid references matching_round,
  welcomed_again uuid[] not null,
  version integer not null check (version >= 1),
  constraint mentoring_request_submission check (
    first_submitted_on is not null or state in ('draft', 'withdrawn', 'expired')),
  constraint mentoring_request_round check (
    (round_id is not null) = (state in ('in_round', 'proposed', 'matched')))
);

-- Erasing a person deletes the link and leaves the snapshot, in which the pseudonym then stands for nobody.
create table run_pseudonym (
  run_id uuid not null references matching_run,
  pseudonym text not null,
  person_id uuid not null references person on delete cascade,
  request_id uuid references mentoring_request on delete cascade,
  primary key (run_id, pseudonym)
);

create table proposal (
  id uuid primary key,
  round_id uuid not null references matching_round,
  run_id uuid not null references matching_run,
  request_id uuid not null references mentoring_request on delete cascade,
  mentee_id uuid not null references person on delete cascade,
  mentor_id uuid not null references person on delete cascade,
  state text not null check (state in ('offered', 'confirmed', 'declined', 'expired', 'superseded')),
  score integer not null check (score between 0 and 10000),
  points jsonb not null,
  gaps jsonb not null,
  gaps_not_covered jsonb not null,
  notes text[] not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  reminded_at timestamptz[] not null,
  mentee_accepted_at timestamptz,
  mentor_accepted_at timestamptz,
  questions jsonb not null,
  declined jsonb,
  closed_at timestamptz,
  version integer not null check (version >= 1),
  -- The profile goes with the person or not at all: without it nobody could say how many places there are.
  constraint proposal_mentor_profile foreign key (mentor_id) references mentor_profile (person_id),
  constraint proposal_two_people check (mentee_id <> mentor_id),
  constraint proposal_time_to_answer check (expires_at > offered_at),
  constraint proposal_closed check ((state = 'offered') = (closed_at is null)),
  constraint proposal_declined check ((state = 'declined') = (declined is not null)),
  constraint proposal_confirmed check (
    state <> 'confirmed' or (mentee_accepted_at is not null and mentor_accepted_at is not null))
);

create table outbox_job (
  id bigint generated always as identity primary key,
  kind text not null,
  subject uuid not null,
  attempt integer not null check (attempt >= 0),
  left_at timestamptz not null default now(),
  -- Until then the job is one relay's to take to the queue, and no other one sees it.
  held_until timestamptz,
  queued_at timestamptz,
  settled_at timestamptz,
  constraint outbox_job_once unique (kind, subject, attempt)
);

-- The answer is json, not jsonb: it is given again as it was given, its members in their order.
create table idempotency_key (
  scope text not null,
  key text not null,
  fingerprint text not null,
  claimed_at timestamptz not null,
  answer json,
  primary key (scope, key)
);
`;

const INDEXES = `
create index matching_round_newest on matching_round (programme_id, created_at desc, id desc);
create index matching_round_published on matching_round (published_at desc, id desc) where state = 'published';
create unique index matching_run_one_under_way on matching_run (round_id) where state in ('queued', 'running');

create unique index mentoring_request_one_open on mentoring_request (person_id)
  where state in ('draft', 'submitted', 'in_round', 'proposed');
create index mentoring_request_oldest on mentoring_request
  (programme_id, (coalesce(first_submitted_on, 'infinity')), id);
create index mentoring_request_of_person on mentoring_request (person_id);
create index mentoring_request_of_round on mentoring_request (round_id);

create index run_pseudonym_of_person on run_pseudonym (person_id);
create index run_pseudonym_of_request on run_pseudonym (request_id);

create unique index proposal_one_open on proposal (request_id) where state in ('offered', 'confirmed');
create index proposal_using_place on proposal (mentor_id) where state in ('offered', 'confirmed');
create index proposal_newest on proposal (round_id, offered_at desc, id desc);
create index proposal_of_request on proposal (request_id);
create index proposal_of_mentee on proposal (mentee_id);
create index proposal_of_mentor on proposal (mentor_id);
create index proposal_offered on proposal (expires_at) where state = 'offered';

create index outbox_job_open on outbox_job (id) where settled_at is null;
create index outbox_job_settled on outbox_job (settled_at) where settled_at is not null;
create index idempotency_key_claimed on idempotency_key (claimed_at);
`;

const PLACES = `
create function places_in_use(mentor uuid, but_for uuid) returns bigint language sql volatile as $$
  select count(*) from proposal
  where mentor_id = mentor and state in ('offered', 'confirmed') and id is distinct from but_for;
$$;

-- The profile is written, not only locked: whoever waits for it then counts anew, and a transaction that looks at an
-- older state of the database fails instead of counting what it cannot see.
create function refuse_more_proposals_than_places() returns trigger language plpgsql as $$
declare
  offered integer;
begin
  update mentor_profile set capacity = capacity where person_id = new.mentor_id returning capacity into offered;
  if offered is null or places_in_use(new.mentor_id, new.id) >= offered then
    raise exception 'mentor % has no place left', new.mentor_id
      using errcode = 'EV001', detail = new.mentor_id::text;
  end if;
  return new;
end;
$$;

create trigger proposal_takes_place before insert on proposal for each row
  when (new.state in ('offered', 'confirmed'))
  execute function refuse_more_proposals_than_places();

create trigger proposal_takes_place_again before update on proposal for each row
  when (new.state in ('offered', 'confirmed')
    and (old.state not in ('offered', 'confirmed') or new.mentor_id <> old.mentor_id))
  execute function refuse_more_proposals_than_places();

create function refuse_fewer_places_than_in_use() returns trigger language plpgsql as $$
begin
  if places_in_use(new.person_id, null) > new.capacity then
    raise exception 'mentor % has more places in use than %', new.person_id, new.capacity
      using errcode = 'EV002', detail = new.person_id::text;
  end if;
  return new;
end;
$$;

create trigger mentor_profile_keeps_places before update of capacity on mentor_profile for each row
  when (new.capacity < old.capacity)
  execute function refuse_fewer_places_than_in_use();
`;

const FROZEN = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% % never changes', tg_table_name, old.id using errcode = 'EV003', detail = old.id::text;
end;
$$;

-- A refill is another run of the round and moves its version, attempt and run; the rest is what was published.
create trigger matching_round_stays_published before update on matching_round for each row
  when (old.state = 'published'
    and (old.id, old.programme_id, old.name, old.state, old.rules, old.scope, old.pseudonym_key, old.created_at,
         old.rules_fixed_at, old.published_at)
      is distinct from
        (new.id, new.programme_id, new.name, new.state, new.rules, new.scope, new.pseudonym_key, new.created_at,
         new.rules_fixed_at, new.published_at))
  execute function refuse_change();

create trigger matching_round_stays before delete on matching_round for each row
  when (old.state = 'published')
  execute function refuse_change();

-- Named columns, so that reports of progress do not compare megabytes.
create trigger matching_run_stays_frozen
  before update of id, round_id, kind, attempt, snapshot, snapshot_sha256, frozen_at on matching_run for each row
  when ((old.id, old.round_id, old.kind, old.attempt, old.snapshot, old.snapshot_sha256, old.frozen_at)
    is distinct from
        (new.id, new.round_id, new.kind, new.attempt, new.snapshot, new.snapshot_sha256, new.frozen_at))
  execute function refuse_change();

create trigger matching_run_stays_solved before update on matching_run for each row
  when (old.state = 'solved')
  execute function refuse_change();

create function refuse_removal_from_published_round() returns trigger language plpgsql as $$
begin
  if exists (select from matching_round where id = old.round_id and state = 'published') then
    raise exception 'run % is of a published round, which never changes', old.id
      using errcode = 'EV003', detail = old.id::text;
  end if;
  return old;
end;
$$;

create trigger matching_run_stays before delete on matching_run for each row
  execute function refuse_removal_from_published_round();
`;

const JOBS = `
create function tell_of_outbox_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox_job', '');
  return null;
end;
$$;

create trigger outbox_job_left after insert on outbox_job for each statement
  execute function tell_of_outbox_job();
`;

const DOWN = `
drop trigger mentor_profile_keeps_places on mentor_profile;
alter table matching_round drop constraint matching_round_run;
drop table idempotency_key, outbox_job, proposal, run_pseudonym, mentoring_request, matching_run, matching_round;
drop function tell_of_outbox_job, refuse_removal_from_published_round, refuse_change, refuse_fewer_places_than_in_use,
  refuse_more_proposals_than_places, places_in_use;
`;
