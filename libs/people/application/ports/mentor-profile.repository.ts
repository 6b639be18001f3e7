import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { MentorProfile } from '../../domain/profiles';

/** Keeps what mentors offer. */
export abstract class MentorProfileRepository {
  abstract add(profiles: readonly MentorProfile[]): Promise<void>;
  /** @throws StaleVersion for the first that changed since, Conflict `mentor.places-in-use` when fewer places are offered than are in use */
  abstract save(profiles: readonly MentorProfile[]): Promise<readonly MentorProfile[]>;
  abstract byPersonId(personId: string): Promise<MentorProfile | undefined>;
  abstract byPersonIds(personIds: readonly string[]): Promise<readonly MentorProfile[]>;
  abstract ofProgramme(programmeId: string): Promise<readonly MentorProfile[]>;
  /** Within the limits, by the id of the person. */
  abstract list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<MentorProfile>>;
  /** Within the limits, those of mentors who chose to be listed, consent to being matched and take part at present. */
  abstract listed(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<MentorProfile>>;
}
