import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MenteeProfile } from '../../domain/profiles';
import { tellWhoWasShown } from '../people-events';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';

/** Lists the mentee profiles of a programme by the id of the person. */
@Injectable()
export class ListMenteeProfiles {
  constructor(
    private readonly profiles: MenteeProfileRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<MenteeProfile>> {
    const found = await this.profiles.list(programmeId, authority.limits(), page);
    const personIds = found.items.map(({ personId }) => personId);
    await tellWhoWasShown(this.trail, 'mentee-profiles.listed', { authority, programmeId, personIds });
    return found;
  }
}
