import { Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { name, odsCode } from '../cells';
import { Members } from '../members';
import { OrganisationRepository } from '../ports/organisation.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockOpenProgramme } from '../programmes/programme-lock';
import { given } from '../read-person';

/** An organisation as it is made. */
export interface OrganisationInput {
  readonly programmeId: string;
  readonly name: string;
  readonly odsCode?: string;
}

/** Adds an organisation to a programme. */
@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly random: Random,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `programme.closed` or `organisation.name-taken`, InputRefused */
  async run(input: OrganisationInput): Promise<Organisation> {
    const members = new Members();
    const organisation: Organisation = {
      id: this.random.uuid(),
      programmeId: input.programmeId,
      name: members.read('name', input.name, name, ''),
      ...given('odsCode', members.read('odsCode', input.odsCode, odsCode, undefined)),
      version: 1,
    };
    members.refuseAll();
    await this.transaction.run(async () => {
      await lockOpenProgramme(this.programmes, organisation.programmeId);
      await this.organisations.add([organisation]);
    });
    return organisation;
  }
}
