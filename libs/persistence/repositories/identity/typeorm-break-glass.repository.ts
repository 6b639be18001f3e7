import { type BreakGlass, BreakGlassRepository } from '@evenhand/identity';
import { NotFound, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../database';
import { BreakGlassRow } from '../../rows/identity/break-glass.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';

/** Keeps in `break_glass` which records admins asked to see. */
@Injectable()
export class TypeormBreakGlassRepository extends BreakGlassRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(asked: BreakGlass): Promise<void> {
    await refusing(refusalsOf(asked), this.database.manager.insert(BreakGlassRow, rowOf(asked)));
  }

  override async save(changed: BreakGlass): Promise<BreakGlass> {
    const { id, version } = changed;
    const saved = { ...changed, version: version + 1 };
    const { affected } = await this.database.manager.update(BreakGlassRow, { id, version }, rowOf(saved));
    if (affected !== 1) {
      throw new StaleVersion('break glass');
    }
    return saved;
  }

  override async lock(id: string): Promise<BreakGlass | undefined> {
    const row = await this.database.manager.findOne(BreakGlassRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toBreakGlass(row);
  }

  override list(page: PageRequest): Promise<Page<BreakGlass>> {
    const query = this.database.manager.createQueryBuilder(BreakGlassRow, 'break_glass');
    return pageOfQuery(query, page, NEWEST, toBreakGlass);
  }

  override async openedOf(personIds: readonly string[]): Promise<readonly BreakGlass[]> {
    const rows = await this.database.manager.find(BreakGlassRow, {
      where: { personId: In(personIds), approvedAt: Not(IsNull()) },
      order: { approvedAt: 'DESC', id: 'DESC' },
    });
    return rows.map(toBreakGlass);
  }
}

const NEWEST: QueryOrder<BreakGlassRow> = {
  ...byMoment(({ askedAt }) => askedAt),
  columns: ['break_glass.askedAt', 'break_glass.id'],
  direction: 'DESC',
};

const refusalsOf = ({ personId }: BreakGlass): Refusals => ({
  break_glass_person_id_fkey: () => new NotFound('person', personId),
});

function rowOf(glass: BreakGlass): BreakGlassRow {
  return {
    ...glass,
    approvedBy: glass.approvedBy ?? null,
    approvedAt: glass.approvedAt ?? null,
    endsAt: glass.endsAt ?? null,
  };
}

function toBreakGlass({ approvedBy, approvedAt, endsAt, ...row }: BreakGlassRow): BreakGlass {
  return { ...row, ...whereSet({ approvedBy, approvedAt, endsAt }) };
}
