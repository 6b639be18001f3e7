import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MenteeProfile } from '../../domain/profiles';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';

/** Reads what somebody asks of a mentor. */
@Injectable()
export class ReadMenteeProfile {
  constructor(private readonly profiles: MenteeProfileRepository) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound
   */
  async run(personId: string, own?: string): Promise<MenteeProfile> {
    const profile =
      own === undefined || own === personId ? await this.profiles.byPersonId(personId) : undefined;
    if (profile === undefined) {
      throw new NotFound('mentee profile', personId);
    }
    return profile;
  }
}
