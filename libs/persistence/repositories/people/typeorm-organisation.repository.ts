import { Conflict, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { type Organisation, OrganisationRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { OrganisationRow } from '../../rows/people/organisation.row';
import { type Refusals, refusing } from '../refusals';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';
import { isName, pageOfQuery, type QueryOrder } from '../paging';
import { withinLimits } from '../within-limits';

/** Keeps organisations in `organisation`. */
@Injectable()
export class TypeormOrganisationRepository extends OrganisationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(organisations: readonly Organisation[]): Promise<void> {
    await refusing(REFUSALS, insertRows(this.database, 'organisation', organisations.map(rowOf)));
  }

  override async save(organisation: Organisation): Promise<Organisation> {
    const rows = [rowOf(organisation)];
    const changing = ['name', 'ods_code'] as const;
    await refusing(REFUSALS, updateRows(this.database, 'organisation', changing, rows, 'organisation'));
    return { ...organisation, version: organisation.version + 1 };
  }

  override async byId(id: string): Promise<Organisation | undefined> {
    const row = await this.database.manager.findOneBy(OrganisationRow, { id });
    return row === null ? undefined : organisationOf(row);
  }

  override async ofProgramme(programmeId: string): Promise<readonly Organisation[]> {
    const rows = await this.database.manager.find(OrganisationRow, {
      where: { programme_id: programmeId },
      order: { name: 'asc' },
    });
    return rows.map(organisationOf);
  }

  override list(
    programmeId: string,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<Organisation>> {
    const query = this.database.manager
      .createQueryBuilder(OrganisationRow, 'organisation')
      .where('organisation.programme_id = :programmeId', { programmeId });
    const reached = withinLimits(query, limits, { programme: 'organisation.programme_id' });
    return pageOfQuery(reached, request, BY_NAME, organisationOf);
  }
}

const BY_NAME: QueryOrder<OrganisationRow> = {
  columns: ['organisation.name'],
  direction: 'ASC',
  valuesOf: ({ name }) => [name],
  accepts: [isName],
};

const REFUSALS: Refusals = {
  organisation_name: () =>
    new Conflict('organisation.name-taken', 'The programme has an organisation of that name.'),
};

function rowOf({ id, programmeId, name, odsCode, version }: Organisation) {
  return {
    id,
    programme_id: programmeId,
    name,
    ods_code: odsCode ?? null,
    version,
  } satisfies OrganisationRow;
}

function organisationOf(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    programmeId: row.programme_id,
    name: row.name,
    ...whereSet({ odsCode: row.ods_code }),
    version: row.version,
  };
}
