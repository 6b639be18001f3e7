import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { RegisteredPerson } from '../../domain/registered-person';

/** Keeps people with their background and posts. */
export abstract class PersonRepository {
  /**
   * Adds all of them.
   *
   * @throws Conflict `person.reference-taken` where the programme has the reference in any case, `person.email-taken`
   */
  abstract add(persons: readonly RegisteredPerson[]): Promise<void>;
  /**
   * Keeps all of them, each one version higher than it was read.
   *
   * @throws StaleVersion for the first that changed since, Conflict as for those that are added
   */
  abstract save(persons: readonly RegisteredPerson[]): Promise<readonly RegisteredPerson[]>;
  abstract byId(id: string): Promise<RegisteredPerson | undefined>;
  abstract byReference(programmeId: string, reference: string): Promise<RegisteredPerson | undefined>;
  /** Whoever of a programme has one of these references, in any case. */
  abstract byReferences(
    programmeId: string,
    references: readonly string[],
  ): Promise<readonly RegisteredPerson[]>;
  /** Whoever of a programme has this e-mail address, in any case. */
  abstract byEmail(programmeId: string, email: string): Promise<RegisteredPerson | undefined>;
  abstract byIds(ids: readonly string[]): Promise<readonly RegisteredPerson[]>;
  /** Everybody of a programme, by id. */
  abstract ofProgramme(programmeId: string): Promise<readonly RegisteredPerson[]>;
  /** Holds these people for this transaction: nobody else changes them or their profiles until then. */
  abstract lock(ids: readonly string[]): Promise<readonly RegisteredPerson[]>;
  /** Within the limits, by reference. */
  abstract list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<RegisteredPerson>>;
}
