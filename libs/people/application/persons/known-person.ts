import { NotFound } from '@evenhand/kernel';
import type { RegisteredPerson } from '../../domain/registered-person';
import type { PersonRepository } from '../ports/person.repository';

/**
 * The person of that id.
 *
 * @param own id of the person to whom the caller is limited: anybody else is as good as not there
 * @throws NotFound
 */
export async function knownPerson(
  persons: PersonRepository,
  id: string,
  own: string | undefined,
): Promise<RegisteredPerson> {
  const person = own === undefined || own === id ? await persons.byId(id) : undefined;
  if (person === undefined) {
    throw new NotFound('person', id);
  }
  return person;
}
