import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enquiries into what the mentors who are proposed to be recruited would change. */
export class AllowRecruitmentEnquiries1763640400000 implements MigrationInterface {
  readonly name = 'AllowRecruitmentEnquiries1763640400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allowedKinds(['replay', 'preview', 'frontier', 'recruitment']));
    await runner.query('create index round_enquiry_answered on round_enquiry (run_id, answered_at desc)');
    await runner.query('drop index round_enquiry_of_run');
  }

  /** What only reads a round can be asked again: it goes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from round_enquiry where question ->> 'kind' = 'recruitment'`);
    await runner.query('create index round_enquiry_of_run on round_enquiry (run_id)');
    await runner.query('drop index round_enquiry_answered');
    await runner.query(allowedKinds(['replay', 'preview', 'frontier']));
  }
}

function allowedKinds(kinds: readonly string[]): string {
  return `
    alter table round_enquiry
      drop constraint round_enquiry_question_check,
      add constraint round_enquiry_question_check
        check (question ->> 'kind' in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
}
