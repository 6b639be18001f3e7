import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { tell } from '../people-events';
import { PersonRepository } from '../ports/person.repository';
import { reachedPerson } from './reached-person';

/** Reads one person. */
@Injectable()
export class ReadPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<RegisteredPerson> {
    const { person } = await reachedPerson(this.persons, authority, id);
    const { programmeId } = person;
    await tell(this.trail, 'person.read', { authority, programmeId, personIds: [id] });
    return person;
  }
}
