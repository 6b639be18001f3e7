import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = 'id, outline, counted_at, decided_at';

/** Whoever publishes counts of pools and makes reports looks at what plans told of the same people. */
export class ReadWhatPlansTold1763642910000 implements MigrationInterface {
  readonly name = 'ReadWhatPlansTold1763642910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select (${COLUMNS}) on leadership_plan_snapshot to evenhand_matcher`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke select (${COLUMNS}) on leadership_plan_snapshot from evenhand_matcher`);
  }
}
