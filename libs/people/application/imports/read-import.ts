import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PeopleImport } from '../../domain/people-import';
import { PeopleImportRepository } from '../ports/people-import.repository';

/** Reads what came of an import. */
@Injectable()
export class ReadImport {
  constructor(private readonly imports: PeopleImportRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<PeopleImport> {
    const found = await this.imports.byId(id);
    if (found === undefined || !authority.reachesProgramme(found.programmeId)) {
      throw new NotFound('import', id);
    }
    return found;
  }
}
