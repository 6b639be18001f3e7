import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { PersonRepository } from '../ports/person.repository';

/** Lists the people of a programme by reference. */
@Injectable()
export class ListPeople {
  constructor(private readonly persons: PersonRepository) {}

  run(programmeId: string, page: PageRequest): Promise<Page<RegisteredPerson>> {
    return this.persons.list(programmeId, page);
  }
}
