import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Enquiries into solved rounds. They only read a round, so that they go with it where it goes; what is answered, or
 * failed, stays as it is (`EV003`).
 */
export class CreateEnquiries1763640300000 implements MigrationInterface {
  readonly name = 'CreateEnquiries1763640300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table round_enquiry (
        id uuid primary key,
        round_id uuid not null references matching_round on delete cascade,
        run_id uuid not null references matching_run on delete cascade,
        question jsonb not null check (question ->> 'kind' in ('replay', 'preview', 'frontier')),
        state text not null check (state in ('queued', 'running', 'answered', 'failed')),
        deliveries integer not null check (deliveries >= 0),
        progress jsonb not null,
        failure jsonb,
        answer jsonb,
        asked_at timestamptz not null,
        answered_at timestamptz,
        constraint round_enquiry_failure check ((state = 'failed') = (failure is not null)),
        constraint round_enquiry_answer check (
          num_nonnulls(answer, answered_at) = case state when 'answered' then 2 else 0 end)
      )`);
    await runner.query(
      'create index round_enquiry_newest on round_enquiry (round_id, asked_at desc, id desc)',
    );
    await runner.query('create index round_enquiry_of_run on round_enquiry (run_id)');
    await runner.query(`
      create trigger round_enquiry_stays_over before update on round_enquiry for each row
        when (old.state in ('answered', 'failed'))
        execute function refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table round_enquiry');
  }
}
