import { Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { PersonRepository } from '../ports/person.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockProgramme } from '../programmes/programme-lock';
import { knownPerson } from './known-person';
import { PersonChecks, type PersonInput } from './person-checks';

/** Replaces what a programme knows of a person. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly checks: PersonChecks,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound, StaleVersion, Conflict `person.reference-taken`, InputRefused with every fault, Forbidden where
   *   people change of themselves what the coordinator alone says
   */
  run(id: string, expectedVersion: number, input: PersonInput, own?: string): Promise<RegisteredPerson> {
    return this.transaction.run(async () => {
      const { programmeId } = await knownPerson(this.persons, id, own);
      await lockProgramme(this.programmes, programmeId);
      const before = await knownPerson(this.persons, id, own);
      const details =
        own === undefined
          ? await this.checks.details(programmeId, input, before)
          : await this.checks.ownDetails(programmeId, input, before);
      const [changed] = await this.persons.save([{ ...details, id, programmeId, version: expectedVersion }]);
      return changed!;
    });
  }
}
