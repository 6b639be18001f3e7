import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many requests came from where within the current minute, for every server alike. What is in it is worth nothing
 * after that minute, so it is not logged: a crash empties it.
 */
export class CreateRequestCounts1763641100000 implements MigrationInterface {
  readonly name = 'CreateRequestCounts1763641100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table request_count (
        source_sha256 text primary key check (source_sha256 ~ '^[0-9a-f]{64}$'),
        requests integer not null check (requests >= 1),
        window_ends_at timestamptz(3) not null
      )`);
    await runner.query('create index request_count_over on request_count (window_ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_count');
  }
}
