import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import { type PeopleImport, PeopleImportRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { PeopleImportRow } from '../../rows/people/people-import.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { insertRows } from '../statements';
import { withinLimits } from '../within-limits';

/** Keeps what was imported in `people_import`. */
@Injectable()
export class TypeormPeopleImportRepository extends PeopleImportRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(peopleImport: PeopleImport): Promise<void> {
    await insertRows(this.database, 'people_import', [rowOf(peopleImport)]);
  }

  override async byId(id: string): Promise<PeopleImport | undefined> {
    const row = await this.database.manager.findOneBy(PeopleImportRow, { id });
    return row === null ? undefined : importOf(row);
  }

  override list(
    programmeId: string,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<PeopleImport>> {
    const query = this.database.manager
      .createQueryBuilder(PeopleImportRow, 'import')
      .where('import.programme_id = :programmeId', { programmeId });
    const reached = withinLimits(query, limits, { programme: 'import.programme_id' });
    return pageOfQuery(reached, request, NEWEST, importOf);
  }
}

const NEWEST: QueryOrder<PeopleImportRow> = {
  ...byMoment(({ imported_at }) => imported_at),
  columns: ['import.imported_at', 'import.id'],
  direction: 'DESC',
};

function rowOf(peopleImport: PeopleImport) {
  return {
    id: peopleImport.id,
    programme_id: peopleImport.programmeId,
    imported_at: peopleImport.importedAt,
    organisations: peopleImport.organisations,
    persons: peopleImport.persons,
    mentee_profiles: peopleImport.menteeProfiles,
    mentor_profiles: peopleImport.mentorProfiles,
    requests_submitted: peopleImport.requestsSubmitted,
    headcounts: peopleImport.headcounts,
    notices: peopleImport.notices,
  } satisfies PeopleImportRow;
}

function importOf(row: PeopleImportRow): PeopleImport {
  return {
    id: row.id,
    programmeId: row.programme_id,
    importedAt: row.imported_at,
    organisations: row.organisations,
    persons: row.persons,
    menteeProfiles: row.mentee_profiles,
    mentorProfiles: row.mentor_profiles,
    requestsSubmitted: row.requests_submitted,
    headcounts: row.headcounts,
    notices: row.notices,
  };
}
