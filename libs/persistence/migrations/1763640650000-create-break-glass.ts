import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records that admins asked to see. That it takes two of them, and ends after an hour, holds here as well. */
export class CreateBreakGlass1763640650000 implements MigrationInterface {
  readonly name = 'CreateBreakGlass1763640650000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table break_glass (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        asked_by uuid not null,
        asked_at timestamptz(3) not null,
        reason text not null check (char_length(reason) between 1 and 500),
        approved_by uuid,
        approved_at timestamptz(3),
        ends_at timestamptz(3),
        version integer not null check (version >= 1),
        constraint break_glass_two_admins check (approved_by <> asked_by),
        constraint break_glass_approved check (num_nonnulls(approved_by, approved_at, ends_at) in (0, 3)),
        constraint break_glass_an_hour check (ends_at <= approved_at + interval '1 hour')
      )`);
    await runner.query('create index break_glass_of_person on break_glass (person_id)');
    await runner.query('create index break_glass_open on break_glass (asked_by, ends_at)');
    await runner.query('create index break_glass_newest on break_glass (asked_at desc, id desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table break_glass');
  }
}
