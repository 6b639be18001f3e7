import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { OrganisationRepository } from '../ports/organisation.repository';

/** Lists the organisations of a programme by name. */
@Injectable()
export class ListOrganisations {
  constructor(private readonly organisations: OrganisationRepository) {}

  run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<Organisation>> {
    return this.organisations.list(programmeId, authority.limitsOfCommons(), page);
  }
}
