import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { Organisation } from '../../domain/organisation';

/** Keeps the organisations of programmes. */
export abstract class OrganisationRepository {
  /** Adds all of them. @throws Conflict `organisation.name-taken` */
  abstract add(organisations: readonly Organisation[]): Promise<void>;
  /** @throws StaleVersion when it has another version by now, Conflict `organisation.name-taken` */
  abstract save(organisation: Organisation): Promise<Organisation>;
  abstract byId(id: string): Promise<Organisation | undefined>;
  abstract ofProgramme(programmeId: string): Promise<readonly Organisation[]>;
  /** Within the limits, by name. */
  abstract list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<Organisation>>;
}
