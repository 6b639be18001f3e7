import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps until when each figure of a pool was counted, so that it is told anew only once enough of its own people changed. */
export class TellFiguresByThemselves1763642850000 implements MigrationInterface {
  readonly name = 'TellFiguresByThemselves1763642850000';

  async up(runner: QueryRunner): Promise<void> {
    // Absent where everything was told at one moment.
    await runner.query('alter table talent_pool_publication add column figures jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table talent_pool_publication drop column figures');
  }
}
