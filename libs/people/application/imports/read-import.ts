import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PeopleImport } from '../../domain/people-import';
import { tell } from '../people-events';
import { PeopleImportRepository } from '../ports/people-import.repository';

/** Reads what came of an import. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly imports: PeopleImportRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<PeopleImport> {
    const found = await this.imports.byId(id);
    if (found === undefined || !authority.reachesProgramme(found.programmeId)) {
      throw new NotFound('import', id);
    }
    const { programmeId } = found;
    await tell(this.trail, 'import.read', { authority, programmeId, thing: { kind: 'import', id } });
    return found;
  }
}
