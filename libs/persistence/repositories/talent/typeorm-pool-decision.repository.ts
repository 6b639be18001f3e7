import type { Page, PageRequest } from '@evenhand/kernel';
import {
  type DecisionFilter,
  type DecisionOutcome,
  type PoolDecision,
  PoolDecisionRepository,
} from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { TalentPoolDecisionRow } from '../../rows/talent/talent-pool-decision.row';
import { TalentPoolMemberRow } from '../../rows/talent/talent-pool-member.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { actorOf } from './pool-member-rows';

/** Keeps decisions on members of talent pools in PostgreSQL. */
@Injectable()
export class TypeormPoolDecisionRepository extends PoolDecisionRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add({ decider, ...decision }: PoolDecision): Promise<void> {
    const by = { deciderRole: decider.role, deciderPersonId: decider.personId ?? null };
    await this.database.manager.insert(TalentPoolDecisionRow, { ...decision, ...by });
  }

  override list({ poolId, personId }: DecisionFilter, request: PageRequest): Promise<Page<PoolDecision>> {
    const query = this.database.manager
      .createQueryBuilder(TalentPoolDecisionRow, 'decision')
      .where('decision.poolId = :poolId', { poolId });
    if (personId !== undefined) {
      query
        .innerJoin(TalentPoolMemberRow, 'member', 'member.id = decision.memberId')
        .andWhere('member.personId = :personId', { personId });
    }
    return pageOfQuery(query, request, NEWEST, toDecision);
  }

  override async count(poolId: string): Promise<Readonly<Record<DecisionOutcome, number>>> {
    const counted = await this.database.query<{ outcome: DecisionOutcome; decisions: number }>(
      `select outcome, count(*)::int as decisions from talent_pool_decision where pool_id = $1 group by outcome`,
      [poolId],
    );
    const of = (outcome: DecisionOutcome) => counted.find((row) => row.outcome === outcome)?.decisions ?? 0;
    return { in_pool: of('in_pool'), not_in_pool: of('not_in_pool') };
  }
}

const NEWEST: QueryOrder<TalentPoolDecisionRow> = {
  ...byMoment(({ decidedAt }) => decidedAt),
  columns: ['decision.decidedAt', 'decision.id'],
  direction: 'DESC',
};

function toDecision({ deciderRole, deciderPersonId, ...row }: TalentPoolDecisionRow): PoolDecision {
  return { ...row, decider: actorOf(deciderRole, deciderPersonId) };
}
