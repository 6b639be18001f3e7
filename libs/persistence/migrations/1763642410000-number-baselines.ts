import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever replaces a baseline says which one. Every part of it has its number; a baseline that counts nobody was none, and
 * what it said of characteristics goes.
 */
export class NumberBaselines1763642410000 implements MigrationInterface {
  readonly name = 'NumberBaselines1763642410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workforce_baseline add column version integer not null default 1 check (version >= 1);
      alter table workforce_baseline alter column version drop default, no force row level security;
      alter table workforce_characteristic no force row level security;
      delete from workforce_characteristic
        where programme_id not in (select programme_id from workforce_baseline);
      alter table workforce_baseline force row level security;
      alter table workforce_characteristic force row level security;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table workforce_baseline drop column version');
  }
}
