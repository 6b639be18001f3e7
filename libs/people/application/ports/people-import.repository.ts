import type { Page, PageRequest } from '@evenhand/kernel';
import type { PeopleImport } from '../../domain/people-import';

/** Keeps what was imported when. */
export abstract class PeopleImportRepository {
  abstract add(peopleImport: PeopleImport): Promise<void>;
  abstract byId(id: string): Promise<PeopleImport | undefined>;
  /** The newest first. */
  abstract list(programmeId: string, page: PageRequest): Promise<Page<PeopleImport>>;
}
