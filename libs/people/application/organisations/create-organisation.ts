import { AuditTrail, type Authority, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { name, odsCode } from '../cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { OrganisationRepository } from '../ports/organisation.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockOpenProgramme } from '../programmes/programme-lock';
import { refuseUnreached } from '../programmes/reached-programme';
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
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `programme.closed` or `organisation.name-taken`, InputRefused */
  async run(authority: Authority, input: OrganisationInput): Promise<Organisation> {
    const members = new Members();
    const organisation: Organisation = {
      id: this.random.uuid(),
      programmeId: input.programmeId,
      name: members.read('name', input.name, name, ''),
      ...given('odsCode', members.read('odsCode', input.odsCode, odsCode, undefined)),
      version: 1,
    };
    members.refuseAll();
    const { id, programmeId } = organisation;
    await this.transaction.run(async () => {
      refuseUnreached(authority, programmeId);
      await lockOpenProgramme(this.programmes, programmeId);
      await this.organisations.add([organisation]);
      const thing = { kind: 'organisation', id };
      await tell(this.trail, 'organisation.created', { authority, programmeId, thing });
    });
    return organisation;
  }
}
