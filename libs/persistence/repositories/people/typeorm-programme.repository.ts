import { Conflict, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { type Programme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { ProgrammeRow } from '../../rows/people/programme.row';
import { type Refusals, refusing } from '../refusals';
import { insertRows, updateRows } from '../statements';
import { isName, pageOfQuery, type QueryOrder } from '../paging';
import { withinLimits } from '../within-limits';

/** Keeps programmes in `programme`, whose columns are called as the members. */
@Injectable()
export class TypeormProgrammeRepository extends ProgrammeRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add({ id, name, state, version }: Programme): Promise<void> {
    await refusing(REFUSALS, insertRows(this.database, 'programme', [{ id, name, state, version }]));
  }

  override async save({ id, name, state, version }: Programme): Promise<Programme> {
    const rows = [{ id, name, state, version }];
    await refusing(REFUSALS, updateRows(this.database, 'programme', ['name', 'state'], rows, 'programme'));
    return { id, name, state, version: version + 1 };
  }

  override async byId(id: string): Promise<Programme | undefined> {
    return knownOf(await this.database.manager.findOneBy(ProgrammeRow, { id }));
  }

  override async byName(name: string): Promise<Programme | undefined> {
    return knownOf(await this.database.manager.findOneBy(ProgrammeRow, { name }));
  }

  override async lock(id: string): Promise<Programme | undefined> {
    const row = await this.database.manager.findOne(ProgrammeRow, {
      where: { id },
      // Others may still refer to the programme, which does not change it.
      lock: { mode: 'for_no_key_update' },
    });
    return knownOf(row);
  }

  override list(limits: Limits | undefined, request: PageRequest): Promise<Page<Programme>> {
    const query = this.database.manager.createQueryBuilder(ProgrammeRow, 'programme');
    const reached = withinLimits(query, limits, { programme: 'programme.id' });
    return pageOfQuery(reached, request, BY_NAME, programmeOf);
  }
}

const BY_NAME: QueryOrder<ProgrammeRow> = {
  columns: ['programme.name'],
  direction: 'ASC',
  valuesOf: ({ name }) => [name],
  accepts: [isName],
};

const REFUSALS: Refusals = {
  programme_name: () => new Conflict('programme.name-taken', 'There is a programme of that name.'),
};

function knownOf(row: ProgrammeRow | null): Programme | undefined {
  return row === null ? undefined : programmeOf(row);
}

function programmeOf({ id, name, state, version }: ProgrammeRow): Programme {
  return { id, name, state, version };
}
