import { AuditTrail, type Authority, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { tell } from '../people-events';
import { PersonRepository } from '../ports/person.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockProgramme } from '../programmes/programme-lock';
import { PersonChecks, type PersonInput } from './person-checks';
import { reachedPerson } from './reached-person';

/** Replaces what a programme knows of a person. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly checks: PersonChecks,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, StaleVersion, Conflict `person.reference-taken`, InputRefused with every fault, Forbidden where
   *   people change of themselves what the coordinator alone says, or a coordinator what only they themselves say
   */
  run(
    authority: Authority,
    id: string,
    expectedVersion: number,
    input: PersonInput,
  ): Promise<RegisteredPerson> {
    return this.transaction.run(async () => {
      const { programmeId } = (await reachedPerson(this.persons, authority, id)).person;
      await lockProgramme(this.programmes, programmeId);
      const { person: before, reach } = await reachedPerson(this.persons, authority, id);
      // Before anything else: who sends consent as it stood does not take it away from whoever has changed it since.
      if (before.version !== expectedVersion) {
        throw new StaleVersion('person');
      }
      const isOwn = authority.own({ personIds: [id] }) !== undefined;
      const details =
        reach.personId !== undefined
          ? await this.checks.ownDetails(programmeId, input, before)
          : isOwn
            ? await this.checks.details(programmeId, input, before)
            : await this.checks.correctedDetails(programmeId, input, before);
      const [changed] = await this.persons.save([{ ...details, id, programmeId, version: expectedVersion }]);
      await tell(this.trail, 'person.changed', { authority, programmeId, personIds: [id] });
      return changed!;
    });
  }
}
