import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever turns a leadership plan down says why, for whoever put it forward. Of those before it was not asked. */
export class SayWhyPlansAreTurnedDown1763642950000 implements MigrationInterface {
  readonly name = 'SayWhyPlansAreTurnedDown1763642950000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table leadership_plan_snapshot add column reason text check (char_length(reason) between 1 and 2000),
        add constraint leadership_plan_snapshot_reasoned check (reason is null or state = 'turned_down')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table leadership_plan_snapshot drop column reason cascade');
  }
}
