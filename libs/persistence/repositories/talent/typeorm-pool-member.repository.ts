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
    const { affected } = await refusing(
      REFUSALS,
      this.database.manager.update(TalentPoolMemberRow, { id, version }, toRow(saved)),
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

  override async byIds(ids: readonly string[]): Promise<readonly PoolMember[]> {
    const rows = await this.database.manager.findBy(TalentPoolMemberRow, { id: In(ids) });
    return rows.map(toMember);
  }

  override async ofPerson(poolId: string, personId: string): Promise<readonly PoolMember[]> {
    const rows = await this.database.manager.findBy(TalentPoolMemberRow, { poolId, personId });
    return rows.map(toMember);
  }

  override async inStates(poolId: string, states: readonly MemberState[]): Promise<readonly PoolMember[]> {
    const rows = await this.database.manager.findBy(TalentPoolMemberRow, { poolId, state: In(states) });
    return rows.map(toMember);
  }

  override ofPersons(personIds: readonly string[], request: PageRequest): Promise<Page<PoolMember>> {
    const query = this.database.manager
      .createQueryBuilder(TalentPoolMemberRow, 'member')
      .where('member.personId = any(:personIds)', { personIds });
    return pageOfQuery(query, request, NEWEST, toMember);
  }

  override list(filter: MemberFilter, request: PageRequest): Promise<Page<PoolMember>> {
    const { poolId, states, shown, nominatedBy } = filter;
    const query = this.database.manager
      .createQueryBuilder(TalentPoolMemberRow, 'member')
      .where('member.poolId = :poolId', { poolId });
    if (states !== undefined) {
      query.andWhere('member.state = any(:states)', { states });
    }
    if (shown !== undefined) {
      query.andWhere(SHOWN, shown);
    }
    if (nominatedBy !== undefined) {
      query.andWhere('member.nominatorPersonId = :nominatedBy', { nominatedBy });
    }
    return pageOfQuery(query, request, NEWEST, toMember);
  }
}

/** Which members are shown, as a condition on `member` with what {@link ShownMembers} says. */
export const SHOWN = `(member.personId = any(:personIds)
  or :consenting and member.interestDeclaredAt is not null and member.state <> 'left')`;

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
