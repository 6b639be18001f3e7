import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, type Lock, locked, programme } from '../row-locks';

/** Posts that a programme cannot do without, by when each needs somebody, and whether a pool was used to fill it. */
export class CreateCriticalPosts1763641800000 implements MigrationInterface {
  readonly name = 'CreateCriticalPosts1763641800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table critical_post (
        id uuid primary key,
        programme_id uuid not null references programme,
        organisation_id uuid not null references organisation,
        region text not null,
        title text not null check (char_length(title) between 1 and 200),
        profession text,
        profession_reason text check (char_length(profession_reason) between 1 and 2000),
        stage text not null,
        grade text,
        role_profile jsonb not null
          check (jsonb_typeof(role_profile) = 'array' and jsonb_array_length(role_profile) >= 1),
        needed_at text not null,
        pool_id uuid references talent_pool,
        state text not null check (state in ('open', 'filled', 'closed')),
        opened_at timestamptz(3) not null,
        filled_at timestamptz(3),
        from_pool boolean,
        member_id uuid,
        closed_at timestamptz(3),
        closing_reason text check (char_length(closing_reason) between 1 and 2000),
        version integer not null check (version >= 1),
        constraint critical_post_profession check ((profession is null) = (profession_reason is null)),
        constraint critical_post_filled check (
          num_nonnulls(filled_at, from_pool) = case state when 'filled' then 2 else 0 end),
        constraint critical_post_closed check (
          num_nonnulls(closed_at, closing_reason) = case state when 'closed' then 2 else 0 end),
        -- A member who was erased leaves that the pool was used.
        constraint critical_post_member check (member_id is null or from_pool),
        constraint critical_post_from_pool check (from_pool is not true or pool_id is not null),
        foreign key (pool_id, member_id) references talent_pool_member (pool_id, id)
          on delete set null (member_id)
      )`);
    await runner.query('create index critical_post_newest on critical_post (programme_id, opened_at, id)');
    await runner.query('create index critical_post_pool on critical_post (pool_id)');
    await runner.query('create index critical_post_organisation on critical_post (organisation_id)');
    await runner.query('create index critical_post_member_of on critical_post (member_id)');
    await runner.query(locked(POSTS));
    await runner.query('grant select, insert, update on critical_post to evenhand_app');
    await runner.query('grant select on critical_post to evenhand_matcher');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table critical_post');
  }
}

const POSTS: Lock = {
  table: 'critical_post',
  read: [EVERYTHING, programme('programme_id')],
  write: [EVERYTHING, programme('programme_id')],
};
