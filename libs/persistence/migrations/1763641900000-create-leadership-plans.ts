import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, type Lock, locked, programme } from '../row-locks';

/** Plans of how programmes come to the leaders that they need, and the boards of their organisations. Nobody is named. */
export class CreateLeadershipPlans1763641900000 implements MigrationInterface {
  readonly name = 'CreateLeadershipPlans1763641900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table leadership_plan (
        programme_id uuid primary key references programme,
        title text not null check (char_length(title) between 1 and 200),
        starts_on date not null,
        vacancies jsonb not null check (jsonb_typeof(vacancies) = 'array'),
        version integer not null check (version >= 1)
      )`);
    await runner.query(`
      create table leadership_plan_section (
        programme_id uuid not null references leadership_plan,
        kind text not null check (kind in ('readiness', 'behaviour', 'chapter')),
        code text not null check (char_length(code) between 1 and 64),
        owner text not null check (char_length(owner) between 1 and 200),
        evidence text not null check (char_length(evidence) between 1 and 10000),
        state text not null check (state in ('not_begun', 'under_way', 'in_place')),
        releases jsonb not null check (jsonb_typeof(releases) = 'array'),
        version integer not null check (version >= 1),
        primary key (programme_id, kind, code),
        constraint leadership_plan_section_releases check (kind = 'behaviour' or releases = '[]')
      )`);
    await runner.query(`
      create table leadership_plan_entry (
        id uuid primary key,
        programme_id uuid not null references leadership_plan,
        kind text not null check (kind in ('action', 'risk', 'scenario')),
        content jsonb not null check (jsonb_typeof(content) = 'object'),
        added_at timestamptz(3) not null,
        version integer not null check (version >= 1)
      )`);
    await runner.query(
      'create index leadership_plan_entry_newest on leadership_plan_entry (programme_id, kind, added_at, id)',
    );
    await runner.query(`
      create table population_baseline (
        programme_id uuid primary key references leadership_plan,
        source text not null check (char_length(source) between 1 and 500),
        as_of date not null,
        populations jsonb not null check (jsonb_typeof(populations) = 'array'),
        version integer not null check (version >= 1)
      )`);
    await runner.query(`
      create table board (
        id uuid primary key,
        programme_id uuid not null references programme,
        organisation_id uuid not null references organisation,
        kind text not null check (kind in ('nhs_trust', 'foundation_trust', 'other')),
        seats jsonb not null
          check (jsonb_typeof(seats) = 'array' and jsonb_array_length(seats) between 1 and 60),
        version integer not null check (version >= 1),
        constraint board_once unique (organisation_id)
      )`);
    await runner.query('create index board_of_programme on board (programme_id, id)');
    for (const lock of LOCKS) await runner.query(locked(lock));
    await runner.query(`grant select, insert, update on ${TABLES.join(', ')} to evenhand_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
  }
}

const TABLES = [
  'leadership_plan',
  'leadership_plan_section',
  'leadership_plan_entry',
  'population_baseline',
  'board',
] as const;

const LOCKS: readonly Lock[] = TABLES.map((table) => ({
  table,
  read: [EVERYTHING, programme('programme_id')],
  write: [EVERYTHING, programme('programme_id')],
}));
