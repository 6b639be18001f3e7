import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentorProfile } from '../../domain/profiles';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';

/** Reads what somebody offers as a mentor. */
@Injectable()
export class ReadMentorProfile {
  constructor(private readonly profiles: MentorProfileRepository) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound
   */
  async run(personId: string, own?: string): Promise<MentorProfile> {
    const profile =
      own === undefined || own === personId ? await this.profiles.byPersonId(personId) : undefined;
    if (profile === undefined) {
      throw new NotFound('mentor profile', personId);
    }
    return profile;
  }
}
