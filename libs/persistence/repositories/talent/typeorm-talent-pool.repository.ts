import { type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import {
  type CriteriaVersion,
  type PoolFilter,
  type PoolState,
  type TalentPool,
  TalentPoolRepository,
} from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database';
import { TalentPoolCriteriaRow } from '../../rows/talent/talent-pool-criteria.row';
import { TalentPoolRow } from '../../rows/talent/talent-pool.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { whereSet } from '../where-set';

/** Keeps talent pools in PostgreSQL. */
@Injectable()
export class TypeormTalentPoolRepository extends TalentPoolRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(pool: TalentPool): Promise<void> {
    await this.database.manager.insert(TalentPoolRow, toRow(pool));
  }

  override async save(pool: TalentPool): Promise<TalentPool> {
    const { id, version } = pool;
    const saved = { ...pool, version: version + 1 };
    const { affected } = await this.database.manager.update(TalentPoolRow, { id, version }, toRow(saved));
    if (affected !== 1) {
      throw new StaleVersion('talent pool');
    }
    return saved;
  }

  override async byId(id: string): Promise<TalentPool | undefined> {
    const row = await this.database.manager.findOneBy(TalentPoolRow, { id });
    return row === null ? undefined : toPool(row);
  }

  override async byIds(ids: readonly string[]): Promise<readonly TalentPool[]> {
    const rows = await this.database.manager.findBy(TalentPoolRow, { id: In(ids) });
    return rows.map(toPool);
  }

  override async lock(id: string): Promise<TalentPool | undefined> {
    const row = await this.database.manager.findOne(TalentPoolRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toPool(row);
  }

  override list({ programmeId, states, shown }: PoolFilter, request: PageRequest): Promise<Page<TalentPool>> {
    const query = this.database.manager.createQueryBuilder(TalentPoolRow, 'pool');
    if (programmeId !== undefined) {
      query.andWhere('pool.programmeId = :programmeId', { programmeId });
    }
    if (states !== undefined) {
      query.andWhere('pool.state = any(:states)', { states });
    }
    if (shown !== undefined) {
      query.andWhere(
        `(pool.programmeId = any(:programmeIds)
          or pool.programmeId = any(:openedIn) and pool.state <> 'draft')`,
        shown,
      );
    }
    return pageOfQuery(query, request, NEWEST, toPool);
  }

  override async idsInStates(states: readonly PoolState[]): Promise<readonly string[]> {
    const rows = await this.database.manager.find(TalentPoolRow, {
      select: { id: true },
      where: { state: In(states) },
    });
    return rows.map(({ id }) => id);
  }

  override async addCriteria(poolId: string, { from, ...criteria }: CriteriaVersion): Promise<void> {
    const row = { poolId, ...criteria, criteria: [...criteria.criteria], holdsFrom: from };
    await this.database.manager.insert(TalentPoolCriteriaRow, row);
  }

  override async criteria(poolId: string): Promise<readonly CriteriaVersion[]> {
    const rows = await this.database.manager.find(TalentPoolCriteriaRow, {
      where: { poolId },
      order: { number: 'DESC' },
    });
    return rows.map(({ number, criteria, holdsFrom, reason }) => ({
      number,
      criteria,
      from: holdsFrom,
      reason,
    }));
  }
}

const NEWEST: QueryOrder<TalentPoolRow> = {
  ...byMoment(({ createdAt }) => createdAt),
  columns: ['pool.createdAt', 'pool.id'],
  direction: 'DESC',
};

function toRow({ openedAt, closedAt, waysIn, ...pool }: TalentPool): TalentPoolRow {
  return {
    ...pool,
    waysIn: [...waysIn],
    openedAt: openedAt ?? null,
    closedAt: closedAt ?? null,
  };
}

function toPool({ openedAt, closedAt, ...row }: TalentPoolRow): TalentPool {
  return { ...row, ...whereSet({ openedAt, closedAt }) };
}
