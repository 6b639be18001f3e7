import type { Page, PageRequest } from '@evenhand/kernel';
import type { MenteeProfile } from '../../domain/profiles';

/** Keeps what mentees ask. */
export abstract class MenteeProfileRepository {
  abstract add(profiles: readonly MenteeProfile[]): Promise<void>;
  /** @throws StaleVersion for the first that changed since */
  abstract save(profiles: readonly MenteeProfile[]): Promise<readonly MenteeProfile[]>;
  abstract byPersonId(personId: string): Promise<MenteeProfile | undefined>;
  abstract byPersonIds(personIds: readonly string[]): Promise<readonly MenteeProfile[]>;
  abstract ofProgramme(programmeId: string): Promise<readonly MenteeProfile[]>;
  /** By the id of the person. */
  abstract list(programmeId: string, page: PageRequest): Promise<Page<MenteeProfile>>;
}
