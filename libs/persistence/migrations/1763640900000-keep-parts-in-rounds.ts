import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who ran a round or decided about it, and who audited it. One row for an account in a round, which never changes, is
 * what keeps the two apart, whoever writes it and however many at once.
 */
export class KeepPartsInRounds1763640900000 implements MigrationInterface {
  readonly name = 'KeepPartsInRounds1763640900000';

  async up(runner: QueryRunner): Promise<void> {
    // No foreign key to whom the account is of: a part outlives the account, as the round does.
    await runner.query(`
      create table round_part (
        round_id uuid not null references matching_round on delete cascade,
        account_id uuid not null,
        part text not null check (part in ('ran', 'audited')),
        primary key (round_id, account_id)
      )`);
    await runner.query(`
      create function keep_part_in_round() returns trigger language plpgsql as $$
      begin
        raise exception 'round_part: an account keeps the part that it has in a round' using errcode = 'EV003';
      end $$`);
    await runner.query(`
      create trigger round_part_is_kept before update on round_part
        for each statement execute function keep_part_in_round()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table round_part');
    await runner.query('drop function keep_part_in_round');
  }
}
