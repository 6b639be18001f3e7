import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever puts somebody's name down learns nothing of them by it: a nomination stands beside whatever membership there is,
 * a champion is shown once they did something, and what was taken back stays for the champion to see.
 */
export class TellLessOfNames1763642600000 implements MigrationInterface {
  readonly name = 'TellLessOfNames1763642600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [NOMINATIONS, TAKEN_BACK, SEEN_ONCE_ACCEPTED]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const NOMINATIONS = `
drop index talent_pool_member_live;
create unique index talent_pool_member_live on talent_pool_member (pool_id, person_id)
  where state in ('interested', 'assessed', 'in_pool');
create unique index talent_pool_member_nominated on talent_pool_member (pool_id, person_id, nominator_person_id)
  where state = 'nominated';
`;

const TAKEN_BACK = `
alter table championing
  add column taken_back_at timestamptz(3),
  drop constraint championing_state_check,
  add constraint championing_state_check check (state in ('named', 'put_forward', 'taken_up', 'taken_back')),
  drop constraint championing_put_forward,
  add constraint championing_put_forward check (
    num_nonnulls(put_forward_for, put_forward_at) = case when state in ('named', 'taken_back') then 0 else 2 end),
  add constraint championing_taken_back check ((state = 'taken_back') = (taken_back_at is not null));
`;

/** To be named is nobody's own doing; by putting somebody forward a champion shows themselves. */
const SEEN_ONCE_ACCEPTED = `
create or replace function reach.championed() returns setof uuid language sql stable rows 10
  set search_path = pg_catalog, public, pg_temp as $$
    select champion_person_id from championing
      where person_id = any (reach.persons()) and state in ('put_forward', 'taken_up')
    union select person_id from championing where champion_person_id = any (reach.persons())
$$;
`;

/** What was kept because of this goes with it. */
const DOWN = `
select set_config('evenhand.reach', 'all', true);
create or replace function reach.championed() returns setof uuid language sql stable rows 10
  set search_path = pg_catalog, public, pg_temp as $$
    select champion_person_id from championing where person_id = any (reach.persons())
    union select person_id from championing where champion_person_id = any (reach.persons())
$$;
delete from championing where state = 'taken_back';
alter table championing
  drop constraint championing_taken_back,
  drop constraint championing_put_forward,
  add constraint championing_put_forward check (
    num_nonnulls(put_forward_for, put_forward_at) = case state when 'named' then 0 else 2 end),
  drop constraint championing_state_check,
  add constraint championing_state_check check (state in ('named', 'put_forward', 'taken_up')),
  drop column taken_back_at;
delete from talent_pool_member nominated where state = 'nominated' and exists (
  select from talent_pool_member other
  where other.pool_id = nominated.pool_id and other.person_id = nominated.person_id
    and (other.state in ('interested', 'assessed', 'in_pool') or other.state = 'nominated' and other.id < nominated.id));
drop index talent_pool_member_nominated;
drop index talent_pool_member_live;
create unique index talent_pool_member_live on talent_pool_member (pool_id, person_id)
  where state in ('nominated', 'interested', 'assessed', 'in_pool');
select set_config('evenhand.reach', '', true);
`;
