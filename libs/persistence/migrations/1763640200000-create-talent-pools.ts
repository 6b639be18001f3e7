import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Talent pools: versions of criteria, decisions and published counts stay as they were written, whoever writes to the database. */
export class CreateTalentPools1763640200000 implements MigrationInterface {
  readonly name = 'CreateTalentPools1763640200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table talent_pool (
        id uuid primary key,
        programme_id uuid not null references programme,
        title text not null check (char_length(title) between 1 and 200),
        purpose text not null check (char_length(purpose) between 1 and 2000),
        ways_in text[] not null
          check (cardinality(ways_in) between 1 and 2 and ways_in <@ array['nominated', 'applied']),
        state text not null check (state in ('draft', 'open', 'closed')),
        criteria_version integer not null check (criteria_version >= 0),
        created_at timestamptz(3) not null,
        opened_at timestamptz(3),
        closed_at timestamptz(3),
        version integer not null check (version >= 1),
        check ((state = 'draft') = (opened_at is null)),
        check ((state = 'closed') = (closed_at is not null)),
        check (state = 'draft' or criteria_version >= 1)
      )`);
    await runner.query('create index talent_pool_newest on talent_pool (created_at, id)');
    await runner.query('create index talent_pool_programme on talent_pool (programme_id, created_at, id)');

    await runner.query(`
      create table talent_pool_criteria (
        pool_id uuid not null references talent_pool,
        number integer not null check (number >= 1),
        criteria jsonb not null check (jsonb_typeof(criteria) = 'array' and jsonb_array_length(criteria) >= 1),
        holds_from timestamptz(3) not null,
        reason text not null check (char_length(reason) between 1 and 2000),
        primary key (pool_id, number)
      )`);

    await runner.query(`
      create table talent_pool_member (
        id uuid primary key,
        pool_id uuid not null references talent_pool,
        person_id uuid not null references person,
        way_in text not null check (way_in in ('nominated', 'applied')),
        state text not null check (state in
          ('nominated', 'interested', 'assessed', 'in_pool', 'not_in_pool', 'declined', 'appointed', 'left')),
        reason text not null check (char_length(reason) between 1 and 2000),
        nominated_as text check (nominated_as in ('mentor', 'champion', 'manager')),
        nominator_role text,
        nominator_person_id uuid,
        came_at timestamptz(3) not null,
        interest_declared_at timestamptz(3),
        horizon text,
        evidence text check (char_length(evidence) between 1 and 2000),
        assessed_by_version integer,
        assessed_at timestamptz(3),
        assessor_role text,
        assessor_person_id uuid,
        ended_at timestamptz(3),
        ending_note text check (char_length(ending_note) between 1 and 2000),
        version integer not null check (version >= 1),
        unique (pool_id, id),
        foreign key (pool_id, assessed_by_version) references talent_pool_criteria,
        check (num_nonnulls(nominated_as, nominator_role) = case way_in when 'nominated' then 2 else 0 end),
        check ((state in ('nominated', 'declined')) = (interest_declared_at is null)),
        check (num_nonnulls(horizon, evidence, assessed_by_version, assessed_at, assessor_role) in (0, 5)),
        check (state not in ('assessed', 'in_pool', 'not_in_pool', 'appointed') or assessed_at is not null),
        check ((state in ('declined', 'appointed', 'left')) = (ended_at is not null))
      )`);
    await runner.query(`
      create unique index talent_pool_member_live on talent_pool_member (pool_id, person_id)
        where state in ('nominated', 'interested', 'assessed', 'in_pool')`);
    await runner.query('create index talent_pool_member_newest on talent_pool_member (pool_id, came_at, id)');
    await runner.query('create index talent_pool_member_person on talent_pool_member (person_id)');

    await runner.query(`
      create table talent_pool_decision (
        id uuid primary key,
        pool_id uuid not null,
        member_id uuid not null unique,
        outcome text not null check (outcome in ('in_pool', 'not_in_pool')),
        decided_at timestamptz(3) not null,
        decider_role text not null,
        decider_person_id uuid,
        criteria_version integer not null,
        reason text not null check (char_length(reason) between 1 and 2000),
        foreign key (pool_id, member_id) references talent_pool_member (pool_id, id),
        foreign key (pool_id, criteria_version) references talent_pool_criteria
      )`);
    await runner.query(
      'create index talent_pool_decision_newest on talent_pool_decision (pool_id, decided_at, id)',
    );

    await runner.query(`
      create table talent_pool_publication (
        pool_id uuid not null references talent_pool,
        as_of timestamptz(3) not null,
        composition jsonb not null,
        decisions jsonb not null,
        primary key (pool_id, as_of)
      )`);

    await runner.query(`
      create function keep_talent_pool_record() returns trigger language plpgsql as $$
      begin
        raise exception '% stays as it was written', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['talent_pool_criteria', 'talent_pool_decision', 'talent_pool_publication']) {
      await runner.query(`
        create trigger ${table}_is_kept before update or delete or truncate on ${table}
          for each statement execute function keep_talent_pool_record()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table talent_pool_publication');
    await runner.query('drop table talent_pool_decision');
    await runner.query('drop table talent_pool_member');
    await runner.query('drop table talent_pool_criteria');
    await runner.query('drop table talent_pool');
    await runner.query('drop function keep_talent_pool_record');
  }
}
