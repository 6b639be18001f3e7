import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../domain/organisation';
import { OrganisationRepository } from '../ports/organisation.repository';

/** Lists the organisations of a programme by name. */
@Injectable()
export class ListOrganisations {
  constructor(private readonly organisations: OrganisationRepository) {}

  run(programmeId: string, page: PageRequest): Promise<Page<Organisation>> {
    return this.organisations.list(programmeId, page);
  }
}
