import { type Authority, Forbidden, NotFound, type Reach } from '@evenhand/kernel';
import type { RegisteredPerson } from '../../domain/registered-person';
import type { PersonRepository } from '../ports/person.repository';

/** A person, and by which of their roles somebody reaches them. */
export interface ReachedPerson {
  readonly person: RegisteredPerson;
  readonly reach: Reach;
}

/**
 * The person of that id.
 *
 * @param what is asked for: the person, or something of theirs
 * @throws NotFound where there is nobody, or nobody whom the authority reaches
 */
export async function reachedPerson(
  persons: PersonRepository,
  authority: Authority,
  id: string,
  what = 'person',
): Promise<ReachedPerson> {
  const person = await persons.byId(id);
  const reach = person && authority.over({ programmeId: person.programmeId, personIds: [id] });
  if (person === undefined || reach === undefined) {
    throw new NotFound(what, id);
  }
  return { person, reach };
}

/**
 * The person of that id, where it is the actor themselves.
 *
 * @param what is theirs alone to say
 * @throws NotFound as {@link reachedPerson}, Forbidden where it is somebody else whom the authority reaches
 */
export async function ownPerson(
  persons: PersonRepository,
  authority: Authority,
  id: string,
  what: string,
): Promise<RegisteredPerson> {
  const { person } = await reachedPerson(persons, authority, id);
  if (authority.own({ personIds: [id] }) === undefined) {
    throw new Forbidden(`Only they themselves change their ${what}, or an import of the programme.`);
  }
  return person;
}
