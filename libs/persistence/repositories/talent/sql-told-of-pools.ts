import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from '@evenhand/disclosure';
import {
  CriticalPostRepository,
  MEMBER_STATES,
  type PlanDashboard,
  type PlanOnPools,
  planOnPools,
  PoolDecisionRepository,
  PoolMemberRepository,
  PoolPublicationRepository,
  type PoolToldLast,
  type ReportedTable,
  type ReportToldLast,
  type ToldLast,
  ToldOfPools,
} from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';

/** Reads what was told of people in pools where it is kept: publications, made reports and plans that were put forward. */
@Injectable()
export class SqlToldOfPools extends ToldOfPools {
  constructor(
    private readonly database: Database,
    private readonly publications: PoolPublicationRepository,
    private readonly members: PoolMemberRepository,
    private readonly decisions: PoolDecisionRepository,
    private readonly posts: CriticalPostRepository,
  ) {
    super();
  }

  override async ofProgramme(programmeId: string): Promise<ToldLast> {
    const reports = await this.database.query<ReportRow>(
      // A report is large: of its tables those by one dimension, or none, count people in pools.
      `select distinct on (months) counted_at, report -> 'window' ->> 'firstDay' as first_day, report -> 'policy' as policy,
        jsonb_path_query_array(report -> 'counts' -> 'people' -> 'tables', '$[*] ? (@.dimensions.size() < 2)') as tables
      from equity_report where programme_id = $1 and report is not null
      order by months, made_at desc, id desc`,
      [programmeId],
    );
    const plans = await this.database.query<PlanRow>(
      `select counted_at, outline -> 'dashboard' as dashboard, outline -> 'toldBy' as told_by from leadership_plan_snapshot
      where programme_id = $1 order by counted_at desc, id desc`,
      [programmeId],
    );
    return {
      pools: await this.pools(programmeId),
      reports: reports.map(
        ({ counted_at: countedAt, first_day: firstDay, policy, tables }): ReportToldLast => ({
          ...{ countedAt, firstDay, policy: policy ?? DEFAULT_DISCLOSURE_POLICY, tables },
        }),
      ),
      plans: plans.map(({ dashboard, counted_at: countedAt, told_by: toldBy }) =>
        planOnPools(dashboard, countedAt, toldBy ?? { policy: DEFAULT_DISCLOSURE_POLICY }),
      ),
    };
  }

  /** Nothing that was told is ever taken away. */
  override async mark(programmeId: string): Promise<string> {
    const [counts] = await this.database.query<{ mark: string }>(
      `select concat_ws(' ',
        (select count(*) from talent_pool_publication publication
          join talent_pool pool on pool.id = publication.pool_id where pool.programme_id = $1),
        (select count(*) from equity_report where programme_id = $1 and report is not null),
        (select count(*) from leadership_plan_snapshot where programme_id = $1)) as mark`,
      [programmeId],
    );
    return counts!.mark;
  }

  private async pools(programmeId: string): Promise<readonly PoolToldLast[]> {
    const rows = await this.database.query<{ id: string; opened_at: Date }>(
      'select id, opened_at from talent_pool where programme_id = $1 and opened_at is not null order by opened_at, id',
      [programmeId],
    );
    const pools: PoolToldLast[] = [];
    for (const { id, opened_at: openedAt } of rows) {
      const history = {
        members: await this.members.inStates(id, MEMBER_STATES),
        decisions: await this.decisions.ofPool(id),
        posts: await this.posts.ofPool(id),
      };
      pools.push({ poolId: id, openedAt, history, publications: await this.publications.ofPool(id) });
    }
    return pools;
  }
}

interface ReportRow {
  readonly counted_at: Date;
  readonly first_day: string;
  /** Null where it was made before a policy could be set; so below. */
  readonly policy: DisclosurePolicy | null;
  readonly tables: readonly ReportedTable[];
}

interface PlanRow {
  readonly counted_at: Date;
  readonly dashboard: PlanDashboard;
  readonly told_by: PlanOnPools['toldBy'] | null;
}
