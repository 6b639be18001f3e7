import { Conflict, type Page, type PageRequest } from '@evenhand/kernel';
import { type Programme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { ProgrammeRow } from '../../rows/people/programme.row';
import { insertRows, type Refusals, refusing, updateRows } from '../matching/statements';
import { isName, orderedPage } from './ordered-page';

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
    return programmeOf(await this.database.manager.findOneBy(ProgrammeRow, { id }));
  }

  override async byName(name: string): Promise<Programme | undefined> {
    return programmeOf(await this.database.manager.findOneBy(ProgrammeRow, { name }));
  }

  override async lock(id: string): Promise<Programme | undefined> {
    // Others may still refer to the programme, which does not change it.
    const lock = { mode: 'for_no_key_update' } as const;
    return programmeOf(await this.database.manager.findOne(ProgrammeRow, { where: { id }, lock }));
  }

  override async list(request: PageRequest): Promise<Page<Programme>> {
    const query = this.database.manager.createQueryBuilder(ProgrammeRow, 'programme');
    const order = { sql: 'programme.name', of: ({ name }: ProgrammeRow) => name, isValue: isName };
    const page = await orderedPage(query, order, request);
    return { ...page, items: page.items.map((row) => programmeOf(row)!) };
  }
}

const REFUSALS: Refusals = {
  programme_name: () => new Conflict('programme.name-taken', 'There is a programme of that name.'),
};

function programmeOf(row: ProgrammeRow | null): Programme | undefined {
  return row === null ? undefined : { id: row.id, name: row.name, state: row.state, version: row.version };
}
