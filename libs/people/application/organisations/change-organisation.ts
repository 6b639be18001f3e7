import { AuditTrail, type Authority, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { name, odsCode } from '../cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { OrganisationRepository } from '../ports/organisation.repository';

/** What can be changed of an organisation; what is left out stays. */
export interface OrganisationChange {
  readonly name?: string;
  readonly odsCode?: string;
}

/** Renames an organisation or gives it its code. */
@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, StaleVersion, Conflict `organisation.name-taken`, InputRefused */
  async run(
    authority: Authority,
    id: string,
    expectedVersion: number,
    change: OrganisationChange,
  ): Promise<Organisation> {
    const members = new Members();
    const newName = members.read('name', change.name, name, undefined);
    const newCode = members.read('odsCode', change.odsCode, odsCode, undefined);
    members.refuseAll();
    return this.transaction.run(async () => {
      const before = await this.organisations.byId(id);
      if (before === undefined || !authority.reachesProgramme(before.programmeId)) {
        throw new NotFound('organisation', id);
      }
      const changed = await this.organisations.save({
        ...before,
        ...(newName === undefined ? {} : { name: newName }),
        ...(newCode === undefined ? {} : { odsCode: newCode }),
        version: expectedVersion,
      });
      const { programmeId } = before;
      const thing = { kind: 'organisation', id };
      await tell(this.trail, 'organisation.changed', { authority, programmeId, thing });
      return changed;
    });
  }
}
