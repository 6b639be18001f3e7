import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, home, type Lock, locked, programme, PUBLIC, unlocked } from '../row-locks';

/** Leadership plans as they are published. A snapshot that is decided about stays as it is (`EV003`). */
export class PublishLeadershipPlans1763642500000 implements MigrationInterface {
  readonly name = 'PublishLeadershipPlans1763642500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query(locked(LOCK));
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy may_read_of_published_plans on programme');
    await runner.query(unlocked(LOCK));
    await runner.query('drop table leadership_plan_snapshot');
  }
}

const UP = `
create table leadership_plan_snapshot (
  id uuid primary key,
  programme_id uuid not null references leadership_plan,
  state text not null check (state in ('put_forward', 'published', 'turned_down')),
  outline jsonb not null check (jsonb_typeof(outline) = 'object'),
  counted jsonb not null check (jsonb_typeof(counted) = 'object'),
  counted_at timestamptz(3) not null,
  put_forward_by uuid not null,
  decided_by uuid,
  decided_at timestamptz(3),
  constraint leadership_plan_snapshot_decided check (
    num_nonnulls(decided_by, decided_at) = case state when 'put_forward' then 0 else 2 end),
  constraint leadership_plan_snapshot_by_two check (decided_by <> put_forward_by)
);
create unique index leadership_plan_snapshot_waiting on leadership_plan_snapshot (programme_id)
  where state = 'put_forward';
create index leadership_plan_snapshot_newest on leadership_plan_snapshot (programme_id, counted_at desc, id desc);
create index leadership_plan_snapshot_published on leadership_plan_snapshot (decided_at desc, id desc)
  where state = 'published';
create trigger leadership_plan_snapshot_stays_decided before update on leadership_plan_snapshot for each row
  when (old.state <> 'put_forward'
    or (old.id, old.programme_id, old.outline, old.counted, old.counted_at, old.put_forward_by)
      is distinct from (new.id, new.programme_id, new.outline, new.counted, new.counted_at, new.put_forward_by))
  execute function refuse_change();
create trigger leadership_plan_snapshot_is_kept before delete on leadership_plan_snapshot for each row
  execute function refuse_change();
`;

const LOCK: Lock = {
  table: 'leadership_plan_snapshot',
  read: [
    ...[EVERYTHING, programme('programme_id')],
    `state = 'published' and (${PUBLIC} or ${home('programme_id')})`,
  ],
  write: [EVERYTHING, programme('programme_id')],
};

const GRANTS = `
create policy may_read_of_published_plans on programme for select using (
  ${PUBLIC} and id in (select programme_id from leadership_plan_snapshot));
grant select, insert, update on leadership_plan_snapshot to evenhand_app;
-- Whether a programme may be read is asked of every row of it.
grant select (state, programme_id) on leadership_plan_snapshot to evenhand_matcher;
`;
