import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PeopleImport } from '../../domain/people-import';
import { PeopleImportRepository } from '../ports/people-import.repository';

/** Lists the imports of a programme, the newest first. */
@Injectable()
export class ListImports {
  constructor(private readonly imports: PeopleImportRepository) {}

  run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<PeopleImport>> {
    return this.imports.list(programmeId, authority.limits(), page);
  }
}
