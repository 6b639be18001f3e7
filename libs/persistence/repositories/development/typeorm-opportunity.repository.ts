import { type Opportunity, type OpportunityFilter, OpportunityRepository } from '@evenhand/development';
import { type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { OpportunityRow } from '../../rows/development/opportunity.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { whereSet } from '../where-set';

/** Keeps opportunities in `opportunity`. */
@Injectable()
export class TypeormOpportunityRepository extends OpportunityRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(opportunity: Opportunity): Promise<void> {
    await this.database.manager.insert(OpportunityRow, toRow(opportunity));
  }

  override async save(opportunity: Opportunity): Promise<Opportunity> {
    const { id, version } = opportunity;
    const saved = { ...opportunity, version: version + 1 };
    const { affected } = await this.database.manager.update(OpportunityRow, { id, version }, toRow(saved));
    if (affected !== 1) {
      throw new StaleVersion('opportunity');
    }
    return saved;
  }

  override async byId(id: string): Promise<Opportunity | undefined> {
    const row = await this.database.manager.findOneBy(OpportunityRow, { id });
    return row === null ? undefined : toOpportunity(row);
  }

  override list(
    { programmeIds, kind, states, today }: OpportunityFilter,
    request: PageRequest,
  ): Promise<Page<Opportunity>> {
    const query = this.database.manager.createQueryBuilder(OpportunityRow, 'opportunity');
    if (programmeIds !== undefined) {
      query.andWhere('opportunity.programmeId = any(:programmeIds)', { programmeIds });
    }
    if (kind !== undefined) query.andWhere('opportunity.kind = :kind', { kind });
    if (states !== undefined) {
      const standing = `case when opportunity.closesOn < :today then 'closed' else opportunity.state end`;
      query.andWhere(`${standing} = any(:states)`, { today, states });
    }
    return pageOfQuery(query, request, NEWEST, toOpportunity);
  }
}

const NEWEST: QueryOrder<OpportunityRow> = {
  ...byMoment(({ createdAt }) => createdAt),
  columns: ['opportunity.createdAt', 'opportunity.id'],
  direction: 'DESC',
};

function toRow({ professions, ...opportunity }: Opportunity): OpportunityRow {
  return {
    ...opportunity,
    professions: [...professions],
    organisationId: opportunity.organisationId ?? null,
    professionsReason: opportunity.professionsReason ?? null,
    closesOn: opportunity.closesOn ?? null,
  };
}

function toOpportunity(row: OpportunityRow): Opportunity {
  const { organisationId, professionsReason, closesOn, ...opportunity } = row;
  return { ...opportunity, ...whereSet({ organisationId, professionsReason, closesOn }) };
}
