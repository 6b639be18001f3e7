import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps by which policy the counts of a round are told, so that it is never told again by another one. */
export class KeepPoliciesOfRounds1763642941000 implements MigrationInterface {
  readonly name = 'KeepPoliciesOfRounds1763642941000';

  async up(runner: QueryRunner): Promise<void> {
    // Absent where it is the default one.
    await runner.query('alter table matching_round add column policy jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matching_round drop column policy');
  }
}
