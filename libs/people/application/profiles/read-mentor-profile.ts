import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentorProfile } from '../../domain/profiles';
import { tell } from '../people-events';
import { reachedPerson } from '../persons/reached-person';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';
import { PersonRepository } from '../ports/person.repository';

/** Reads what somebody offers as a mentor. */
@Injectable()
export class ReadMentorProfile {
  constructor(
    private readonly profiles: MentorProfileRepository,
    private readonly persons: PersonRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, personId: string): Promise<MentorProfile> {
    const { person } = await reachedPerson(this.persons, authority, personId, 'mentor profile');
    const profile = await this.profiles.byPersonId(personId);
    if (profile === undefined) {
      throw new NotFound('mentor profile', personId);
    }
    const { programmeId } = person;
    await tell(this.trail, 'mentor-profile.read', { authority, programmeId, personIds: [personId] });
    return profile;
  }
}
