import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { MenteeProfile } from '../../domain/profiles';

/** Keeps what mentees ask. */
export abstract class MenteeProfileRepository {
  abstract add(profiles: readonly MenteeProfile[]): Promise<void>;
  /** @throws StaleVersion for the first that changed since */
  abstract save(profiles: readonly MenteeProfile[]): Promise<readonly MenteeProfile[]>;
  abstract byPersonId(personId: string): Promise<MenteeProfile | undefined>;
  abstract byPersonIds(personIds: readonly string[]): Promise<readonly MenteeProfile[]>;
  abstract ofProgramme(programmeId: string): Promise<readonly MenteeProfile[]>;
  /** Within the limits, by the id of the person. */
  abstract list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<MenteeProfile>>;
}
