import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, home, type Lock, locked, programme, unlocked } from '../row-locks';

/** What organisations find to be in the way of clinical professions, and the opportunities that programmes offer. */
export class CreateBarrierReviews1763642100000 implements MigrationInterface {
  readonly name = 'CreateBarrierReviews1763642100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVIEWS);
    await runner.query(OPPORTUNITIES);
    for (const lock of LOCKS) await runner.query(locked(lock));
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const lock of [...LOCKS].reverse()) await runner.query(unlocked(lock));
    await runner.query('drop table opportunity');
    await runner.query('drop table barrier_review');
    await runner.query('drop function keep_completed_review');
  }
}

/** Answers, judgements and actions are read and written with their review alone. What was completed stays as it was. */
const REVIEWS = `
create table barrier_review (
  id uuid primary key,
  programme_id uuid not null references programme,
  organisation_id uuid not null references organisation,
  follows uuid references barrier_review,
  state text not null check (state in ('open', 'completed')),
  executive_lead uuid references person on delete set null,
  non_executive_lead uuid references person on delete set null,
  answers jsonb not null check (jsonb_typeof(answers) = 'array'),
  judgements jsonb not null check (jsonb_typeof(judgements) = 'array'),
  actions jsonb not null check (jsonb_typeof(actions) = 'array'),
  begun_at timestamptz(3) not null,
  completed_at timestamptz(3),
  version integer not null check (version >= 1),
  check (executive_lead <> non_executive_lead),
  check ((state = 'completed') = (completed_at is not null))
);
create unique index barrier_review_open on barrier_review (organisation_id) where state = 'open';
create index barrier_review_newest on barrier_review (programme_id, begun_at, id);

create function keep_completed_review() returns trigger language plpgsql as $$
begin
  if old.state = 'completed' and (new.state, new.answers, new.judgements, new.completed_at)
      is distinct from (old.state, old.answers, old.judgements, old.completed_at) then
    raise exception 'A completed review stays as it was';
  end if;
  return new;
end $$;
create trigger keep_completed_review before update on barrier_review
  for each row execute function keep_completed_review();
`;

const OPPORTUNITIES = `
create table opportunity (
  id uuid primary key,
  programme_id uuid not null references programme,
  organisation_id uuid references organisation,
  kind text not null,
  phase text not null,
  title text not null check (char_length(title) between 1 and 200),
  description text not null check (char_length(description) between 1 and 2000),
  professions text[] not null,
  professions_reason text check (char_length(professions_reason) between 1 and 2000),
  closes_on date,
  state text not null check (state in ('open', 'closed')),
  created_at timestamptz(3) not null,
  version integer not null check (version >= 1),
  check ((cardinality(professions) > 0) = (professions_reason is not null))
);
create index opportunity_newest on opportunity (programme_id, created_at, id);
`;

const LOCKS: readonly Lock[] = [
  {
    table: 'barrier_review',
    read: [EVERYTHING, programme('programme_id')],
    write: [EVERYTHING, programme('programme_id')],
  },
  {
    table: 'opportunity',
    read: [EVERYTHING, programme('programme_id'), home('programme_id')],
    write: [EVERYTHING, programme('programme_id')],
  },
];

const GRANTS = `
grant select, insert, update on barrier_review, opportunity to evenhand_app;
`;
