import { type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { type CriticalPost, type CriticalPostFilter, CriticalPostRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { CriticalPostRow } from '../../rows/talent/critical-post.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { whereSet } from '../where-set';

/** Keeps critical posts in PostgreSQL. */
@Injectable()
export class TypeormCriticalPostRepository extends CriticalPostRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(post: CriticalPost): Promise<void> {
    await this.database.manager.insert(CriticalPostRow, toRow(post));
  }

  override async save(post: CriticalPost): Promise<CriticalPost> {
    const { id, version } = post;
    const saved = { ...post, version: version + 1 };
    const { affected } = await this.database.manager.update(CriticalPostRow, { id, version }, toRow(saved));
    if (affected !== 1) {
      throw new StaleVersion('critical post');
    }
    return saved;
  }

  override async byId(id: string): Promise<CriticalPost | undefined> {
    const row = await this.database.manager.findOneBy(CriticalPostRow, { id });
    return row === null ? undefined : toPost(row);
  }

  override async lock(id: string): Promise<CriticalPost | undefined> {
    const row = await this.database.manager.findOne(CriticalPostRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toPost(row);
  }

  override async listOf(programmeId: string): Promise<readonly CriticalPost[]> {
    const rows = await this.database.manager.find(CriticalPostRow, {
      where: { programmeId },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toPost);
  }

  override async ofPool(poolId: string): Promise<readonly CriticalPost[]> {
    const rows = await this.database.manager.find(CriticalPostRow, {
      where: { poolId },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toPost);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, states, namesProfession }: CriticalPostFilter,
    request: PageRequest,
  ): Promise<Page<CriticalPost>> {
    const query = this.database.manager.createQueryBuilder(CriticalPostRow, 'post');
    if (limits !== undefined) {
      query.andWhere('post.programmeId = any(:programmeIds)', { programmeIds: limits.programmeIds });
    }
    if (programmeId !== undefined) {
      query.andWhere('post.programmeId = :programmeId', { programmeId });
    }
    if (states !== undefined) {
      query.andWhere('post.state = any(:states)', { states });
    }
    if (namesProfession !== undefined) {
      query.andWhere('(post.profession is not null) = :namesProfession', { namesProfession });
    }
    return pageOfQuery(query, request, NEWEST, toPost);
  }
}

const NEWEST: QueryOrder<CriticalPostRow> = {
  ...byMoment(({ openedAt }) => openedAt),
  columns: ['post.openedAt', 'post.id'],
  direction: 'DESC',
};

function toRow({ filled, closing, ...post }: CriticalPost): CriticalPostRow {
  const { profession, professionReason, grade, poolId, ...rest } = post;
  return {
    ...rest,
    profession: profession ?? null,
    professionReason: professionReason ?? null,
    grade: grade ?? null,
    poolId: poolId ?? null,
    filledAt: filled?.at ?? null,
    fromPool: filled?.fromPool ?? null,
    memberId: filled?.memberId ?? null,
    closedAt: closing?.at ?? null,
    closingReason: closing?.reason ?? null,
  };
}

function toPost(row: CriticalPostRow): CriticalPost {
  const { filledAt, fromPool, memberId, closedAt, closingReason, ...post } = row;
  const { profession, professionReason, grade, poolId, ...rest } = post;
  return {
    ...rest,
    ...whereSet({ profession, professionReason, grade, poolId }),
    ...(filledAt === null || fromPool === null
      ? {}
      : { filled: { at: filledAt, fromPool, ...whereSet({ memberId }) } }),
    ...(closedAt === null || closingReason === null
      ? {}
      : { closing: { at: closedAt, reason: closingReason } }),
  };
}
