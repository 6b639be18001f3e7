import { Conflict, type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { type Championing, type ChampioningFilter, ChampioningRepository } from '@evenhand/mentoring';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { ChampioningRow } from '../../rows/mentoring/championing.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';
import { withinLimits } from '../within-limits';

/** Keeps who named whom in `championing`. */
@Injectable()
export class TypeormChampioningRepository extends ChampioningRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(championing: Championing): Promise<void> {
    await refusing(REFUSALS, this.database.manager.insert(ChampioningRow, rowOf(championing)));
  }

  override async save(championing: Championing): Promise<Championing> {
    const { id, version } = championing;
    const saved = { ...championing, version: version + 1 };
    const { affected } = await this.database.manager.update(ChampioningRow, { id, version }, rowOf(saved));
    if (affected !== 1) {
      throw new StaleVersion('championing');
    }
    return saved;
  }

  override async byId(id: string): Promise<Championing | undefined> {
    const row = await this.database.manager.findOneBy(ChampioningRow, { id });
    return row === null ? undefined : toChampioning(row);
  }

  override async lock(id: string): Promise<Championing | undefined> {
    const row = await this.database.manager.findOne(ChampioningRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toChampioning(row);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, state }: ChampioningFilter,
    page: PageRequest,
  ): Promise<Page<Championing>> {
    const query = this.database.manager.createQueryBuilder(ChampioningRow, 'championing');
    withinLimits(query, limits, {
      programme: 'championing.programmeId',
      persons: ['championing.personId', 'championing.championPersonId'],
    });
    if (programmeId !== undefined) query.andWhere('championing.programmeId = :programmeId', { programmeId });
    if (state !== undefined) query.andWhere('championing.state = :state', { state });
    return pageOfQuery(query, page, NEWEST, toChampioning);
  }
}

const NEWEST: QueryOrder<ChampioningRow> = {
  ...byMoment(({ namedAt }) => namedAt),
  columns: ['championing.namedAt', 'championing.id'],
  direction: 'DESC',
};

const REFUSALS: Refusals = {
  championing_once: () =>
    new Conflict(
      'championing.already-named',
      'You named this champion already, and they have not put you forward yet.',
    ),
};

function rowOf({ putForward, ...championing }: Championing): ChampioningRow {
  return {
    ...championing,
    championPersonId: championing.championPersonId ?? null,
    putForwardFor: putForward?.what ?? null,
    putForwardOn: putForward?.on ?? null,
    takenUpAt: championing.takenUpAt ?? null,
    takenBackAt: championing.takenBackAt ?? null,
  };
}

function toChampioning(row: ChampioningRow): Championing {
  const { id, programmeId, personId, state, namedAt, version } = row;
  const { championPersonId, takenUpAt, takenBackAt, putForwardFor: what, putForwardOn: on } = row;
  return {
    ...{ id, programmeId, personId, state, namedAt, version },
    ...whereSet({
      ...{ championPersonId, takenUpAt, takenBackAt },
      putForward: what === null || on === null ? null : { what, on },
    }),
  };
}
