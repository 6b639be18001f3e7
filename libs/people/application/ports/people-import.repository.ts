import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { PeopleImport } from '../../domain/people-import';

/** Keeps what was imported when. */
export abstract class PeopleImportRepository {
  abstract add(peopleImport: PeopleImport): Promise<void>;
  abstract byId(id: string): Promise<PeopleImport | undefined>;
  /** Within the limits, the newest first. */
  abstract list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<PeopleImport>>;
}
