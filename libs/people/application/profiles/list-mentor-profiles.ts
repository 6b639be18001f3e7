import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentorProfile } from '../../domain/profiles';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';

/** Lists the mentor profiles of a programme by the id of the person. */
@Injectable()
export class ListMentorProfiles {
  constructor(private readonly profiles: MentorProfileRepository) {}

  run(programmeId: string, page: PageRequest): Promise<Page<MentorProfile>> {
    return this.profiles.list(programmeId, page);
  }
}
