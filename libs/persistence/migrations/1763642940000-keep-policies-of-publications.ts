import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps by which policy the counts of a pool were published, so that what is published later is proved beside what they tell. */
export class KeepPoliciesOfPublications1763642940000 implements MigrationInterface {
  readonly name = 'KeepPoliciesOfPublications1763642940000';

  async up(runner: QueryRunner): Promise<void> {
    // Absent where it was the default one.
    await runner.query('alter table talent_pool_publication add column told_by jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table talent_pool_publication drop column told_by');
  }
}
