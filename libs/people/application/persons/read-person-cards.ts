import { Catalogue, type Entry } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { OrganisationRepository } from '../ports/organisation.repository';
import { PersonRepository } from '../ports/person.repository';

/** What others may see of somebody whom they are to decide about or to meet: no address, no needs, nothing protected. */
export interface PersonCard {
  readonly personId: string;
  /** Absent where the programme keeps none. */
  readonly name?: string;
  /** Name of the organisation of the main post. */
  readonly organisation: string;
  /** Title of the professional group by background. */
  readonly professionalGroup: string;
  /** Title of the profession by background. */
  readonly profession: string;
  /** Title of the stage of the main post. */
  readonly stage: string;
}

/** Reads people as others may see them. Who asks has made sure that the caller may see these people. */
@Injectable()
export class ReadPersonCards {
  constructor(
    private readonly persons: PersonRepository,
    private readonly organisations: OrganisationRepository,
    private readonly catalogue: Catalogue,
  ) {}

  /** @returns cards by person id, without those whom nobody keeps */
  async run(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    const persons = await this.persons.byIds([...new Set(personIds)]);
    const organisations = new Map<string, string>();
    for (const programmeId of new Set(persons.map((person) => person.programmeId))) {
      for (const { id, name } of await this.organisations.ofProgramme(programmeId)) {
        organisations.set(id, name);
      }
    }
    return new Map(persons.map((person) => [person.id, this.#cardOf(person, organisations)]));
  }

  #cardOf(
    { id: personId, name, background, posts: [main] }: RegisteredPerson,
    organisations: ReadonlyMap<string, string>,
  ): PersonCard {
    const { professionalGroups, professions, stages } = this.catalogue.content;
    return {
      personId,
      ...(name === undefined ? {} : { name }),
      organisation: organisations.get(main.organisationId)!,
      professionalGroup: titleOf(professionalGroups, background.group),
      profession: titleOf(professions, background.profession),
      stage: titleOf(stages, main.stage),
    };
  }
}

function titleOf(entries: readonly Entry[], code: string): string {
  return entries.find((entry) => entry.code === code)!.title;
}
