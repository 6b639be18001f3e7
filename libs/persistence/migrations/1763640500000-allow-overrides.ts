import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Overrides: runs that match a solved round anew around what somebody decided about a pair, kept with the decision, its
 * reason and who decided; and enquiries into what one would do. People stand in a decision under their pseudonyms, so
 * that erasing one leaves it as it is. The run is frozen with its decision.
 */
export class AllowOverrides1763640500000 implements MigrationInterface {
  readonly name = 'AllowOverrides1763640500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching_run
        add column override jsonb,
        drop constraint matching_run_kind_check,
        add constraint matching_run_kind_check check (kind in ('whole', 'refill', 'override')),
        add constraint matching_run_override check ((kind = 'override') = (override is not null))`);
    await runner.query(frozen([...FROZEN, 'override']));
    await runner.query(allowedKinds(['replay', 'preview', 'frontier', 'recruitment', 'override']));
  }

  /** Refused while any round was overridden: what stands for it could not be told any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from round_enquiry where question ->> 'kind' = 'override'`);
    await runner.query(allowedKinds(['replay', 'preview', 'frontier', 'recruitment']));
    await runner.query(frozen(FROZEN));
    await runner.query(`
      alter table matching_run
        drop constraint matching_run_override,
        drop constraint matching_run_kind_check,
        add constraint matching_run_kind_check check (kind in ('whole', 'refill')),
        drop column override`);
  }
}

const FROZEN: readonly string[] = [
  'id',
  'round_id',
  'kind',
  'attempt',
  'snapshot',
  'snapshot_sha256',
  'frozen_at',
];

/** Named columns, so that reports of progress do not compare megabytes. */
function frozen(columns: readonly string[]): string {
  const of = (row: 'old' | 'new'): string => columns.map((column) => `${row}.${column}`).join(', ');
  return `
    drop trigger matching_run_stays_frozen on matching_run;
    create trigger matching_run_stays_frozen
      before update of ${columns.join(', ')} on matching_run for each row
      when ((${of('old')}) is distinct from (${of('new')}))
      execute function refuse_change()`;
}

function allowedKinds(kinds: readonly string[]): string {
  return `
    alter table round_enquiry
      drop constraint round_enquiry_question_check,
      add constraint round_enquiry_question_check
        check (question ->> 'kind' in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
}
