import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why somebody decided about a pair, and who decided, stand beside a frozen run and are no part of what was hashed. When
 * one of the pair is erased the words go, when the decider is, their id: nothing in it ever becomes something else.
 */
export class AllowErasureFromOverrides1763641610000 implements MigrationInterface {
  readonly name = 'AllowErasureFromOverrides1763641610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${frozen(FROZEN)}
      ${solved(`update of ${[...FROZEN, ...SOLVED].join(', ')}`)}
      create function keep_override() returns trigger language plpgsql as $$
      declare
        was jsonb := old.override;
        becomes jsonb := new.override;
      begin
        if becomes - '{reason,decidedBy}'::text[] is distinct from was - '{reason,decidedBy}'::text[]
          or becomes -> 'reason' is distinct from was -> 'reason'
            and becomes -> 'reason' is distinct from to_jsonb('Erased.'::text)
          or becomes -> 'decidedBy' is distinct from was -> 'decidedBy'
            and becomes -> 'decidedBy' is distinct from (was -> 'decidedBy') - 'personId' then
          raise exception 'the override of run % never changes', old.id
            using errcode = 'EV003', detail = old.id::text;
        end if;
        return new;
      end $$;
      create trigger matching_run_override_stays before update of override on matching_run
        for each row execute function keep_override()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger matching_run_override_stays on matching_run;
      drop function keep_override;
      ${frozen([...FROZEN, 'override'])}
      ${solved('update')}`);
  }
}

const FROZEN = ['id', 'round_id', 'kind', 'attempt', 'snapshot', 'snapshot_sha256', 'frozen_at'];
/** With those every column but the override. */
const SOLVED = ['state', 'deliveries', 'progress', 'failure', 'solved_at', 'outcome', 'result'];

function frozen(columns: readonly string[]): string {
  const of = (row: 'old' | 'new'): string => columns.map((column) => `${row}.${column}`).join(', ');
  return `
    drop trigger matching_run_stays_frozen on matching_run;
    create trigger matching_run_stays_frozen
      before update of ${columns.join(', ')} on matching_run for each row
      when ((${of('old')}) is distinct from (${of('new')}))
      execute function refuse_change();`;
}

function solved(change: string): string {
  return `
    drop trigger matching_run_stays_solved on matching_run;
    create trigger matching_run_stays_solved before ${change} on matching_run for each row
      when (old.state = 'solved')
      execute function refuse_change();`;
}
