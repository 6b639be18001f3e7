import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { name, odsCode } from '../cells';
import { Members } from '../members';
import { OrganisationRepository } from '../ports/organisation.repository';

/** What can be changed of an organisation; what is left out stays. */
export interface OrganisationChange {
  readonly name?: string;
  readonly odsCode?: string;
}

/** Renames an organisation or gives it its code. */
@Injectable()
export class ChangeOrganisation {
  constructor(private readonly organisations: OrganisationRepository) {}

  /** @throws NotFound, StaleVersion, Conflict `organisation.name-taken`, InputRefused */
  async run(id: string, expectedVersion: number, change: OrganisationChange): Promise<Organisation> {
    const members = new Members();
    const newName = members.read('name', change.name, name, undefined);
    const newCode = members.read('odsCode', change.odsCode, odsCode, undefined);
    members.refuseAll();
    const before = await this.organisations.byId(id);
    if (before === undefined) {
      throw new NotFound('organisation', id);
    }
    return this.organisations.save({
      ...before,
      ...(newName === undefined ? {} : { name: newName }),
      ...(newCode === undefined ? {} : { odsCode: newCode }),
      version: expectedVersion,
    });
  }
}
