import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MenteeProfile } from '../../domain/profiles';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';

/** Lists the mentee profiles of a programme by the id of the person. */
@Injectable()
export class ListMenteeProfiles {
  constructor(private readonly profiles: MenteeProfileRepository) {}

  run(programmeId: string, page: PageRequest): Promise<Page<MenteeProfile>> {
    return this.profiles.list(programmeId, page);
  }
}
