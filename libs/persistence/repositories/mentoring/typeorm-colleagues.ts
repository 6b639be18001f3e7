import { Colleagues, type NamedColleague } from '@evenhand/mentoring';
import { PersonRepository, type RegisteredPerson } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { RowReach } from '../../row-reach';

/** Finds the one person who was named among everybody of the programme. */
@Injectable()
export class TypeormColleagues extends Colleagues {
  constructor(private readonly persons: PersonRepository) {
    super();
  }

  override async find(programmeId: string, named: NamedColleague): Promise<RegisteredPerson | undefined> {
    const person = await RowReach.ALL.run(() =>
      'personId' in named
        ? this.persons.byId(named.personId)
        : this.persons.byReference(programmeId, named.reference),
    );
    return person?.programmeId === programmeId ? person : undefined;
  }
}
