import { Conflict, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { type MemberFilter, type MemberState, type PoolMember, PoolMemberRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database';
import { TalentPoolMemberRow } from '../../rows/talent/talent-pool-member.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { toMember, toRow } from './pool-member-rows';

/** Keeps members of talent pools in PostgreSQL. */
@Injectable()
export class TypeormPoolMemberRepository extends PoolMemberRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(member: PoolMember): Promise<void> {
    await refusing(REFUSALS, this.database.manager.insert(TalentPoolMemberRow, toRow(member)));
  }

  override async save(member: PoolMember): Promise<PoolMember> {
    const { id, version } = member;
    const saved = { ...member, version: version + 1 };
    const { affected } = await this.database.manager.update(
      TalentPoolMemberRow,
      { id, version },
      toRow(saved),
    );
    if (affected !== 1) {
      throw new StaleVersion('talent pool member');
    }
    return saved;
  }

  override async byId(id: string): Promise<PoolMember | undefined> {
    const row = await this.database.manager.findOneBy(TalentPoolMemberRow, { id });
    return row === null ? undefined : toMember(row);
  }

  override async inStates(poolId: string, states: readonly MemberState[]): Promise<readonly PoolMember[]> {
    const rows = await this.database.manager.findBy(TalentPoolMemberRow, { poolId, state: In(states) });
    return rows.map(toMember);
  }

  override list(filter: MemberFilter, request: PageRequest): Promise<Page<PoolMember>> {
    const { poolId, personId, states, interested } = filter;
    const query = this.database.manager
      .createQueryBuilder(TalentPoolMemberRow, 'member')
      .where('member.poolId = :poolId', { poolId });
    if (personId !== undefined) {
      query.andWhere('member.personId = :personId', { personId });
    }
    if (states !== undefined) {
      query.andWhere('member.state = any(:states)', { states });
    }
    if (interested === true) {
      query.andWhere('member.interestDeclaredAt is not null');
    }
    return pageOfQuery(query, request, NEWEST, toMember);
  }
}

const NEWEST: QueryOrder<TalentPoolMemberRow> = {
  ...byMoment(({ cameAt }) => cameAt),
  columns: ['member.cameAt', 'member.id'],
  direction: 'DESC',
};

const REFUSALS: Refusals = {
  talent_pool_member_live: () =>
    new Conflict(
      'talent-pool-member.already-there',
      'The person is on the way into this pool already, or in it.',
    ),
};
