import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentorProfile } from '../../domain/profiles';
import { tellWhoWasShown } from '../people-events';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';

/** Lists the mentor profiles of a programme by the id of the person. */
@Injectable()
export class ListMentorProfiles {
  constructor(
    private readonly profiles: MentorProfileRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<MentorProfile>> {
    const found = await this.profiles.list(programmeId, authority.limits(), page);
    const personIds = found.items.map(({ personId }) => personId);
    await tellWhoWasShown(this.trail, 'mentor-profiles.listed', { authority, programmeId, personIds });
    return found;
  }
}
