import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MenteeProfile } from '../../domain/profiles';
import { tell } from '../people-events';
import { reachedPerson } from '../persons/reached-person';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';
import { PersonRepository } from '../ports/person.repository';

/** Reads what somebody asks of a mentor. */
@Injectable()
export class ReadMenteeProfile {
  constructor(
    private readonly profiles: MenteeProfileRepository,
    private readonly persons: PersonRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, personId: string): Promise<MenteeProfile> {
    const { person } = await reachedPerson(this.persons, authority, personId, 'mentee profile');
    const profile = await this.profiles.byPersonId(personId);
    if (profile === undefined) {
      throw new NotFound('mentee profile', personId);
    }
    const { programmeId } = person;
    await tell(this.trail, 'mentee-profile.read', { authority, programmeId, personIds: [personId] });
    return profile;
  }
}
