import { AuditTrail, type Authority, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '../../domain/registered-person';
import { tell } from '../people-events';
import { PersonRepository } from '../ports/person.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockOpenProgramme } from '../programmes/programme-lock';
import { refuseUnreached } from '../programmes/reached-programme';
import { PersonChecks, type PersonInput } from './person-checks';

/** Adds a person to a programme. */
@Injectable()
export class RegisterPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly checks: PersonChecks,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `programme.closed` or `person.reference-taken`, InputRefused with every fault */
  run(authority: Authority, programmeId: string, input: PersonInput): Promise<RegisteredPerson> {
    return this.transaction.run(async () => {
      refuseUnreached(authority, programmeId);
      await lockOpenProgramme(this.programmes, programmeId);
      const details = await this.checks.details(programmeId, input);
      const person: RegisteredPerson = { ...details, id: this.random.uuid(), programmeId, version: 1 };
      await this.persons.add([person]);
      await tell(this.trail, 'person.registered', { authority, programmeId, personIds: [person.id] });
      return person;
    });
  }
}
