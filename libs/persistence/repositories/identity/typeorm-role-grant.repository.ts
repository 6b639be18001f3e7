import { type GrantFilter, type RoleGrant, RoleGrantRepository } from '@evenhand/identity';
import { Conflict, NotFound, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { RoleGrantRow } from '../../rows/identity/role-grant.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';

/** Keeps grants in `role_grant`. */
@Injectable()
export class TypeormRoleGrantRepository extends RoleGrantRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(grant: RoleGrant): Promise<void> {
    await refusing(refusalsOf(grant), this.database.manager.insert(RoleGrantRow, rowOf(grant)));
  }

  override async save(grant: RoleGrant): Promise<RoleGrant> {
    const { id, version } = grant;
    const saved = { ...grant, version: version + 1 };
    const { affected } = await this.database.manager.update(RoleGrantRow, { id, version }, rowOf(saved));
    if (affected !== 1) {
      throw new StaleVersion('role grant');
    }
    return saved;
  }

  override async lock(id: string): Promise<RoleGrant | undefined> {
    const row = await this.database.manager.findOne(RoleGrantRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toGrant(row);
  }

  override list({ accountId, states }: GrantFilter, page: PageRequest): Promise<Page<RoleGrant>> {
    const query = this.database.manager.createQueryBuilder(RoleGrantRow, 'role_grant');
    if (accountId !== undefined) query.andWhere('role_grant.accountId = :accountId', { accountId });
    if (states !== undefined) query.andWhere('role_grant.state = any(:states)', { states });
    return pageOfQuery(query, page, NEWEST, toGrant);
  }

  override async countHolders(role: RoleGrant['role']): Promise<number> {
    // Two admins who end each other's role at once would each see the other still there: one of them waits.
    await this.database.query(`select pg_advisory_xact_lock(hashtext('role_grant ' || $1))`, [role]);
    const [counted] = await this.database.query<{ holders: number }>(
      `select count(distinct account.id)::int as holders
      from role_grant join account on account.id = role_grant.account_id
      where role = $1 and programme_id is null and role_grant.state = 'held' and account.state = 'active'`,
      [role],
    );
    return counted!.holders;
  }
}

const NEWEST: QueryOrder<RoleGrantRow> = {
  ...byMoment(({ askedAt }) => askedAt),
  columns: ['role_grant.askedAt', 'role_grant.id'],
  direction: 'DESC',
};

const refusalsOf = ({ programmeId = '', organisationId = '' }: RoleGrant): Refusals => ({
  role_grant_programme_id_fkey: () => new NotFound('programme', programmeId),
  role_grant_organisation_fkey: () => new NotFound('organisation', organisationId),
  role_grant_once: () =>
    new Conflict('role-grant.exists', 'The account has this role there, or it is asked for already.'),
});

function rowOf(grant: RoleGrant): RoleGrantRow {
  return {
    ...grant,
    programmeId: grant.programmeId ?? null,
    organisationId: grant.organisationId ?? null,
    askedBy: grant.askedBy ?? null,
    confirmedBy: grant.confirmedBy ?? null,
    confirmedAt: grant.confirmedAt ?? null,
    endedBy: grant.endedBy ?? null,
    endedAt: grant.endedAt ?? null,
  };
}

function toGrant({
  programmeId,
  organisationId,
  askedBy,
  confirmedBy,
  confirmedAt,
  endedBy,
  endedAt,
  ...row
}: RoleGrantRow): RoleGrant {
  return {
    ...row,
    ...whereSet({ programmeId, organisationId, askedBy, confirmedBy, confirmedAt, endedBy, endedAt }),
  };
}
