import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report says when its counts were taken, which is before the gate has worked on them. Of those made until now it is
 * only known when they were made.
 */
export class KeepWhenCounted1763642400000 implements MigrationInterface {
  readonly name = 'KeepWhenCounted1763642400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table equity_report add column counted_at timestamptz(3);
      alter table equity_report no force row level security, disable trigger equity_report_stays_made;
      update equity_report set counted_at = made_at where counts is not null;
      alter table equity_report force row level security, enable trigger equity_report_stays_made;
      alter table equity_report
        add constraint equity_report_counted check ((counts is null) = (counted_at is null));
      grant select (counted_at) on equity_report to evenhand_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table equity_report drop column counted_at');
  }
}
