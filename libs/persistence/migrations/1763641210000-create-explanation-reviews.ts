import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for a human being to look again at what a round decided on them, and what came of it. */
export class CreateExplanationReviews1763641210000 implements MigrationInterface {
  readonly name = 'CreateExplanationReviews1763641210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table explanation_review (
        id uuid primary key,
        programme_id uuid not null references programme,
        round_id uuid not null references matching_round,
        request_id uuid not null references mentoring_request on delete cascade,
        person_id uuid not null references person on delete cascade,
        reason text check (char_length(reason) between 1 and 2000),
        state text not null check (state in ('open', 'upheld', 'changed')),
        asked_at timestamptz(3) not null,
        settled_at timestamptz(3),
        finding text check (char_length(finding) between 1 and 2000),
        override_id uuid references matching_run,
        version integer not null check (version >= 1),
        constraint explanation_review_settled check (
          num_nonnulls(settled_at, finding) = case state when 'open' then 0 else 2 end),
        constraint explanation_review_changed check (state = 'changed' or override_id is null)
      )`);
    await runner.query(`
      create unique index explanation_review_once on explanation_review (request_id, round_id, person_id)
        where state = 'open'`);
    await runner.query(
      'create index explanation_review_newest on explanation_review (programme_id, asked_at desc, id desc)',
    );
    await runner.query('create index explanation_review_of_person on explanation_review (person_id)');
    await runner.query('create index explanation_review_of_round on explanation_review (round_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table explanation_review');
  }
}
