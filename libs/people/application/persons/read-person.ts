import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { PersonRepository } from '../ports/person.repository';
import { knownPerson } from './known-person';

/** Reads one person. */
@Injectable()
export class ReadPerson {
  constructor(private readonly persons: PersonRepository) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound
   */
  run(id: string, own?: string): Promise<RegisteredPerson> {
    return knownPerson(this.persons, id, own);
  }
}
