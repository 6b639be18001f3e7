import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { tellWhoWasShown } from '../people-events';
import { PersonRepository } from '../ports/person.repository';

/** Lists the people of a programme by reference. */
@Injectable()
export class ListPeople {
  constructor(
    private readonly persons: PersonRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<RegisteredPerson>> {
    const found = await this.persons.list(programmeId, authority.limits(), page);
    const personIds = found.items.map(({ id }) => id);
    await tellWhoWasShown(this.trail, 'people.listed', { authority, programmeId, personIds });
    return found;
  }
}
