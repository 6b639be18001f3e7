import { Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { PersonRepository } from '../ports/person.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockOpenProgramme } from '../programmes/programme-lock';
import { PersonChecks, type PersonInput } from './person-checks';

/** Adds a person to a programme. */
@Injectable()
export class RegisterPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly checks: PersonChecks,
    private readonly random: Random,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `programme.closed` or `person.reference-taken`, InputRefused with every fault */
  run(programmeId: string, input: PersonInput): Promise<RegisteredPerson> {
    return this.transaction.run(async () => {
      await lockOpenProgramme(this.programmes, programmeId);
      const details = await this.checks.details(programmeId, input);
      const person: RegisteredPerson = { ...details, id: this.random.uuid(), programmeId, version: 1 };
      await this.persons.add([person]);
      return person;
    });
  }
}
