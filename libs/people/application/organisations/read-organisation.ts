import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { OrganisationRepository } from '../ports/organisation.repository';

/** Reads one organisation. */
@Injectable()
export class ReadOrganisation {
  constructor(private readonly organisations: OrganisationRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<Organisation> {
    const organisation = await this.organisations.byId(id);
    if (organisation === undefined || !authority.reachesCommonsOf(organisation.programmeId)) {
      throw new NotFound('organisation', id);
    }
    return organisation;
  }
}
