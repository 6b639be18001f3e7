import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PUBLIC } from '../row-locks';

const SNAPSHOTS = ['equity_snapshot', 'leadership_plan_snapshot'] as const;

/**
 * What is published says for good what its programme was called then: renamed later, it would change what nobody may. Whoever
 * reads it reads no programme any more. Of what was published before, the name of now is the one that it has shown.
 */
export class KeepTitlesOfSnapshots1763642800000 implements MigrationInterface {
  readonly name = 'KeepTitlesOfSnapshots1763642800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table programme no force row level security');
    for (const table of SNAPSHOTS) await runner.query(keepTitles(table));
    await runner.query(`
      alter table programme force row level security;
      drop policy may_read_of_published_equity on programme;
      drop policy may_read_of_published_plans on programme;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of SNAPSHOTS) await runner.query(`alter table ${table} drop column programme_title`);
    await runner.query(POLICIES_BEFORE);
  }
}

function keepTitles(table: (typeof SNAPSHOTS)[number]): string {
  return `
    alter table ${table} add column programme_title text, no force row level security,
      disable trigger ${table}_stays_decided;
    update ${table} set programme_title = programme.name from programme
      where programme.id = ${table}.programme_id and ${table}.state = 'published';
    alter table ${table} force row level security, enable trigger ${table}_stays_decided,
      add constraint ${table}_titled check ((state = 'published') = (programme_title is not null));`;
}

const POLICIES_BEFORE = `
create policy may_read_of_published_equity on programme for select using (
  ${PUBLIC} and id in (select programme_id from equity_snapshot));
create policy may_read_of_published_plans on programme for select using (
  ${PUBLIC} and id in (select programme_id from leadership_plan_snapshot));
`;
