import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever turns an equity snapshot down says why, for whoever put it forward. Of those before it was not asked. */
export class SayWhyTurnedDown1763642931000 implements MigrationInterface {
  readonly name = 'SayWhyTurnedDown1763642931000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table equity_snapshot add column reason text check (char_length(reason) between 1 and 2000),
        add constraint equity_snapshot_reasoned check (reason is null or state = 'turned_down')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table equity_snapshot drop column reason cascade');
  }
}
