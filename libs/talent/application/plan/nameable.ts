import { OrganisationRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { NameableCodes } from '../../domain/plan/plan-entry';

/** What a plan may name: what the catalogue has, and the organisations of its programme. */
@Injectable()
export class Nameable {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly organisations: OrganisationRepository,
  ) {}

  async in(programmeId: string): Promise<NameableCodes> {
    const { planChapters, escalationLevels, horizons, regions, professions } = this.catalogue.content;
    const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
    const organisations = await this.organisations.ofProgramme(programmeId);
    return {
      chapters: codes(planChapters),
      escalationLevels: codes(escalationLevels),
      horizons: codes(horizons),
      regions: codes(regions),
      professions: codes(professions),
      organisations: organisations.map(({ id }) => id),
    };
  }
}
