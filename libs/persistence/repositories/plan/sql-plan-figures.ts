import { type FilledPosts, PlanFigures, type PlannedPost, type ReadyMembership } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { whereSet } from '../where-set';

/** Counts critical posts and members of pools where they are kept. Who is in a pool has said that they want to be. */
@Injectable()
export class SqlPlanFigures extends PlanFigures {
  constructor(private readonly database: Database) {
    super();
  }

  override async posts(programmeId: string, horizons: readonly string[]): Promise<readonly PlannedPost[]> {
    const rows = await this.database.query<PostRow>(
      `select organisation_id, region, profession, needed_at, state = 'filled' as filled,
        (select count(distinct person_id) from talent_pool_member member
          where member.pool_id = critical_post.pool_id and member.state = 'in_pool'
            and array_position($2::text[], member.horizon) <= array_position($2, needed_at))::int as ready
      from critical_post where programme_id = $1 and state in ('open', 'filled')`,
      [programmeId, horizons],
    );
    return rows.map(({ organisation_id, needed_at, profession, ...post }) => ({
      ...post,
      organisationId: organisation_id,
      horizon: needed_at,
      ...whereSet({ profession }),
    }));
  }

  override async appointments(programmeId: string): Promise<FilledPosts> {
    const [row] = await this.database.query<FilledPosts>(
      `select count(*)::int as filled, (count(*) filter (where from_pool))::int as "fromPools"
      from critical_post where programme_id = $1 and filled_at is not null`,
      [programmeId],
    );
    return row!;
  }

  override async memberships(programmeId: string): Promise<readonly ReadyMembership[]> {
    const rows = await this.database.query<MembershipRow>(
      `select member.person_id, member.horizon, person.profession, post.organisation_id, post.region
      from talent_pool_member member
      join talent_pool pool on pool.id = member.pool_id and pool.programme_id = $1
      join person on person.id = member.person_id
      left join post on post.person_id = person.id and post.position = 0
      where member.state = 'in_pool' and member.horizon is not null`,
      [programmeId],
    );
    return rows.map(({ person_id, horizon, profession, organisation_id, region }) => ({
      ...{ personId: person_id, horizon },
      ...whereSet({ profession, organisationId: organisation_id, region }),
    }));
  }
}

interface PostRow {
  readonly organisation_id: string;
  readonly region: string;
  readonly profession: string | null;
  readonly needed_at: string;
  readonly filled: boolean;
  readonly ready: number;
}

interface MembershipRow {
  readonly person_id: string;
  readonly horizon: string;
  readonly profession: string | null;
  readonly organisation_id: string | null;
  readonly region: string | null;
}
