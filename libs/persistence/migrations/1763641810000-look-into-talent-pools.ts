import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, type Lock, locked, own, poolOf } from '../row-locks';

/**
 * What makes a pool one that can be looked into: the dimensions of an assessment, who decided, so that somebody else looks
 * again, how long decisions took, and whether the pool was used.
 */
export class LookIntoTalentPools1763641810000 implements MigrationInterface {
  readonly name = 'LookIntoTalentPools1763641810000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [COLUMNS, stays('decider_account_id'), REVIEWS, locked(REVIEW_LOCK), GRANTS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pool_decision_review');
    await runner.query(stays());
    await runner.query(`
      alter table talent_pool_publication drop column times, drop column appointments;
      alter table talent_pool_decision drop column decider_account_id;
      alter table talent_pool_member drop column dimensions`);
  }
}

const COLUMNS = `
alter table talent_pool_member
  add column dimensions jsonb not null default '[]' check (jsonb_typeof(dimensions) = 'array'),
  add check (dimensions = '[]' or assessed_at is not null);
alter table talent_pool_decision add column decider_account_id uuid;
create index talent_pool_decision_decider on talent_pool_decision (decider_account_id);
-- Absent where counts were published before there were any.
alter table talent_pool_publication add column times jsonb, add column appointments jsonb;
`;

/** A decision stays as it was written, save for who it names: whoever is erased is named no more. */
function stays(...named: readonly string[]): string {
  const changed = named.map(
    (column) => `or new.${column} is distinct from old.${column} and new.${column} is not null`,
  );
  return `
create or replace function keep_talent_pool_decision() returns trigger language plpgsql as $$
begin
  if (new.id, new.pool_id, new.outcome, new.decided_at, new.decider_role, new.criteria_version)
      is distinct from (old.id, old.pool_id, old.outcome, old.decided_at, old.decider_role, old.criteria_version)
    or new.member_id is distinct from old.member_id and new.member_id is not null
    or new.decider_person_id is distinct from old.decider_person_id and new.decider_person_id is not null
    ${changed.join(' ')}
    or new.reason is distinct from old.reason and new.reason <> 'Erased.' then
    raise exception 'talent_pool_decision stays as it was written' using errcode = 'restrict_violation';
  end if;
  return new;
end $$`;
}

/** A review goes with the membership that it is about. */
const REVIEWS = `
create table pool_decision_review (
  id uuid primary key,
  programme_id uuid not null references programme,
  pool_id uuid not null references talent_pool,
  decision_id uuid not null references talent_pool_decision,
  member_id uuid not null references talent_pool_member on delete cascade,
  person_id uuid not null references person on delete cascade,
  reason text check (char_length(reason) between 1 and 2000),
  state text not null check (state in ('open', 'upheld', 'changed')),
  asked_at timestamptz(3) not null,
  settled_at timestamptz(3),
  reviewer_role text,
  reviewer_person_id uuid,
  finding text check (char_length(finding) between 1 and 2000),
  new_member_id uuid references talent_pool_member on delete set null,
  version integer not null check (version >= 1),
  constraint pool_decision_review_settled check (
    num_nonnulls(settled_at, reviewer_role, finding) = case state when 'open' then 0 else 3 end),
  constraint pool_decision_review_changed check (state = 'changed' or new_member_id is null)
);
create unique index pool_decision_review_once on pool_decision_review (decision_id) where state = 'open';
create index pool_decision_review_newest on pool_decision_review (programme_id, asked_at, id);
create index pool_decision_review_of_person on pool_decision_review (person_id);
create index pool_decision_review_of_member on pool_decision_review (member_id);
create index pool_decision_review_of_new_member on pool_decision_review (new_member_id);
`;

const REVIEW_LOCK: Lock = {
  table: 'pool_decision_review',
  read: [EVERYTHING, own('person_id'), poolOf('pool_id')],
  write: [EVERYTHING, own('person_id'), poolOf('pool_id')],
};

const GRANTS = `
grant select, insert, update on pool_decision_review to evenhand_app;
-- What is over is removed in its time; a row is held before.
grant select, delete, update (version) on pool_decision_review to evenhand_matcher;
`;
