import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Admins drive stuck work again by its number, and see how often a worker began with it: of the runs and enquiries that
 * count it, whose rows they do not reach, that number alone.
 */
export class CountDeliveries1763642200000 implements MigrationInterface {
  readonly name = 'CountDeliveries1763642200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function reach.deliveries_of(subject uuid) returns integer language plpgsql stable
        set search_path = pg_catalog, public, pg_temp as $$
      declare
        said text := coalesce(current_setting('evenhand.reach', true), '');
        counted integer;
      begin
        if reach.service() or reach.everything() then
          perform set_config('evenhand.reach', 'all', true);
          counted := coalesce(
            (select deliveries from matching_run where matching_run.id = subject),
            (select deliveries from round_enquiry where round_enquiry.id = subject));
          perform set_config('evenhand.reach', said, true);
        end if;
        return counted;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function reach.deliveries_of');
  }
}
