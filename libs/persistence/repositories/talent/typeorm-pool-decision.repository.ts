import type { Page, PageRequest } from '@evenhand/kernel';
import { type DecisionFilter, type PoolDecision, PoolDecisionRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { TalentPoolDecisionRow } from '../../rows/talent/talent-pool-decision.row';
import { TalentPoolMemberRow } from '../../rows/talent/talent-pool-member.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { whereSet } from '../where-set';
import { actingAs } from './pool-member-rows';

/** Keeps decisions on members of talent pools in PostgreSQL. */
@Injectable()
export class TypeormPoolDecisionRepository extends PoolDecisionRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add({ decider, deciderAccountId, ...decision }: PoolDecision): Promise<void> {
    const by = {
      deciderRole: decider.role,
      deciderPersonId: decider.personId ?? null,
      deciderAccountId: deciderAccountId ?? null,
    };
    await this.database.manager.insert(TalentPoolDecisionRow, { ...decision, ...by });
  }

  override async byId(id: string): Promise<PoolDecision | undefined> {
    const row = await this.database.manager.findOneBy(TalentPoolDecisionRow, { id });
    return row === null ? undefined : toDecision(row);
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

  override async ofPool(poolId: string): Promise<readonly PoolDecision[]> {
    const rows = await this.database.manager.findBy(TalentPoolDecisionRow, { poolId });
    return rows.map(toDecision);
  }
}

const NEWEST: QueryOrder<TalentPoolDecisionRow> = {
  ...byMoment(({ decidedAt }) => decidedAt),
  columns: ['decision.decidedAt', 'decision.id'],
  direction: 'DESC',
};

function toDecision(row: TalentPoolDecisionRow): PoolDecision {
  const { deciderRole, deciderPersonId, deciderAccountId, memberId, ...decision } = row;
  return {
    ...decision,
    ...whereSet({ memberId, deciderAccountId }),
    decider: actingAs(deciderRole, deciderPersonId),
  };
}
